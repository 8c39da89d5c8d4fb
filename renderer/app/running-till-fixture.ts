import { randomUUID } from 'node:crypto'
import { addItem, setReturns } from '../../shared/domain/basket-rules.ts'
import type { Basket } from '../../shared/domain/basket.ts'
import { returnLine, returnOf, type SaleHistory } from '../../shared/domain/return-line.ts'
import type { Sale } from '../../shared/domain/sale.ts'
import { openTillDatabase, type TillDatabase } from '../storage/database.ts'
import { createRestingPrinters } from '../storage/resting-printers.ts'
import { createTestBridge, itemOf, TEN_O_CLOCK_MS, tenderOf } from '../storage/till-fixture.ts'
import { answerMain } from './answer-main.ts'
import { createTill, type RunningTill } from './create-till.ts'

/** A till over a database of its own, or over that of another one, with a clock that the test moves. */
export const startTestTill = async (main = createTestBridge(), name: string = randomUUID()) => {
  const database = await openTillDatabase(name)
  let nowMs = TEN_O_CLOCK_MS
  const resting = createRestingPrinters()
  const till = createTill({
    database,
    bridge: main.bridge,
    now: () => nowMs,
    mintId: () => randomUUID(),
    resting,
  })
  answerMain(database, main.bridge, resting)
  await till.searchIsReady
  return {
    ...main,
    main,
    database,
    till,
    name,
    pass: (ms: number) => {
      nowMs += ms
    },
  }
}

/** Starts tills as {@link startTestTill} does; `close` ends all of them. */
export const testTills = () => {
  const opened: TillDatabase[] = []
  return {
    setUp: async (...args: Parameters<typeof startTestTill>) => {
      const started = await startTestTill(...args)
      opened.push(started.database)
      return started
    },
    close: (): void => {
      for (const database of opened.splice(0)) database.close()
    },
  }
}

/** One payment in cash. */
export const cash = (amount: number) => [tenderOf(amount)]

/** The basket with goods for Rp 2,000. */
export const withItems = (basket: Basket): Basket => addItem(addItem(basket, itemOf('A', 500), 2), itemOf('B', 1_000))

/** Sells so many of an item of Rp 500 for exact cash. */
export const sellPieces = ({ till }: { readonly till: RunningTill }, quantity: number): Promise<Sale> =>
  paid(till, addItem(till.openBasket(), itemOf('A', 500), quantity), tenderOf(500 * quantity))

/** What has come back of a sale; throws when the till does not know it. */
export const historyOf = async ({ till }: { readonly till: RunningTill }, saleId: string): Promise<SaleHistory> => {
  const history = await till.readHistory(saleId)
  if (history === null) throw new Error('no history')
  return history
}

/** Pays, or throws the code of the refusal. */
export const paid = async (
  till: RunningTill,
  basket: Basket,
  ...tenders: Parameters<RunningTill['pay']>[1]
): Promise<Sale> => {
  const sale = await till.pay(basket, tenders)
  if (!sale.ok) throw new Error(sale.error.code)
  return sale.value
}

/** The basket with so much of one line of a sale coming back, all of it restocked. */
export const withReturn = (basket: Basket, history: SaleHistory, quantity: number, lineIndex = 0): Basket => {
  const line = returnLine(history, {
    lineIndex,
    quantity,
    received: quantity,
    restocked: quantity,
    reason: 'Barang Rusak',
  })
  if (!line.ok) throw new Error(line.error.code)
  return setReturns(basket, { of: returnOf(history.sale), tax: history.sale.tax, lines: [line.value] })
}
