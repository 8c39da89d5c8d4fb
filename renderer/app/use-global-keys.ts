import { useEffect } from 'react'
import { openFindSale } from '../features/returns/returns-store.ts'
import { parkOrShow } from '../features/sell/parking.ts'
import { chooseKind, requestBasketDiscount, requestClear } from '../features/sell/sell-dialogs.ts'
import { requestFocus, useSellStore } from '../features/sell/sell-store.ts'
import { startPayment } from '../features/sell/start-payment.ts'
import { type Action, actionFor } from './keyboard-map.ts'
import { navigate } from './routes.ts'
import { focusedTextField } from './text-entry.ts'
import type { Till } from './till.ts'

const isDialogOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null

const onSellScreen = (act: () => void): void => {
  navigate('sell')
  act()
}

const COMMANDS: Partial<Readonly<Record<Action, (till: Till) => void>>> = {
  sell: () => onSellScreen(() => requestFocus('search')),
  sales: () => navigate('sales'),
  focusSearch: () => onSellScreen(() => requestFocus('search')),
  focusBasket: () => onSellScreen(() => requestFocus('basket')),
  note: () => onSellScreen(() => requestFocus('note')),
  editDelivery: () =>
    onSellScreen(() => chooseKind(useSellStore.getState().basket?.kind === 'delivery' ? 'walk-in' : 'delivery')),
  clearBasket: () => onSellScreen(requestClear),
  park: (till) => onSellScreen(() => parkOrShow(till)),
  basketDiscount: () => onSellScreen(requestBasketDiscount),
  pay: () => onSellScreen(startPayment),
  findReturn: openFindSale,
}

/** The keys that work on every screen (keyboard-map.ts, group `everywhere`). They rest while a dialog is open. */
export const useGlobalKeys = (till: Till, openHelp: () => void): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      const action = actionFor('everywhere', event.key)
      // Characters typed into a field are text; those that act come from the scan capture, which lets a person's through.
      const isText = event.key.length === 1 && event.isTrusted && focusedTextField() !== null
      if (action === null || isText) return
      event.preventDefault()
      if (event.repeat || isDialogOpen()) return
      if (action === 'help') openHelp()
      else COMMANDS[action]?.(till)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [till, openHelp])
}
