import { errorWords, type PortStatus } from '../transport.ts'

/** The status byte of a parallel port, which USB printers give too: not-error 0x08, selected 0x10, paper empty 0x20. */
export const parsePortStatus = (status: number): PortStatus => ({
  hasError: (status & 0x08) === 0,
  isSelected: (status & 0x10) !== 0,
  isPaperEmpty: (status & 0x20) !== 0,
})

/** LPGETSTATUS of Linux's printer devices (linux/lp.h). */
const LPGETSTATUS = 0x060b

/** The port's status line of an open printer device; null where the system or the device has none. Linux only. */
export const readDevicePortStatus = async (fd: number): Promise<PortStatus | null> => {
  if (process.platform !== 'linux') return null
  const { default: koffi } = await import('koffi')
  const ioctl = koffi.load(null).func('int ioctl(int fd, unsigned long request, void *status)')
  const status = Buffer.alloc(4)
  return new Promise((resolve, reject) => {
    ioctl.async(fd, LPGETSTATUS, status, (error: unknown, answer: unknown) => {
      if (error !== null && error !== undefined) reject(new Error(errorWords(error)))
      else resolve(answer === 0 ? parsePortStatus(status.readInt32LE(0)) : null)
    })
  })
}
