import type { Page } from 'playwright-core'

/** Types a barcode as fast as a scanner does, then waits. */
export const scan = async (page: Page, code: string, pauseMs = 250): Promise<void> => {
  await Promise.all([...code.split(''), 'Enter'].flatMap((key) => [page.keyboard.down(key), page.keyboard.up(key)]))
  await page.waitForTimeout(pauseMs)
}

/** Pays what is in the basket with the exact cash, and begins the next sale; `meanwhile` is waited for before anything looks at the page again. */
export const payInWindow = async (
  page: Page,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  await page.keyboard.press('F9')
  await page.getByRole('dialog', { name: 'Pembayaran' }).waitFor()
  await page.getByRole('button', { name: 'Uang pas' }).click()
  const complete = page.getByRole('button', { name: 'Selesaikan pembayaran' })
  const record = page.getByRole('button', { name: 'Catat', exact: true })
  if (!(await complete.isEnabled())) await record.click()
  await complete.click()
  await meanwhile()
  await page.getByRole('dialog', { name: 'Lunas' }).waitFor()
  await page.getByRole('button', { name: 'Penjualan baru' }).click()
  await page.getByRole('dialog', { name: 'Lunas' }).waitFor({ state: 'detached' })
}

/** Cuts the practice services off, or joins them again. */
export const cutServices = (page: Page, isCut: boolean): Promise<null> =>
  page.evaluate(async (wanted) => {
    const faults = await window.konter.getPracticeFaults({})
    return window.konter.setPracticeFaults({
      faults: { forstok: { ...faults.forstok, isCut: wanted }, accurate: { ...faults.accurate, isCut: wanted } },
    })
  }, isCut)
