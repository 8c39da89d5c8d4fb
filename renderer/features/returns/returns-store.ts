import { create } from 'zustand'

/** What of the returns stands over the screen. */
export type ReturnsDialog =
  | { readonly type: 'none' }
  | { readonly type: 'find' }
  | { readonly type: 'lines'; readonly saleId: string }

/** The dialog of returns that is open. */
export const useReturnsStore = create<{ readonly dialog: ReturnsDialog }>(() => ({ dialog: { type: 'none' } }))

/** Asks which sale something comes back from. */
export const openFindSale = (): void => useReturnsStore.setState({ dialog: { type: 'find' } })

/** Asks what of a sale comes back. */
export const openReturn = (saleId: string): void => useReturnsStore.setState({ dialog: { type: 'lines', saleId } })

/** Closes whichever is open. */
export const closeReturns = (): void => useReturnsStore.setState({ dialog: { type: 'none' } })
