import { failure, success, type Result } from '../../../shared/domain/result.ts'
import { errorWords } from '../transport.ts'

/** What Konter uses of an open serial port. Every method rejects with the library's words. */
export type SerialConnection = {
  readonly write: (bytes: Uint8Array) => Promise<void>
  /** Resolves when the system has sent everything on. */
  readonly drain: () => Promise<void>
  /** Drops what the system still holds. */
  readonly flush: () => Promise<void>
  readonly close: () => Promise<void>
  readonly onData: (listener: (bytes: Uint8Array) => void) => void
  /** Told once when the port goes away, with why if that is known. */
  readonly onGone: (listener: (error: Error | null) => void) => void
}

/** A serial port of this computer; the number is its adapter's. */
export type SerialPortInfo = { readonly path: string; readonly maker: string; readonly serialNumber: string | null }

type Done = (error?: Error | null) => void

const called = (call: (done: Done) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    call((error) => (error === null || error === undefined ? resolve() : reject(error)))
  })

/** Opens a serial port, 8 data bits, no parity; rejects with the library's words. The library is native and loaded only here. */
export const openSerialPort = async (path: string, baudRate: number): Promise<SerialConnection> => {
  const { SerialPort } = await import('serialport')
  const port = new SerialPort({ path, baudRate, autoOpen: false })
  await called((done) => port.open(done))
  let goneWith: Error | null = null
  // Without a listener an error of the port would end the process; it is followed by "close".
  port.on('error', (error: Error) => {
    goneWith = error
  })
  return {
    write: (bytes) => called((done) => port.write(bytes, done)),
    drain: () => called((done) => port.drain(done)),
    flush: () => called((done) => port.flush(done)),
    close: () => (port.isOpen ? called((done) => port.close(done)) : Promise.resolve()),
    onData: (listener) => port.on('data', (bytes: Buffer) => listener(bytes)),
    onGone: (listener) => port.once('close', (error?: Error | null) => listener(error ?? goneWith)),
  }
}

/** An adapter's serial number; null for none. What Windows makes up for one without names its USB socket, and has `&` in it. */
export const adapterNumber = (serialNumber: string | undefined): string | null => {
  const number = serialNumber?.trim() ?? ''
  return number === '' || number.includes('&') ? null : number
}

/** The serial ports of this computer; the failure is the system's words. */
export const listSerialPorts = async (): Promise<Result<SerialPortInfo[], string>> => {
  try {
    const { SerialPort } = await import('serialport')
    const ports = await SerialPort.list()
    return success(
      ports.map(({ path, manufacturer, serialNumber }) => ({
        path,
        maker: manufacturer ?? '',
        serialNumber: adapterNumber(serialNumber),
      })),
    )
  } catch (error) {
    return failure(errorWords(error))
  }
}
