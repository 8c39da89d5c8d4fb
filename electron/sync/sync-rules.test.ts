import { describe, expect, test } from 'vitest'
import { createAbsenceTrust } from './absence-trust.ts'
import { chooseAccount, chooseAccurateWarehouse, chooseCustomer } from './accurate/accurate-directory.ts'
import { ACCURATE_REFUSALS } from './accurate/accurate-refusals.ts'
import {
  isAccessRefusal,
  isClockRefusal,
  isDuplicateNumber,
  isNotFound,
  isServerCrash,
} from './accurate/accurate-words.ts'
import { accountBase, allowedBase } from './accurate/allowed-host.ts'
import { accurateQuery } from './accurate/endpoints.ts'
import { attentionFor } from './attention-texts.ts'
import { backOffMs, shareOf } from './back-off.ts'
import { forstokUrl } from './forstok/endpoints.ts'
import { chooseStore, chooseWarehouse } from './forstok/forstok-directory.ts'
import { hasReached, orderProgress } from './forstok/order-status.ts'
import { createLinkTracker } from './link-tracker.ts'
import { redact } from './redact.ts'
import { createSharedRun } from './shared-run.ts'

describe("Accurate's words", () => {
  test.each([
    ['Pelanggan C.9 tidak ditemukan atau sudah dihapus', 'unknown-customer'],
    ['Gudang Utama tidak ditemukan atau sudah dihapus', 'unknown-warehouse'],
    ['Gudang tidak tepat', 'unknown-warehouse'],
    ['Akun 1101 tidak ditemukan atau sudah dihapus', 'unknown-account'],
    ['Kas/Bank tidak tepat', 'unknown-account'],
    ['Barang & Jasa AIRM-1 tidak ditemukan atau sudah dihapus', 'unknown-item'],
    ['Barang & Jasa tidak tepat', 'unknown-item'],
    ['Pembayaran faktur "K1" melebihi nilai piutang fakturnya', 'overpaid'],
    ['Nilai Pembayaran tidak mencukupi untuk melunasi pembayaran!', 'underpaid'],
    ['Profil pengguna anda memiliki akses ke lebih dari satu cabang', 'several-branches'],
    ['Faktur Penjualan K1 tidak ditemukan atau sudah dihapus', 'unknown-invoice'],
    ['Stok barang X tidak mencukupi', 'negative-stock'],
    ['Kuantitas barang X kurang', 'negative-stock'],
    ['Tanggal transaksi tidak dapat lebih kecil dari 01/11/2026', 'date-refused'],
    ['Jumlah No. Seri/Produksi barang "X" tidak sama dengan kuantitasnya', 'serial-number'],
    ['Kuantitas barang XYZ dibawah syarat minimum penjualannya', 'below-minimum'],
    ['Biaya persediaan barang SKU-1 NOL', 'zero-cost'],
    ['Invalid field value for field "paymentMethod".', 'field-refused'],
    ['Sesuatu yang belum pernah terlihat', 'refused'],
  ])('%s -> %s, with a remedy in both languages', (message, code) => {
    const attention = attentionFor(message, 200, ACCURATE_REFUSALS)
    expect(attention).toMatchObject({ code, message, httpStatus: 200 })
    expect(attention.remedy.id.length).toBeGreaterThan(20)
    expect(attention.remedy.en.length).toBeGreaterThan(20)
  })

  test('tell a duplicate, a crash, a refusal of access and "no such document" apart', () => {
    expect(isDuplicateNumber('Sudah ada data lain dengan No Faktur "K1"')).toBe(true)
    expect(isDuplicateNumber('Sudah ada data lain dengan No Bukti K1-1')).toBe(true)
    expect(isDuplicateNumber('Sudah ada data lain dengan Kode Barang')).toBe(false)
    expect(isServerCrash('Upsss... Telah terjadi permasalahan … Kode Referensi: ersen-9')).toBe(true)
    expect(isServerCrash('Gudang tidak tepat')).toBe(false)
    for (const words of [
      'invalid_token',
      'Invalid or Revoked API Token',
      'Header X-Api-Signature is required',
      'insufficient_scope',
    ])
      expect(isAccessRefusal(words)).toBe(true)
    expect(isAccessRefusal('Pelanggan tidak tepat')).toBe(false)
    expect(isClockRefusal('Header X-Api Timestamp difference more than 600 seconds')).toBe(true)
    expect(isClockRefusal('Header X-Api-Signature invalid')).toBe(false)
    for (const words of [
      'Faktur Penjualan tidak tepat',
      'Penerimaan Penjualan tidak tepat',
      'Pembayaran Pelanggan tidak tepat',
      'Bukti Penerimaan tidak tepat',
      'No Bukti K1-1 tidak ditemukan atau sudah dihapus',
    ])
      expect(isNotFound(words)).toBe(true)
    for (const words of ['URL API tidak tepat', 'Gudang tidak tepat', 'Data Session Key tidak tepat', ''])
      expect(isNotFound(words)).toBe(false)
  })
})

describe('hosts that may get the token', () => {
  const account = 'https://account.accurate.id'
  test('are https at accurate.id where the account is', () => {
    expect(allowedBase('https://zeus.accurate.id/accurate', account)).toBe('https://zeus.accurate.id')
    expect(allowedBase('https://a.pvt1.accurate.id', account)).toBe('https://a.pvt1.accurate.id')
    for (const host of [
      'http://zeus.accurate.id',
      'https://accurate.id.jahat.example',
      'https://jahataccurate.id',
      'https://a:b@zeus.accurate.id',
      'http://127.0.0.1:98',
      'zeus.accurate.id',
      '',
    ])
      expect(allowedBase(host, account)).toBeNull()
  })

  test.each([
    ['http://127.0.0.1:98/', 'http://127.0.0.1:98'],
    ['http://localhost:98', 'http://localhost:98'],
    ['http://127.0.0.1:98/accurate', 'http://127.0.0.1:98'],
    ['http://127.0.0.1:98/mine/accurate/api/sales-invoice/save.do', 'http://127.0.0.1:98/mine'],
    ['http://[::1]:98', 'http://[::1]:98'],
    ['http://192.0.2.1:98', null],
    ['http://127.0.0.1.jahat.example', null],
  ])('of a server on this machine are on this machine, on any port: %s', (host, base) => {
    expect(allowedBase(host, 'http://127.0.0.1:99/mine/')).toBe(base)
  })

  test('a server to test against that names accurate.id, as the published samples do, means itself', () => {
    expect(allowedBase('https://zeus.accurate.id', 'http://127.0.0.1:99/mine/api/')).toBe('http://127.0.0.1:99/mine')
    expect(allowedBase('https://zeus.accurate.id', 'https://test.example')).toBe('https://test.example')
  })

  test.each([
    ['https://account.accurate.id', 'https://account.accurate.id'],
    ['http://127.0.0.1:99/', 'http://127.0.0.1:99'],
    ['http://127.0.0.1:99/api', 'http://127.0.0.1:99'],
    ['http://127.0.0.1:99/mine/api/', 'http://127.0.0.1:99/mine'],
  ])('the account host is where it was set up: %s', (accountUrl, base) => {
    expect(accountBase(accountUrl)).toBe(base)
  })
})

describe('addresses', () => {
  test('are joined from what the shop set up, with or without /api', () => {
    for (const base of ['https://a.test', 'https://a.test/', 'https://a.test/api', 'https://a.test/api/v2/auth'])
      expect(forstokUrl(base, '/api/v2/auth', { id: 'a@b' })).toBe('https://a.test/api/v2/auth?id=a%40b')
    expect(accurateQuery({ fields: 'id,name', number: 'K1/2 3' })).toBe('?fields=id,name&number=K1%2F2%203')
  })
})

describe('the set-up that is found', () => {
  test('prefers the default, the active and the named, and is null where nothing fits', () => {
    expect(
      chooseWarehouse([
        { id: '1', name: 'a' },
        { id: '2', name: 'b', default: true },
      ])?.id,
    ).toBe('2')
    expect(
      chooseWarehouse([
        { id: '1', name: 'a', default: true, active: false },
        { id: '2', name: 'b' },
      ])?.id,
    ).toBe('2')
    expect(chooseWarehouse([])).toBeNull()
    expect(
      chooseStore([
        { id: '1', name: 'Toko', channel_id: '21' },
        { id: '2', name: 'POS - Forstok' },
      ])?.id,
    ).toBe('2')
    expect(chooseStore([{ id: '1', name: 'Deposito', channel_id: '12' }])).toBeNull()
    expect(chooseAccurateWarehouse([{ id: '1', name: 'Rusak', scrapWarehouse: true }])).toBeNull()
    const accounts = ['Bank BCA', 'Kas Toko', 'Mesin EDC', 'QRIS'].map((name, index) => ({
      id: String(index),
      no: String(index),
      name,
    }))
    expect(
      (['cash', 'qris', 'card', 'transfer'] as const).map((method) => chooseAccount(accounts, method)?.name),
    ).toEqual(['Kas Toko', 'QRIS', 'Mesin EDC', 'Bank BCA'])
    expect(chooseAccount(accounts.slice(0, 1), 'qris')?.name).toBe('Bank BCA')
    expect(chooseAccount([], 'cash')).toBeNull()
    const customer = (name: string) => ({ id: name, customerNo: name, name })
    expect(chooseCustomer([customer('PT A'), customer('Walk-in'), customer('pelanggan umum ')])?.name).toBe(
      'pelanggan umum ',
    )
    expect(chooseCustomer([customer('PT A'), customer('Walk in')])?.name).toBe('Walk in')
    expect(chooseCustomer([customer('PT A')])?.name).toBe('PT A')
    expect(chooseCustomer([])).toBeNull()
  })
})

describe('the progress of an order', () => {
  test('is read from any writing of the status', () => {
    for (const status of ['Ready to Ship', 'ready_to_ship', 'Ready to ship', 'Shipped'])
      expect(orderProgress(status)).toBe('ready-to-ship')
    expect(hasReached(orderProgress('Completed'), 'ready-to-ship')).toBe(true)
    expect(hasReached(orderProgress('Shipped'), 'delivered')).toBe(false)
    expect(hasReached(orderProgress('Entah'), 'ready-to-ship')).toBe(false)
  })
})

describe('trust in "nothing found"', () => {
  test('comes only after the delay, also when the wall clock was set back or ahead', () => {
    let wallMs = 100_000
    let monotonicMs = 0
    const trust = createAbsenceTrust(10_000, { now: () => wallMs, monotonicNow: () => monotonicMs })
    const judge = (stepId: string, lastSendAtMs: number | null) =>
      trust.judge(stepId, trust.beginLookUp(), lastSendAtMs)
    monotonicMs += 10_000
    expect(judge('a', null)).toBeNull()
    expect(judge('b', 95_000)).toBe(5_000)
    expect(judge('b', 90_000)).toBeNull()
    // Sent "in the future": two look-ups ten seconds apart are believed.
    expect(judge('c', 9_000_000)).toBe(10_000)
    monotonicMs += 10_000
    expect(judge('c', 9_000_000)).toBeNull()
    // The clock jumps ahead right after a sending of this run.
    trust.noteSend('d')
    wallMs += 9_000_000
    expect(judge('d', 100_000)).toBe(10_000)
    monotonicMs += 10_000
    expect(judge('d', 100_000)).toBeNull()
  })

  test('comes no sooner than the delay after the start: what an earlier run sent may still be on its way', () => {
    let monotonicMs = 5_000
    const trust = createAbsenceTrust(10_000, { now: () => 9_000_000, monotonicNow: () => monotonicMs })
    const judge = (lastSendAtMs: number | null) => trust.judge('a', trust.beginLookUp(), lastSendAtMs)
    monotonicMs += 1_000
    // A sale put back from the journal knows of no sending; another's was written before the clock was set ahead.
    expect(judge(null)).toBe(9_000)
    expect(judge(1)).toBe(9_000)
    monotonicMs += 9_000
    expect(judge(null)).toBeNull()
  })

  test('waits after a sending that succeeded, too: its settlement may have been lost', () => {
    let monotonicMs = 0
    const trust = createAbsenceTrust(10_000, { now: () => 9_000_000, monotonicNow: () => monotonicMs })
    monotonicMs += 60_000
    trust.noteSend('a')
    trust.forget('a')
    expect(trust.judge('a', trust.beginLookUp(), 1)).toBe(10_000)
  })
})

describe('the truth about a line', () => {
  test('keeps since when, the reason and the last answer, and tells only changes', () => {
    let nowMs = 1_000
    let told = 0
    const link = createLinkTracker({
      destination: 'accurate',
      now: () => nowMs,
      troublesToDown: 2,
      lastAnswerNewsMs: 10_000,
      onChanged: () => (told += 1),
    })
    expect(link.read()).toMatchObject({ state: 'waiting', sinceMs: 1_000, lastAnswerMs: null })
    link.apply({ type: 'answered' }, 'step')
    expect(link.read().state).toBe('waiting')
    link.apply({ type: 'answered' }, 'probe')
    expect(told).toBe(1)
    nowMs = 2_000
    link.apply({ type: 'answered' }, 'step')
    expect(told).toBe(1)
    expect(link.read()).toMatchObject({ state: 'up', sinceMs: 1_000, lastAnswerMs: 2_000 })
    link.apply({ type: 'troubled', reason: 'HTTP 503' }, 'step')
    expect(link.isOpen()).toBe(true)
    nowMs = 3_000
    link.apply({ type: 'troubled', reason: 'HTTP 503' }, 'step')
    expect(link.read()).toMatchObject({ state: 'down', sinceMs: 3_000, reason: 'HTTP 503', lastAnswerMs: 2_000 })
    link.apply({ type: 'answered' }, 'step')
    expect(link.isOpen()).toBe(false)
    link.apply({ type: 'refused', reason: 'invalid_token' }, 'probe')
    expect(link.read()).toMatchObject({ state: 'refused', reason: 'invalid_token' })
    expect(told).toBe(3)
  })
})

describe('waiting and sharing', () => {
  test('back-off doubles to its ceiling with a foreseeable jitter', () => {
    const waits = Array.from({ length: 12 }, (_, index) => backOffMs(index + 1, 1_000, 60_000, 0))
    expect(waits.slice(0, 8)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000])
    expect(backOffMs(5_000, 1_000, 60_000, 1)).toBe(48_000)
    expect(shareOf('a')).toBe(shareOf('a'))
    expect(shareOf('a')).not.toBe(shareOf('b'))
  })

  test('who asks before a run began shares it; who asks later gets the next one, after it', async () => {
    const events: string[] = []
    let releaseWork: () => void = () => undefined
    let runs = 0
    const run = createSharedRun(
      async () => Promise.resolve(),
      async () => {
        const number = (runs += 1)
        events.push(`begin ${number}`)
        if (number === 1)
          await new Promise<void>((resolve) => {
            releaseWork = resolve
          })
        events.push(`end ${number}`)
        return number
      },
    )
    const first = run()
    const shared = run()
    while (events.length === 0) await Promise.resolve()
    const second = run()
    const secondShared = run()
    releaseWork()
    expect(await Promise.all([first, shared, second, secondShared])).toEqual([1, 1, 2, 2])
    expect(events).toEqual(['begin 1', 'end 1', 'begin 2', 'end 2'])
  })

  test('secrets are taken out of texts in every form', () => {
    expect(redact('key=s3cr3t/x, s3cr3t%2Fx, Bearer abc.def, ?token=zzz&a=1', ['s3cr3t/x'])).toBe(
      'key=•••, •••, Bearer •••, ?token=•••&a=1',
    )
  })
})
