import { DialogTrigger, Dialog } from 'react-aria-components/Dialog'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Popover } from 'react-aria-components/Popover'
import { useTranslation } from 'react-i18next'
import { formatLocalClock } from '../../../shared/domain/local-time.ts'
import type { Link } from '../../../shared/ipc/link.ts'
import { Age } from '../../ui/age.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { formatExactClock, formatShortDay } from '../../ui/shop-time.ts'
import { ToneIcon } from '../../ui/tone-icon.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useLanguage } from '../use-bilingual.ts'
import { PRESSABLE_STATUS_ITEM } from './status-item.ts'

const TONES: Readonly<Record<Link['state'], Tone>> = { waiting: 'neutral', up: 'good', down: 'warn', refused: 'bad' }
const COLOURS: Readonly<Record<Link['state'], string>> = {
  waiting: 'text-muted',
  up: 'text-good',
  down: 'text-warn',
  refused: 'text-bad',
}

type LinkStatusProps = {
  readonly link: Link
  /** The shop's own zone: a sale and an outage of one minute must show one time. */
  readonly utcOffsetMinutes: number
  readonly onTryNow: () => void
}

/** One link in words, icon and colour; pressed, it says why and since when, and offers to try now. */
export const LinkStatus = ({ link, utcOffsetMinutes, onTryNow }: LinkStatusProps) => {
  const { t } = useTranslation(['shell', 'common'])
  const language = useLanguage()
  const name = t(`common:destination.${link.destination}`)
  const time = formatLocalClock(link.sinceMs, utcOffsetMinutes)
  const dayAndTime = `${formatShortDay(link.sinceMs, utcOffsetMinutes, language)} ${time}`
  return (
    <DialogTrigger>
      <AriaButton className={PRESSABLE_STATUS_ITEM}>
        <span className={COLOURS[link.state]}>
          <ToneIcon tone={TONES[link.state]} />
        </span>
        <span className="font-semibold">{name}</span>
        <span className={classNames(COLOURS[link.state], 'font-medium')}>
          {t(`shell:status.link.${link.state}`, { time })}
        </span>
        {link.state === 'down' || link.state === 'refused' ? (
          <span className="hidden text-muted 2xl:inline">
            (<Age sinceMs={link.sinceMs} />)
          </span>
        ) : null}
      </AriaButton>
      <Popover placement="top start" className="w-96 rounded-panel border border-line bg-raised shadow-xl outline-none">
        <Dialog
          aria-label={t('shell:status.linkDetail', { destination: name })}
          className="flex flex-col gap-3 p-5 outline-none"
        >
          <p className={classNames('flex flex-wrap items-center gap-x-2 text-lg font-semibold', COLOURS[link.state])}>
            <ToneIcon tone={TONES[link.state]} size={20} />
            <span className="text-ink">{name}</span>
            {t(`shell:status.link.${link.state}`, { time: dayAndTime })}
          </p>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
            <dt className="text-muted">{t('shell:status.lastAnswer')}</dt>
            <dd>{link.lastAnswerMs === null ? t('shell:status.noAnswer') : <Age sinceMs={link.lastAnswerMs} />}</dd>
            {link.reason === null ? null : (
              <>
                <dt className="text-muted">{t('shell:status.reason')}</dt>
                <dd className="wrap-anywhere select-text">{link.reason}</dd>
              </>
            )}
          </dl>
          {link.nextTryMs === null ? null : (
            <p className="text-sm">
              {t('shell:status.nextTry', { time: formatExactClock(link.nextTryMs, utcOffsetMinutes) })}
            </p>
          )}
          {link.state === 'up' ? null : <p className="text-sm text-muted">{t('shell:status.sellOn')}</p>}
          <Button look="primary" onPress={onTryNow}>
            {t('shell:status.tryNow')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
