/** Offers a text as a file to keep (the browser's own download). A byte order mark lets spreadsheets read UTF-8. */
export const saveTextFile = (fileName: string, text: string): void => {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The download reads the address after this turn; a minute is plenty for a text.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
