import { FindSaleDialog } from './find-sale-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { useReturnsStore } from './returns-store.ts'

/** The dialogs of returns, over any screen. */
export const ReturnsDialogs = () => {
  const dialog = useReturnsStore((state) => state.dialog)
  if (dialog.type === 'find') return <FindSaleDialog />
  return dialog.type === 'lines' ? <ReturnDialog key={dialog.saleId} saleId={dialog.saleId} /> : null
}
