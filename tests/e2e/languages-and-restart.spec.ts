import { INDOMIE } from './goods.ts'
import { clickChoice, openScreen, sellForCash, waitUntilAllSent } from './till-actions.ts'
import { expect, test } from './till-test.ts'

test('the language, the sales and the catalogue last over a restart; the catalogue is not imported again', async ({
  shop,
}) => {
  const first = await shop.start()
  const number = await sellForCash(first.page, [INDOMIE])
  await waitUntilAllSent(first.page)
  await openScreen(first.page, 'Katalog')
  const imported = await first.page.getByText(/Diimpor /u).innerText()
  await openScreen(first.page, 'Pengaturan')
  await clickChoice(first.page, 'radio', 'English')
  await first.page.getByRole('button', { name: 'Simpan pengaturan' }).click()
  const rail = first.page.getByRole('navigation', { name: 'Screens' })
  await expect(rail.getByRole('link', { name: 'Sell', exact: true })).toBeVisible()
  await first.close()

  const { page } = await shop.start()
  const screens = page.getByRole('navigation', { name: 'Screens' })
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('All sent')
  await expect(page.getByText(/Filling the practice catalogue|practice catalogue is ready/u)).toHaveCount(0)
  await screens.getByRole('link', { name: 'Sales', exact: true }).click()
  await expect(
    page.getByRole('table', { name: 'List of sales' }).getByRole('row').filter({ hasText: number }),
  ).toHaveCount(1)
  await screens.getByRole('link', { name: 'Catalogue', exact: true }).click()
  const clock = /\d{1,2}[:.]\d{2}/u.exec(imported)?.[0]
  expect(clock).toBeDefined()
  await expect(page.getByText(new RegExp(`Imported .*${(clock ?? '').replace('.', '[.:]')}`, 'u'))).toBeVisible()
})

test('a second start on the same profile opens no second till, and the first goes on', async ({ shop }) => {
  const { page } = await shop.start()
  await expect(shop.start()).rejects.toThrow(/ended with 0 while starting/u)
  await sellForCash(page, [INDOMIE])
  await waitUntilAllSent(page)
})
