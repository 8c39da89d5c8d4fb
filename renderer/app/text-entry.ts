/** A field as it stood before a scanner typed into it. */
export type FieldSnapshot = {
  readonly field: HTMLInputElement | HTMLTextAreaElement
  readonly value: string
  readonly selectionStart: number | null
  readonly selectionEnd: number | null
}

const NOT_TEXT: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'radio',
  'submit',
  'reset',
  'range',
  'file',
  'color',
])

/** The text field that takes typed characters now; null when none has the focus. */
export const focusedTextField = (): HTMLInputElement | HTMLTextAreaElement | null => {
  const focused = document.activeElement
  if (focused instanceof HTMLTextAreaElement) return focused.readOnly || focused.disabled ? null : focused
  if (!(focused instanceof HTMLInputElement) || NOT_TEXT.has(focused.type)) return null
  return focused.readOnly || focused.disabled ? null : focused
}

/** Remembers a field's text and selection. */
export const takeSnapshot = (field: HTMLInputElement | HTMLTextAreaElement): FieldSnapshot => ({
  field,
  value: field.value,
  selectionStart: field.selectionStart,
  selectionEnd: field.selectionEnd,
})

/** Puts a field back as it was, and lets its owner know as if it had been typed. */
export const restoreSnapshot = ({ field, value, selectionStart, selectionEnd }: FieldSnapshot): void => {
  if (!field.isConnected || field.value === value) return
  // React keeps its own copy of the value, which only the prototype's setter lets it compare with.
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  field.setSelectionRange(selectionStart, selectionEnd)
}
