import { lazy, Suspense } from 'react'
import { SellScreen } from '../features/sell/sell-screen.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { type Route, useRoute } from './routes.ts'

// All but the sell screen come later: the till must be ready to sell at once.
const loadOrders = async () => ({ default: (await import('../features/orders/orders-screen.tsx')).OrdersScreen })
const loadShifts = async () => ({ default: (await import('../features/shifts/shift-screen.tsx')).ShiftScreen })
const loadCatalogue = async () => ({
  default: (await import('../features/listing/catalogue-screen.tsx')).CatalogueScreen,
})
const loadStock = async () => ({ default: (await import('../features/stock/stock-screen.tsx')).StockScreen })
const loadPrinting = async () => ({
  default: (await import('../features/printing/printing-screen.tsx')).PrintingScreen,
})
const loadPractice = async () => ({
  default: (await import('../features/practice/practice-screen.tsx')).PracticeScreen,
})
const loadSettings = async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
})

const OrdersScreen = lazy(loadOrders)
const ShiftScreen = lazy(loadShifts)
const CatalogueScreen = lazy(loadCatalogue)
const StockScreen = lazy(loadStock)
const PrintingScreen = lazy(loadPrinting)
const PracticeScreen = lazy(loadPractice)
const SettingsScreen = lazy(loadSettings)

/** Fetches the other screens while the till is idle, so that none is blank when it is first opened. Rejects when one cannot be had. */
export const prefetchScreens = async (): Promise<void> => {
  for (const load of [loadOrders, loadShifts, loadPrinting, loadCatalogue, loadStock, loadPractice, loadSettings]) {
    await new Promise((resolve) => {
      requestIdleCallback(resolve)
    })
    await load()
  }
}

const screenOf = (route: Route) => {
  switch (route.screen) {
    case 'sell':
      return <SellScreen />
    case 'sales':
      return <OrdersScreen key={route.salesState} initialFilter={{ state: route.salesState }} />
    case 'shifts':
      return <ShiftScreen />
    case 'catalogue':
      return <CatalogueScreen />
    case 'stock':
      return <StockScreen />
    case 'printing':
      return <PrintingScreen />
    case 'practice':
      return <PracticeScreen />
    case 'settings':
      return <SettingsScreen />
    default:
      return null
  }
}

/** The screen that the address names. A bug in one leaves the others usable. */
export const CurrentScreen = () => {
  const route = useRoute()
  return (
    <ErrorBoundary key={route.screen} scope={route.screen}>
      <Suspense fallback={null}>{screenOf(route)}</Suspense>
    </ErrorBoundary>
  )
}
