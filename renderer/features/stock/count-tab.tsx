import { ClipboardList } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '../../../shared/domain/item.ts'
import type { ActionableError } from '../../../shared/ipc/contract.ts'
import { useTill } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import { useStockCount } from '../../storage/hooks.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CountDifferences } from './count-differences.tsx'
import { CountLines } from './count-lines.tsx'
import { ItemPicker } from './item-picker.tsx'
import { ThrowAwayDialog } from './throw-away-dialog.tsx'
import { useItemScans } from './use-item-scans.ts'

/** A word that finds nothing is a slip of the fingers; a row of digits is a barcode read off a pack. */
const LOOKS_LIKE_A_CODE = /^\d{4,}$/

type Message = { readonly tone: 'good' | 'warn' | 'bad'; readonly text: string }

/** A stock count: start, scan, finish, approve. What the till expects is not shown while it is being counted. */
export const CountTab = () => {
  const { t } = useTranslation('stock')
  const till = useTill()
  const say = useBilingual()
  const count = useStockCount()
  const [message, setMessage] = useState<Message | null>(null)
  const [isStarting, setIsStarting] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const isCounting = count?.head.stage === 'counting'

  const refused = (error: ActionableError) => setMessage({ tone: 'bad', text: say(error.message) })
  const add = async (item: Item) => {
    if (!isCounting) return
    const counted = await till.countItem(item, { type: 'add', quantity: 1 })
    if (counted.ok) setMessage({ tone: 'good', text: t('count.added', { name: item.name }) })
    else refused(counted.error)
  }
  const noteUnknown = async (code: string) => {
    if (!isCounting) return
    await till.noteUnknownCode(code)
    setMessage({ tone: 'warn', text: t('count.unknownNoted', { code }) })
  }
  const typedUnknown = (text: string) => {
    if (LOOKS_LIKE_A_CODE.test(text)) inTurn(() => noteUnknown(text))
    else setMessage({ tone: 'warn', text: t('picker.unknown', { code: text }) })
  }
  const inTurn = useItemScans({ onItem: add, onUnknown: noteUnknown, onError: refused })

  const start = async () => {
    setIsStarting(true)
    setMessage(null)
    try {
      const started = await till.startCount()
      if (!started.ok) refused(started.error)
    } finally {
      setIsStarting(false)
    }
  }
  if (count === undefined) return null
  if (count === null) {
    return (
      <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
        {message === null ? null : <Notice tone={message.tone} title={message.text} />}
        <EmptyState
          icon={<ClipboardList size={44} aria-hidden />}
          title={t('count.emptyTitle')}
          action={
            <Button look="primary" size="large" isPending={isStarting} onPress={() => void start()}>
              {t(isStarting ? 'count.starting' : 'count.start')}
            </Button>
          }
        >
          {t('count.emptyBody')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-4">
      {count.head.isFresh ? null : (
        <Notice tone="warn" title={t('count.notFresh')} isAnnounced={false}>
          {t('count.notFreshHint')}
        </Notice>
      )}
      {isCounting ? (
        <>
          <ItemPicker
            label={t('count.search')}
            placeholder={t('picker.placeholder')}
            onPick={(item) => inTurn(() => add(item))}
            onUnknown={typedUnknown}
          />
          {message === null ? null : <Notice tone={message.tone} title={message.text} />}
          <CountLines count={count} inTurn={inTurn} onRefused={refused} />
          <div className="flex shrink-0 items-center justify-between gap-3">
            <Button look="quiet" onPress={() => setIsAsking(true)}>
              {t('count.throwAway')}
            </Button>
            <Button
              look="primary"
              size="large"
              isDisabled={count.lines.length === 0}
              onPress={() => {
                setMessage(null)
                inTurn(() => till.setCountStage('finished'))
              }}
            >
              {t('count.finish')}
            </Button>
          </div>
        </>
      ) : (
        <CountDifferences
          count={count}
          onThrowAway={() => setIsAsking(true)}
          onSubmitted={(number) => setMessage({ tone: 'good', text: t('count.submitted', { number }) })}
        />
      )}
      {isAsking ? (
        <ThrowAwayDialog
          lineCount={count.lines.length}
          onCancel={() => setIsAsking(false)}
          onConfirm={() =>
            inTurn(async () => {
              await till.discardCount()
              setIsAsking(false)
              setMessage(null)
            })
          }
        />
      ) : null}
    </div>
  )
}
