import type { DocumentKind } from '../../../shared/domain/document-kind.ts'
import type { PracticePage } from '../../../shared/ipc/printer-settings.ts'

/** A page with its place among the pages of its document, 1 = the newest. */
export type NumberedPage = { readonly page: PracticePage; readonly place: number }

/** How many printed pages stay on the screen; older ones are let go so that pictures do not fill the memory. */
export const SHOWN_PAGES = 60

/** Adds a page in front, once: the list and the event may both bring it. */
export const addPage = (pages: readonly PracticePage[], page: PracticePage): readonly PracticePage[] =>
  pages.some((known) => known.id === page.id) ? pages : [page, ...pages].slice(0, SHOWN_PAGES)

/** Newest first, each numbered within its document. */
export const numberPages = (pages: readonly PracticePage[]): readonly NumberedPage[] => {
  const places = new Map<DocumentKind, number>()
  return [...pages]
    .sort((left, right) => right.printedAtMs - left.printedAtMs)
    .map((page) => {
      const place = (places.get(page.document) ?? 0) + 1
      places.set(page.document, place)
      return { page, place }
    })
}
