import type { Bridge } from '../../shared/ipc/bridge.ts'

declare global {
  // An interface, because only interfaces merge with the browser's own declaration.
  interface Window {
    readonly konter: Bridge
  }
}
