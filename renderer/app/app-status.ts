import { create } from 'zustand'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { AppStatus } from '../../shared/ipc/contract.ts'

/** What main knows of itself, the links and the printers; null until its first answer. */
export const useAppStatus = create<{ readonly status: AppStatus | null }>(() => ({ status: null }))

/** Reads the status and keeps it true by main's events; returns a function that stops it. */
export const followAppStatus = (bridge: Bridge, onFailure: (error: unknown) => void): (() => void) => {
  const change = (part: Partial<AppStatus>) =>
    useAppStatus.setState(({ status }) => (status === null ? {} : { status: { ...status, ...part } }))
  const stopLinks = bridge.onLinksChanged(({ links }) => change({ links }))
  const stopPrinters = bridge.onPrintersChanged(({ printers }) => change({ printers }))
  bridge.getAppStatus({}).then((status) => useAppStatus.setState({ status }), onFailure)
  return () => {
    stopLinks()
    stopPrinters()
  }
}

/** True in practice mode; false until main has answered. */
export const useIsPracticeMode = (): boolean => useAppStatus(({ status }) => status?.mode === 'practice')
