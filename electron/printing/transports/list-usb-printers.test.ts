import { afterEach, expect, test, vi } from 'vitest'
import { success } from '../../../shared/domain/result.ts'
import { listUsbPrinters, tellingOfPlugging, watchUsb } from './list-usb-printers.ts'
import { createMemoryUsb, type MemoryUsb } from './testing/memory-usb.ts'

afterEach(() => vi.useRealTimers())

const ID = 'MFG:XPRINTER;CMD:TSPL;MDL:XP-420B;CLS:PRINTER;'
const found = {
  vendorId: 0x0483,
  productId: 0x5743,
  serialNumber: 'SN0001',
  maker: 'XPRINTER',
  model: 'XP-420B',
  commandSet: ['TSPL'],
  language: 'tspl',
}
const list = (usb: MemoryUsb, kept: string | null = null) =>
  listUsbPrinters(
    () => Promise.resolve(usb.port),
    (path) => Promise.resolve(path === '/sys/bus/usb/devices/1-1.2:1.1/ieee1284_id' ? kept : null),
  )

test('a USB printer is listed by what it says of itself', async () => {
  const usb = createMemoryUsb({ deviceId: ID })
  expect(await list(usb)).toEqual({ ok: true, value: [found] })
  expect(usb.calls).toEqual(['open', 'claim 1', 'select 1.1', 'release 1', 'close'])
})

test.runIf(process.platform === 'linux')(
  'a printer that the driver has is left alone: the system kept its id',
  async () => {
    const usb = createMemoryUsb()
    expect(await list(usb, `${ID}\n`)).toEqual({ ok: true, value: [found] })
    expect(usb.calls).toEqual([])
  },
)

test('a printer in use is listed all the same, by its USB names', async () => {
  const usb = createMemoryUsb({ claimError: 'interface is busy' })
  expect(await list(usb)).toEqual({
    ok: true,
    value: [{ ...found, model: 'USB Printer', commandSet: [], language: null }],
  })
})

test('a computer without USB says so, for the list and for the watch', async () => {
  const load = () =>
    Promise.resolve({
      ...createMemoryUsb().port,
      getDevices: () => Promise.reject(new Error('/sys/bus/usb/devices/ not found')),
    })
  expect(await listUsbPrinters(load)).toEqual({ ok: false, error: '/sys/bus/usb/devices/ not found' })
  expect(await watchUsb(() => undefined, load)).toEqual({ ok: false, error: '/sys/bus/usb/devices/ not found' })
})

test('the real library answers or says why not', async () => {
  const listed = await listUsbPrinters()
  expect(listed.ok ? Array.isArray(listed.value) : listed.error.length > 0).toBe(true)
})

test('the watch tells of changes until it is stopped', async () => {
  const usb = createMemoryUsb()
  let changes = 0
  const watch = await watchUsb(
    () => {
      changes += 1
    },
    () => Promise.resolve(usb.port),
  )
  usb.change()
  const before = changes
  if (watch.ok) watch.value()
  usb.change()
  expect([before, changes]).toEqual([1, 1])
})

test('plugging is told once, when it has settled, and not after the watch was stopped', async () => {
  vi.useFakeTimers()
  const seen: string[] = []
  let change = (): void => undefined
  const watch = tellingOfPlugging(
    async (onChanged) => {
      change = onChanged
      return success(() => seen.push('stopped'))
    },
    async () => {
      seen.push('told')
      if (seen.length > 4) throw new Error('no page')
    },
    (words) => seen.push(words),
    100,
  )
  const watching = await watch(() => seen.push('changed'))
  change()
  await vi.advanceTimersByTimeAsync(60)
  change()
  await vi.advanceTimersByTimeAsync(60)
  expect(seen).toEqual(['changed', 'changed'])
  await vi.advanceTimersByTimeAsync(60)
  expect(seen).toEqual(['changed', 'changed', 'told'])
  change()
  await vi.advanceTimersByTimeAsync(200)
  expect(seen.slice(3)).toEqual(['changed', 'told', 'no page'])
  change()
  if (watching.ok) watching.value()
  await vi.advanceTimersByTimeAsync(200)
  expect(seen.slice(6)).toEqual(['changed', 'stopped'])
})
