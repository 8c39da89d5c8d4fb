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
  const places = { receipt: 0, label: 0 }
  return [...pages]
    .sort((left, right) => right.printedAtMs - left.printedAtMs)
    .map((page) => {
      places[page.document] += 1
      return { page, place: places[page.document] }
    })
}
