import { expect, test } from 'vitest'
import { addItem, openBasket } from '../../../shared/domain/basket-rules.ts'
import type { Item } from '../../../shared/domain/item.ts'
import { itemOf } from './sell-fixture.ts'
import { fittingQuantity, shortageOf, stockSkusOf } from './stock-shortage.ts'

const linesOf = (...goods: readonly (readonly [Item, number])[]) =>
  goods.reduce((basket, [item, quantity]) => addItem(basket, item, quantity), openBasket('b', 0)).lines

const tea = itemOf('TEH', 4_000)
const sugar = itemOf('GULA', 16_000, { soldBy: 'weight' })
const parcel = itemOf('PARSEL', 30_000, {
  components: [
    { sku: 'TEH', quantity: 2 },
    { sku: 'GULA', quantity: 0.5 },
  ],
})

test('an item is short when the basket wants more than is shown, and names the figure', () => {
  const lines = linesOf([tea, 3])
  const [line] = lines
  if (line === undefined) throw new Error('no line')
  expect(shortageOf(line, lines, new Map([['TEH', 2]]))).toBe(2)
  expect(shortageOf(line, lines, new Map([['TEH', 3]]))).toBeNull()
  expect(shortageOf(line, lines, new Map([['TEH', -1]]))).toBe(-1)
})

test('an item whose figure is not known is never short', () => {
  const lines = linesOf([tea, 3])
  const [line] = lines
  if (line === undefined) throw new Error('no line')
  expect(shortageOf(line, lines, new Map())).toBeNull()
  expect(shortageOf(line, lines, new Map([['TEH', null]]))).toBeNull()
  expect(fittingQuantity(line, lines, new Map([['TEH', null]]))).toBe(Number.POSITIVE_INFINITY)
})

test('a bundle takes from its parts, also those that are sold beside it', () => {
  const lines = linesOf([tea, 3], [parcel, 2])
  const [single, bundle] = lines
  if (single === undefined || bundle === undefined) throw new Error('no lines')
  expect(stockSkusOf(lines)).toEqual(['TEH', 'GULA'])
  const figures = new Map([
    ['TEH', 6],
    ['GULA', 5],
  ])
  expect(shortageOf(single, lines, figures)).toBe(6)
  expect(shortageOf(bundle, lines, figures)).toBe(3)
  expect(fittingQuantity(bundle, lines, figures)).toBe(1)
  expect(fittingQuantity(single, lines, figures)).toBe(2)
})

test('a weight fits to the gram', () => {
  const lines = linesOf([sugar, 2.5])
  const [line] = lines
  if (line === undefined) throw new Error('no line')
  expect(fittingQuantity(line, lines, new Map([['GULA', 1.275]]))).toBe(1.275)
})
