/** As a `ref`: gives an element the focus when it appears. For the first field or the safe answer of a dialog. */
export const focusOnMount = (element: HTMLElement | null): void => element?.focus()

/** As a `ref`: gives the first field within an element the focus when it appears. For a field that a component keeps to itself. */
export const focusFirstField = (element: HTMLElement | null): void => element?.querySelector('input')?.focus()
