import { Ban, History, ReceiptText, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { withConfirmations } from '../../../shared/documents/with-confirmations.ts'
import { documentTypeOf } from '../../../shared/domain/sale-sums.ts'
import { DESTINATIONS } from '../../../shared/domain/sales-route.ts'
import type { Step } from '../../../shared/domain/step.ts'
import { useSaleDetail } from '../../storage/hooks.ts'
import { useTill } from '../../app/till-context.tsx'
import type { SaleDetail } from '../../app/till.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { formatDayAndClock } from '../../ui/shop-time.ts'
import { showToast } from '../../ui/toast-store.ts'
import { useLanguage } from '../../app/use-bilingual.ts'
import { requestApproval } from '../approval/approval-store.ts'
import { openReturn } from '../returns/returns-store.ts'
import { CloseStepDialog } from './close-step-dialog.tsx'
import { DestinationSteps } from './destination-steps.tsx'
import { DESTINATION_NAMES } from './order-state.tsx'
import { isSendingFirst } from './order-words.ts'
import { type SaleDocument, SaleDocuments } from './sale-documents.tsx'
import { SaleDelivery, SaleLines, SalePayments } from './sale-goods.tsx'

const SaleDetailBody = ({ detail }: { readonly detail: SaleDetail }) => {
  const { t } = useTranslation('orders')
  const language = useLanguage()
  const till = useTill()
  const [closing, setClosing] = useState<{ readonly step: Step; readonly stepName: string } | null>(null)
  const { sale, isRecovered, voiding } = detail.row
  const isReturn = documentTypeOf(sale) === 'return'
  // What the cashier may do anyway needs no words.
  const allowed = sale.approvals.filter(
    ({ permission, approval }, place, all) =>
      approval.by !== sale.cashier && all.findLastIndex((each) => each.permission === permission) === place,
  )
  const report = (reason: string) => showToast('bad', t('failed', { reason }))
  const requeue = async (step: Step) => {
    const answer = await till.requeueStep(step.id)
    if (answer.ok) showToast('good', t('retryQueued'))
    else report(answer.error.message[language])
  }
  const close = async (step: Step, reason: string) => {
    const answer = await till.closeStep(step.id, reason)
    if (!answer.ok) report(answer.error.message[language])
    setClosing(null)
  }
  const confirmTender = async (tenderIndex: number) => {
    const answer = await till.confirmTender(sale.id, tenderIndex)
    if (answer.ok) showToast('good', t('confirmNoted'))
    else report(answer.error.message[language])
  }
  const voidSale = async () => {
    const title = t('voidTitle', { number: sale.number })
    const approval = await requestApproval({ permission: 'void', title, needsReason: true })
    if (approval === null) return
    const answer = await till.voidSale(sale.id, approval)
    const done = sale.total > 0 ? 'voidDone' : sale.total < 0 ? 'voidDoneRefund' : 'voidDoneEven'
    if (answer.ok) showToast('good', t(done, { number: sale.number }))
    else report(answer.error.message[language])
  }
  const print = async (document: SaleDocument, isCopy: boolean) => {
    await till.printDocument(sale.id, document)
    showToast('good', isCopy ? t('reprintQueued') : t('printQueued'))
  }
  const sending = DESTINATIONS.map((destination) => (
    <DestinationSteps
      key={destination}
      destination={destination}
      steps={detail.steps}
      sale={sale}
      isVoided={voiding !== null}
      language={language}
      onRequeue={(step) => void requeue(step)}
      onClose={(step, stepName) => setClosing({ step, stepName })}
      onTaskDone={(step) => void close(step, t('taskDoneReason'))}
    />
  ))
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-muted">
        {t(isReturn ? 'returnedAt' : 'paidAt', {
          time: formatDayAndClock(sale.paidAtMs, sale.utcOffsetMinutes, language),
        })}{' '}
        · {t('cashier', { name: sale.cashier })} · {t(`kind.${sale.kind}`)}
      </p>
      {voiding === null ? null : (
        <p className="rounded-control bg-bad-soft px-3 py-2.5 text-sm font-medium text-bad">
          {t('voidedLong', {
            by: voiding.by,
            reason: voiding.reason,
            time: formatDayAndClock(voiding.atMs, sale.utcOffsetMinutes, language),
          })}
        </p>
      )}
      {sale.returnOf === null ? null : <p className="text-sm">{t('returnOf', { number: sale.returnOf.number })}</p>}
      {voiding !== null ? null : (
        <div className="flex flex-wrap gap-2">
          {isReturn ? null : (
            <Button icon={<Undo2 size={18} aria-hidden />} onPress={() => openReturn(sale.id)}>
              {t('return')}
            </Button>
          )}
          <Button look="quiet" icon={<Ban size={18} aria-hidden />} onPress={() => void voidSale()}>
            {t(isReturn ? 'voidReturn' : 'void')}
          </Button>
        </div>
      )}
      {isRecovered ? (
        <p className="flex items-start gap-2 rounded-control bg-accent-soft px-3 py-2.5 text-sm text-accent">
          <History size={18} aria-hidden className="shrink-0" />
          {t('recoveredLong')}
        </p>
      ) : null}
      {isSendingFirst(detail.row) ? sending : null}
      <SaleLines sale={sale} />
      {allowed.map(({ permission, approval }) => (
        <p key={permission} className="text-sm wrap-anywhere text-muted">
          {t(permission === 'discount' ? 'discountAllowedBy' : 'returnAllowedBy', { by: approval.by })}
        </p>
      ))}
      {sale.stockApproval === null ? null : (
        <p className="text-sm wrap-anywhere text-muted">
          {t('stockAllowedBy', { by: sale.stockApproval.by, reason: sale.stockApproval.reason })}
        </p>
      )}
      <SalePayments
        sale={sale}
        confirmations={detail.row.confirmations}
        onConfirm={(tenderIndex) => void confirmTender(tenderIndex)}
      />
      {sale.delivery === null ? null : <SaleDelivery delivery={sale.delivery} />}
      {sale.note === '' ? null : (
        <p className="text-sm wrap-anywhere">
          <span className="font-semibold text-muted">{t('note')}:</span> {sale.note}
        </p>
      )}
      {isSendingFirst(detail.row) ? null : sending}
      <SaleDocuments
        sale={withConfirmations(sale, detail.row.confirmations)}
        printJobs={detail.printJobs}
        language={language}
        onPrint={(document, isCopy) => void print(document, isCopy)}
      />
      {closing === null ? null : (
        <CloseStepDialog
          stepName={closing.stepName}
          destinationName={DESTINATION_NAMES[closing.step.destination]}
          onCancel={() => setClosing(null)}
          onConfirm={(reason) => close(closing.step, reason)}
        />
      )}
    </div>
  )
}

/** All that is known of one sale, beside the list; null detail when the id is not known. */
export const SaleDetailPane = ({ saleId, onClose }: { readonly saleId: string; readonly onClose: () => void }) => {
  const { t } = useTranslation('orders')
  const detail = useSaleDetail(saleId)
  const number = detail?.row.sale.number ?? ''
  return (
    <section
      aria-label={t('detail', { number })}
      className="flex w-[480px] min-w-0 shrink-0 flex-col overflow-hidden rounded-panel border border-line bg-surface 2xl:w-[620px]"
    >
      <header className="flex min-h-14 items-center justify-between gap-3 border-b border-line pr-1.5 pl-5">
        <h2 className="truncate text-lg font-semibold select-text">{number}</h2>
        <IconButton label={t('close')} icon={<X size={22} aria-hidden />} onPress={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
        {detail === undefined ? null : detail === null ? (
          <EmptyState icon={<ReceiptText size={40} aria-hidden />} title={t('detailGone')} />
        ) : (
          <SaleDetailBody key={saleId} detail={detail} />
        )}
      </div>
    </section>
  )
}
