import { create } from 'zustand'
import type { SalesFilter } from './till.ts'

export const SCREENS = ['sell', 'sales', 'shifts', 'catalogue', 'stock', 'printing', 'practice', 'settings'] as const
export type Screen = (typeof SCREENS)[number]

/** Where the till is. `salesState` is the filter with which the sales screen opens. */
export type Route = { readonly screen: Screen; readonly salesState: SalesFilter['state'] }

const SALES_STATES = ['all', 'waiting', 'attention', 'sent'] as const

/** Reads an address like `#/sales/attention`; anything unknown is the sell screen. */
export const routeOf = (hash: string): Route => {
  const [screenPart, statePart] = hash.replace(/^#\/?/, '').split('/')
  return {
    screen: SCREENS.find((screen) => screen === screenPart) ?? 'sell',
    salesState: SALES_STATES.find((state) => state === statePart) ?? 'all',
  }
}

/** The address of a route; `routeOf` reads it back. */
export const hashOf = (route: Route): string =>
  route.screen === 'sales' && route.salesState !== 'all' ? `#/sales/${route.salesState}` : `#/${route.screen}`

/** The current route, kept equal to the address. */
export const useRoute = create<Route>(() => routeOf(''))

/** Goes to a screen (the sales screen with a filter, if given). */
export const navigate = (screen: Screen, salesState: SalesFilter['state'] = 'all'): void => {
  window.location.hash = hashOf({ screen, salesState })
}

/** Follows the address from now on; returns a function that stops it. */
export const followAddress = (): (() => void) => {
  const follow = () => useRoute.setState(routeOf(window.location.hash))
  follow()
  window.addEventListener('hashchange', follow)
  return () => window.removeEventListener('hashchange', follow)
}
