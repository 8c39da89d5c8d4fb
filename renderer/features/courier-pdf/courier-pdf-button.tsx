import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { CourierPdfDialog } from './courier-pdf-dialog.tsx'

/** A button that prints a courier's PDF. */
export const CourierPdfButton = () => {
  const { t } = useTranslation('courierPdf')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button icon={<FileText size={18} aria-hidden />} onPress={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      {isOpen ? <CourierPdfDialog onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
