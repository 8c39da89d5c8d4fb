import { createContext, type ReactNode, useContext } from 'react'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { Till } from './till.ts'

/** What every screen works with: the till's commands and the bridge to main. */
export type TillServices = { readonly till: Till; readonly bridge: Bridge }

const TillContext = createContext<TillServices | null>(null)

/** Hands the till to the screens below. */
export const TillProvider = ({
  services,
  children,
}: {
  readonly services: TillServices
  readonly children: ReactNode
}) => <TillContext value={services}>{children}</TillContext>

const useServices = (): TillServices => {
  const services = useContext(TillContext)
  if (services === null) throw new Error('The till is used outside of TillProvider')
  return services
}

/** The till's commands. Throws outside of a TillProvider. */
export const useTill = (): Till => useServices().till

/** The bridge to the main process. Throws outside of a TillProvider. */
export const useBridge = (): Bridge => useServices().bridge
