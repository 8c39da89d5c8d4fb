import type { Page } from '@playwright/test'
import { BENG_BENG, INDOMIE, KALPA } from './goods.ts'
import { addNetworkPrinter, openQueue, routeTo } from './printer-actions.ts'
import { ReceiptPrinter } from './receipt-printer.ts'
import {
  dialogNamed,
  openPayment,
  openScreen,
  rupiah,
  saleRow,
  scanItem,
  sellForCash,
  statusBar,
  waitUntilAllSent,
} from './till-actions.ts'
import { expect, test } from './till-test.ts'

const useReceiptPrinter = async (page: Page, { port }: ReceiptPrinter): Promise<void> => {
  await addNetworkPrinter(page, { name: 'Kasir depan', port, language: 'ESC/POS' })
  await routeTo(page, 'Struk', 'Kasir depan')
  await openScreen(page, 'Jual')
}

test('the power fails at the first byte of the receipt: the sale is there once, and the till asks about the paper', async ({
  shop,
}) => {
  const printer = await ReceiptPrinter.listen({ stallsAfterBytes: 1 })
  try {
    const cut = await shop.start()
    await useReceiptPrinter(cut.page, printer)
    await scanItem(cut.page, INDOMIE)
    const payment = await openPayment(cut.page)
    await payment.getByRole('button', { name: 'Uang pas', exact: true }).click()
    const failed = new Promise<void>((resolve) => {
      printer.onBytes = () => resolve(cut.killAll())
    })
    await Promise.all([
      failed,
      // The window may be gone before the press is answered.
      payment
        .getByRole('button', { name: 'Selesaikan pembayaran' })
        .click()
        .catch(() => undefined),
    ])
    printer.onBytes = () => undefined
    printer.goOn()
    const before = printer.jobs.length

    const { page } = await shop.start()
    // The page may have been written to the disk in that moment, or not: then only the cashier knows of the money.
    const question = page.getByRole('alertdialog', { name: 'Apakah uang untuk penjualan ini sudah diterima?' })
    const yes = question.getByRole('button', { name: 'Ya, sudah diterima' })
    await expect(yes.or(statusBar(page).getByText('1 cetakan perlu jawaban'))).toBeVisible()
    if (await yes.isVisible()) {
      await yes.click()
      await expect(question).toBeHidden()
      await page
        .getByRole('button', { name: 'Mengerti' })
        .click({ timeout: 2_000 })
        .catch(() => undefined)
    }
    await expect(statusBar(page)).toContainText('1 cetakan perlu jawaban')
    await openQueue(page)
    const asking = page.getByRole('region', { name: 'Apakah kertasnya keluar?' })
    await expect(asking.getByRole('group')).toHaveCount(1)
    await asking.getByRole('button', { name: 'Ya, keluar' }).click()
    await expect(asking).toBeHidden()
    await openScreen(page, 'Penjualan')
    await expect(saleRow(page, '-0001')).toHaveCount(1)
    await expect(saleRow(page, '-0001')).toContainText(rupiah(3_000))
    expect(printer.jobs).toHaveLength(before)

    await openScreen(page, 'Jual')
    const number = await sellForCash(page, [KALPA])
    expect(number).toMatch(/-0002$/u)
    await expect.poll(() => printer.jobs.length).toBe(before + 1)
    await waitUntilAllSent(page)
  } finally {
    await printer.close()
  }
})

test('closed while a receipt prints and another is sold: the first is printed to its end, the second after the next start', async ({
  shop,
}) => {
  const printer = await ReceiptPrinter.listen({ stallsAfterBytes: 1 })
  try {
    const till = await shop.start()
    await useReceiptPrinter(till.page, printer)
    await sellForCash(till.page, [INDOMIE])
    await waitUntilAllSent(till.page)
    await scanItem(till.page, BENG_BENG)
    const payment = await openPayment(till.page)
    await payment.getByRole('button', { name: 'Uang pas', exact: true }).click()
    await till.page.close({ runBeforeUnload: true })
    await payment.getByRole('button', { name: 'Selesaikan pembayaran' }).click()
    await expect(dialogNamed(till.page, 'Lunas')).toBeVisible()
    expect(printer.jobs).toHaveLength(0)
    printer.goOn()
    await till.waitForEnd()
    expect(printer.jobs).toHaveLength(1)

    const { page } = await shop.start()
    await expect.poll(() => printer.jobs.length).toBe(2)
    expect(printer.jobs[1]?.equals(printer.jobs[0] ?? Buffer.alloc(0))).toBe(false)
    await expect(statusBar(page)).not.toContainText('perlu jawaban')
    await openQueue(page)
    await expect(page.getByRole('list', { name: 'Terakhir dicetak' }).getByRole('listitem')).toHaveCount(2)
    await expect(page.getByRole('list', { name: 'Terakhir dicetak' })).not.toContainText('SALINAN')
  } finally {
    await printer.close()
  }
})
