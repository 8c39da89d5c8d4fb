import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { AskRequestOf } from '../../shared/ipc/contract.ts'

type ClaimRequest = AskRequestOf<'printJobs.claim'>

/** A printer that waits for what is being written for it. */
export type ReservedPrinter = Pick<ClaimRequest, 'runId' | 'documents'> & {
  readonly printerId: string
  /** Whether its last job ended in the middle. */
  readonly comesAfterCut: boolean
}

/** What a claim came to. Of a printer that got nothing, whether its last job ended in the middle. */
type Found = { readonly claimed: unknown; readonly comesAfterCut: boolean }

/**
 * Which printers asked for a job and got none. They rest, so that a sale can be written as taken by one and handed to it at
 * once: one transaction instead of two, and no question in between. All claims go through here, so that what is handed to a
 * printer is never taken for something that it left behind.
 */
export type RestingPrinters = {
  /** Carries out a claim. A printer that is reserved gets nothing: what it is to do comes by hand. */
  readonly claim: <Answer extends Found>(
    request: ClaimRequest,
    work: () => Promise<Answer>,
  ) => Promise<Pick<Answer, 'claimed'> | { readonly claimed: null }>
  /** Keeps the printer that takes this kind for the caller alone; null when it is at work or there is none. */
  readonly reserve: (document: DocumentKind) => ReservedPrinter | null
  /** Something is written that printers may have already; the function that it gives ends that. */
  readonly beginWriting: () => () => void
  /** Resolves when what is being written now stands in the database, or never will: only then can be told what became of it. */
  readonly whenWritten: () => Promise<void>
  /** Lets it go. True when it has asked meanwhile and got nothing: it must be called, or it asks only after its next job. */
  readonly release: (printer: ReservedPrinter) => boolean
}

/** None is known to rest before it has asked. */
export const createRestingPrinters = (): RestingPrinters => {
  const resting = new Map<string, ReservedPrinter>()
  /** How many claims of a printer are under way: main asks again when an answer is long in coming. */
  const looking = new Map<string, number>()
  /** Whether it has asked meanwhile. */
  const reserved = new Map<string, boolean>()
  const writings = new Set<Promise<void>>()
  return {
    claim: async (request, work) => {
      const { printerId } = request
      if (printerId === null) {
        const { claimed } = await work()
        return { claimed }
      }
      if (reserved.has(printerId)) {
        reserved.set(printerId, true)
        return { claimed: null }
      }
      for (const id of resting.keys()) if (id === printerId || !request.knownPrinterIds.includes(id)) resting.delete(id)
      looking.set(printerId, (looking.get(printerId) ?? 0) + 1)
      let idle: ReservedPrinter | null = null
      try {
        const { claimed, comesAfterCut } = await work()
        const { runId, documents } = request
        if (claimed === null) idle = { printerId, runId, documents, comesAfterCut }
        return { claimed }
      } finally {
        const left = (looking.get(printerId) ?? 1) - 1
        looking.set(printerId, left)
        if (left === 0 && idle !== null) resting.set(printerId, idle)
      }
    },
    reserve: (document) => {
      const printer = [...resting.values()].find(({ documents }) => documents.includes(document))
      if (printer === undefined) return null
      resting.delete(printer.printerId)
      reserved.set(printer.printerId, false)
      return printer
    },
    beginWriting: () => {
      let end = (): void => undefined
      const writing = new Promise<void>((resolve) => {
        end = resolve
      })
      writings.add(writing)
      return () => {
        writings.delete(writing)
        end()
      }
    },
    whenWritten: async () => {
      await Promise.all(writings)
    },
    release: ({ printerId }) => {
      const hasAsked = reserved.get(printerId) === true
      reserved.delete(printerId)
      return hasAsked
    },
  }
}
