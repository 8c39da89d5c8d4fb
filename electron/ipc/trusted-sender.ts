import { isAppUrl } from '../window/app-origin.ts'

/** The parts of an IPC event that tell who sent it. */
export type SenderEvent = {
  readonly sender: { readonly id: number }
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** True only for the main frame of Konter's own page in Konter's own window (Electron security checklist, item 17). */
export const isTrustedSender = (event: SenderEvent, pageContentsId: number | null): boolean =>
  pageContentsId !== null &&
  event.sender.id === pageContentsId &&
  event.senderFrame !== null &&
  event.senderFrame.parent === null &&
  isAppUrl(event.senderFrame.url)
