import { useAskingPrintJobs } from '../../storage/hooks.ts'

/** The printers of which a job waits for a person's answer, by id. */
export const useAskingPrinters = (): ReadonlySet<string | null> =>
  new Set((useAskingPrintJobs() ?? []).map(({ printerId }) => printerId))
