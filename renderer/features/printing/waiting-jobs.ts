import type { PrintJob } from '../../../shared/domain/print-job.ts'
import type { PrinterSettings } from '../../../shared/domain/printer.ts'
import { printerOfJob } from './printer-fits.ts'

/** How many jobs wait for a printer, or are on their way to it. */
export const countJobsFor = (settings: PrinterSettings, open: readonly PrintJob[], printerId: string): number =>
  open.filter((job) => job.state !== 'unknown' && printerOfJob(settings, job)?.id === printerId).length
