import { useTranslation } from 'react-i18next'
import type { PrintTrouble } from '../../../shared/domain/print-trouble.ts'
import { useBilingual } from '../../app/use-bilingual.ts'
import { sayTroubleDetail } from './say-trouble-detail.ts'

/** What a trouble's detail means, in the language on the screen. Empty when there is none. */
export const useTroubleDetail = (): ((trouble: PrintTrouble) => string) => {
  const { t } = useTranslation('printing')
  const say = useBilingual()
  return (trouble) => sayTroubleDetail(trouble, say, (document) => t(`document.${document}`))
}
