/** As a `ref`: gives an element the focus when it appears. For the first field or the safe answer of a dialog. */
export const focusOnMount = (element: HTMLElement | null): void => element?.focus()
