import { ChevronDown } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import type { PrintJob } from '../../../shared/domain/print-job.ts'
import { usePrinterSettings } from '../../app/printer-settings-store.ts'
import { Button, type ButtonSize } from '../../ui/button.tsx'
import { printersElsewhere } from './printer-fits.ts'

/** A button that lists the other printers on which a job fits; nothing when there is none. */
export const ElsewhereMenu = ({
  job,
  words,
  label,
  size = 'medium',
  onChoose,
}: {
  readonly job: PrintJob
  readonly words: string
  /** What a screen reader says, with the job's name in it. */
  readonly label: string
  readonly size?: ButtonSize
  readonly onChoose: (printerId: string) => void
}) => {
  const settings = usePrinterSettings((state) => state.settings)
  const printers = settings === null ? [] : printersElsewhere(settings, job)
  if (printers.length === 0) return null
  return (
    <MenuTrigger>
      <Button size={size} aria-label={label}>
        {words}
        <ChevronDown size={18} aria-hidden />
      </Button>
      <Popover className="min-w-(--trigger-width) overflow-auto rounded-control border border-line bg-raised p-1 shadow-lg outline-none">
        <Menu
          aria-label={label}
          items={printers}
          onAction={(key) => {
            const chosen = printers.find(({ id }) => id === key)
            if (chosen !== undefined) onChoose(chosen.id)
          }}
          className="outline-none"
        >
          {(printer) => (
            <MenuItem
              id={printer.id}
              textValue={printer.name}
              className="flex min-h-11 cursor-default items-center rounded-md px-3 outline-none data-[focused]:bg-accent-soft"
            >
              {printer.name}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
