import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../../shared/domain/item.ts'
import { addQuantities } from '../../../shared/domain/quantity.ts'
import type { MovedGoods } from '../../../shared/domain/stock-document-builders.ts'
import { useBilingual } from '../../app/use-bilingual.ts'
import { useItemScans } from './use-item-scans.ts'

/** What a form of goods in, out or to another warehouse says. */
export type FormMessage = { readonly tone: 'good' | 'warn' | 'bad'; readonly text: string }

/** The goods of a form: each pick or scan adds one of it. `draftId` names the document that the form becomes. */
export const useGoodsList = () => {
  const { t } = useTranslation('stock')
  const say = useBilingual()
  const [draftId, setDraftId] = useState(() => crypto.randomUUID())
  const [lines, setLines] = useState<readonly MovedGoods[]>([])
  const [message, setMessage] = useState<FormMessage | null>(null)
  const add = (item: Item) => {
    if (item.components.length > 0) {
      setMessage({ tone: 'warn', text: t('move.bundle', { name: item.name }) })
      return
    }
    setMessage(null)
    setLines((before) => {
      const known = before.find((line) => line.sku === item.sku)
      const line = {
        sku: item.sku,
        name: item.name,
        soldBy: item.soldBy,
        quantity: addQuantities(known?.quantity ?? 0, 1),
      }
      return [line, ...before.filter((each) => each.sku !== item.sku)]
    })
  }
  const showUnknown = (code: string) => setMessage({ tone: 'warn', text: t('picker.unknown', { code }) })
  useItemScans({
    onItem: add,
    onUnknown: showUnknown,
    onError: (error) => setMessage({ tone: 'bad', text: say(error.message) }),
  })
  return {
    draftId,
    lines,
    message,
    setMessage,
    add,
    showUnknown,
    setQuantity: (sku: string, quantity: number) =>
      setLines((before) => before.map((line) => (line.sku === sku ? { ...line, quantity } : line))),
    remove: (sku: string) => setLines((before) => before.filter((line) => line.sku !== sku)),
    startAnew: () => {
      setDraftId(crypto.randomUUID())
      setLines([])
    },
  }
}

export type GoodsList = ReturnType<typeof useGoodsList>
