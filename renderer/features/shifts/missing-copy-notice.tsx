import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMissingCopies } from '../../app/journal-copy.ts'
import { useTill } from '../../app/till-context.tsx'
import { useBilingual } from '../../app/use-bilingual.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'

/** Says that what was stored has no copy in the journal yet, and tries again. Nothing when all have one. */
export const MissingCopyNotice = () => {
  const { t } = useTranslation('shifts')
  const say = useBilingual()
  const till = useTill()
  const error = useMissingCopies((state) => state.error)
  const [isPending, setIsPending] = useState(false)
  if (error === null) return null
  const tryAgain = async (): Promise<void> => {
    setIsPending(true)
    try {
      await till.keepCopiesAgain()
    } finally {
      setIsPending(false)
    }
  }
  return (
    <Notice
      tone="bad"
      title={t('copy.title')}
      action={
        <Button isPending={isPending} onPress={() => void tryAgain()}>
          {t('copy.again')}
        </Button>
      }
    >
      {say(error.message)}
    </Notice>
  )
}
