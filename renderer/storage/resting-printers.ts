import type { DocumentKind } from '../../shared/domain/document-kind.ts'
import type { AskRequestOf } from '../../shared/ipc/contract.ts'

type ClaimRequest = AskRequestOf<'printJobs.claim'>

/** A printer that waits for what is being written for it. */
export type ReservedPrinter = Pick<ClaimRequest, 'runId' | 'documents'> & { readonly printerId: string }

/**
 * Which printers asked for a job and got none. They rest, so that a sale can be written as taken by one and handed to it at
 * once: one transaction instead of two, and no question in between. All claims go through here, so that what is handed to a
 * printer is never taken for something that it left behind.
 */
export type RestingPrinters = {
  /** Carries out a claim. A printer that is reserved gets nothing: what it is to do comes by hand. */
  readonly claim: <Answer extends { readonly claimed: unknown }>(
    request: ClaimRequest,
    work: () => Promise<Answer>,
  ) => Promise<Answer | { readonly claimed: null }>
  /** Keeps the printer that takes this kind for the caller alone; null when it is at work or there is none. */
  readonly reserve: (document: DocumentKind) => ReservedPrinter | null
  /** Lets it go. True when it has asked meanwhile and got nothing: it must be called, or it asks only after its next job. */
  readonly release: (printer: ReservedPrinter) => boolean
}

/** None is known to rest before it has asked. */
export const createRestingPrinters = (): RestingPrinters => {
  const resting = new Map<string, ClaimRequest>()
  /** How many claims of a printer are under way: main asks again when an answer is long in coming. */
  const looking = new Map<string, number>()
  /** Whether it has asked meanwhile. */
  const reserved = new Map<string, boolean>()
  return {
    claim: async (request, work) => {
      const { printerId } = request
      if (printerId === null) return work()
      if (reserved.has(printerId)) {
        reserved.set(printerId, true)
        return { claimed: null }
      }
      for (const id of resting.keys()) if (id === printerId || !request.knownPrinterIds.includes(id)) resting.delete(id)
      looking.set(printerId, (looking.get(printerId) ?? 0) + 1)
      let isIdle = false
      try {
        const answer = await work()
        isIdle = answer.claimed === null
        return answer
      } finally {
        const left = (looking.get(printerId) ?? 1) - 1
        looking.set(printerId, left)
        if (left === 0 && isIdle) resting.set(printerId, request)
      }
    },
    reserve: (document) => {
      const request = [...resting.values()].find(({ documents }) => documents.includes(document))
      if (request === undefined || request.printerId === null) return null
      resting.delete(request.printerId)
      reserved.set(request.printerId, false)
      const { printerId, runId, documents } = request
      return { printerId, runId, documents }
    },
    release: ({ printerId }) => {
      const hasAsked = reserved.get(printerId) === true
      reserved.delete(printerId)
      return hasAsked
    },
  }
}
