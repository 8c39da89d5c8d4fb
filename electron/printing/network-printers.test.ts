import { randomUUID } from 'node:crypto'
import { createSocket } from 'node:dgram'
import Bonjour from 'bonjour-service'
import { afterEach, describe, expect, test } from 'vitest'
import { findNetworkPrinters, printersOf } from './network-printers.ts'

const service = (changes: Partial<Parameters<typeof printersOf>[0][number]>) => ({
  name: 'Kasir',
  type: 'pdl-datastream',
  host: 'kasir.local',
  port: 9100,
  addresses: ['fe80::1', '192.168.1.50'],
  txt: {},
  ...changes,
})

describe('what network printers announce', () => {
  test('is an address of version 4, a port and a title', () => {
    const txt = { ty: 'EPSON TM-T82X', product: '(TM-T82X)', usb_CMD: 'PCL,ESC/POS' }
    expect(printersOf([service({ txt })])).toEqual([
      { transport: { type: 'tcp', host: '192.168.1.50', port: 9100 }, title: 'EPSON TM-T82X', language: 'escpos' },
    ])
  })

  test.each([
    [{ TY: '', Product: '(XP-420B)' }, 'XP-420B'],
    [{ usb_MFG: 'Xprinter', usb_MDL: 'XP-420B' }, 'Xprinter XP-420B'],
    [{}, 'Kasir'],
    [undefined, 'Kasir'],
    ['nonsense', 'Kasir'],
  ])('takes the title from what there is: %j', (txt, title) => {
    expect(printersOf([service({ txt })])[0]).toMatchObject({ title, language: null })
  })

  test('is one printer although it is announced twice, and LPD alone means port 9100', () => {
    const lpd = service({ type: 'printer', port: 515 })
    const other = service({ type: 'printer', port: 515, addresses: ['192.168.1.51'] })
    expect(
      printersOf([lpd, other, service({ port: 9101 }), service({ port: 9101 })]).map(({ transport }) => transport),
    ).toEqual([
      { type: 'tcp', host: '192.168.1.50', port: 9101 },
      { type: 'tcp', host: '192.168.1.51', port: 9100 },
    ])
  })

  test('is nothing where the service is named but not there', () => {
    expect(printersOf([service({ port: 0 })])).toEqual([])
    expect(printersOf([service({ addresses: [], host: '' })])).toEqual([])
  })

  test('falls back on who answered, then on the name', () => {
    const referer = { address: '10.0.0.7', family: 'IPv4', port: 5353, size: 1 } as const
    expect(printersOf([service({ addresses: ['fe80::1'], referer })])[0]?.transport).toMatchObject({ host: '10.0.0.7' })
    expect(printersOf([service({ addresses: [] })])[0]?.transport).toMatchObject({ host: 'kasir.local' })
  })
})

/** Null when this machine hears what it sends to mDNS' group; else why not. */
const whyNoMulticast = (): Promise<string | null> =>
  new Promise((resolve) => {
    const socket = createSocket({ type: 'udp4', reuseAddr: true })
    const token = randomUUID()
    const end = (why: string | null): void => {
      clearTimeout(timer)
      socket.close()
      resolve(why)
    }
    const timer = setTimeout(() => end('multicast does not come back'), 1000)
    socket.on('error', (error) => end(error.message))
    socket.on('message', (message) => {
      if (message.toString() === token) end(null)
    })
    socket.bind(0, () => {
      try {
        socket.addMembership('224.0.0.251')
        socket.send(token, socket.address().port, '224.0.0.251', (error) => {
          if (error !== null) end(error.message)
        })
      } catch (error) {
        end(String(error))
      }
    })
  })

describe('search by mDNS', () => {
  const published: Bonjour[] = []
  afterEach(async () => {
    await Promise.all(published.splice(0).map((each) => new Promise<void>((resolve) => each.destroy(resolve))))
  })

  test('finds printers that announce themselves on this network', async (context) => {
    const why = await whyNoMulticast()
    if (why !== null) context.skip(`no mDNS on this machine: ${why}`)
    const bonjour = new Bonjour()
    published.push(bonjour)
    const [label, receipt] = [randomUUID(), randomUUID()]
    const txt = { ty: `Xprinter ${label}`, usb_CMD: 'TSPL' }
    bonjour.publish({ name: label, type: 'pdl-datastream', port: 9101, probe: false, txt })
    bonjour.publish({ name: receipt, type: 'printer', port: 515, probe: false, host: `${receipt}.local` })
    const search = await findNetworkPrinters({ timeMs: 1500 })
    const found = search.ok ? search.value : []
    expect(found.find(({ title }) => title === `Xprinter ${label}`)).toMatchObject({
      transport: { type: 'tcp', port: 9101 },
      language: 'tspl',
    })
    expect(search.ok).toBe(true)
  })

  test('says why where the network cannot be asked', async () => {
    // An address of documentation (RFC 5737), which no machine has.
    const search = await findNetworkPrinters({ timeMs: 500, interfaceAddress: '203.0.113.77' })
    expect(search).toMatchObject({ ok: false, error: expect.stringContaining('EADDRNOTAVAIL') })
  })
})
