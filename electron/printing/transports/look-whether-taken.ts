import { errorWords } from '../transport.ts'

// poll.h
const POLLOUT = 0x4
const BROKEN = 0x8 | 0x10 | 0x20
/** A look ends after this long, so that what waits for it is never held up for longer. */
const LOOK_MS = 50

/** `waiting`: the device is still busy with the last write. */
export type TakenState = 'taken' | 'waiting' | 'broken'

/**
 * Whether a device has passed its last write on to the printer. Linux's printer driver answers a write before the printer has
 * it, and drops it when the device is closed; it is ready for the next one only after. Where the system cannot tell: taken.
 */
export const lookWhetherTaken = async (fd: number): Promise<TakenState> => {
  if (process.platform !== 'linux') return 'taken'
  const { default: koffi } = await import('koffi')
  const poll = koffi.load(null).func('int poll(void *fds, unsigned long count, int timeoutMs)')
  // struct pollfd: int fd, short events, short revents
  const watched = Buffer.alloc(8)
  watched.writeInt32LE(fd, 0)
  watched.writeInt16LE(POLLOUT, 4)
  await new Promise<void>((resolve, reject) => {
    poll.async(watched, 1, LOOK_MS, (error: unknown) => {
      if (error !== null && error !== undefined) reject(new Error(errorWords(error)))
      else resolve()
    })
  })
  const events = watched.readInt16LE(6)
  if ((events & BROKEN) !== 0) return 'broken'
  return (events & POLLOUT) === 0 ? 'waiting' : 'taken'
}
