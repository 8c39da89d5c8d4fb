import { lazy, Suspense } from 'react'
import { SellScreen } from '../features/sell/sell-screen.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { type Route, useRoute } from './routes.ts'

// All but the sell screen come when they are first opened: the till must be ready to sell at once.
const OrdersScreen = lazy(async () => ({
  default: (await import('../features/orders/orders-screen.tsx')).OrdersScreen,
}))
const CatalogueScreen = lazy(async () => ({
  default: (await import('../features/listing/catalogue-screen.tsx')).CatalogueScreen,
}))
const StockScreen = lazy(async () => ({ default: (await import('../features/stock/stock-screen.tsx')).StockScreen }))
const PrintingScreen = lazy(async () => ({
  default: (await import('../features/printing/printing-screen.tsx')).PrintingScreen,
}))
const PracticeScreen = lazy(async () => ({
  default: (await import('../features/practice/practice-screen.tsx')).PracticeScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}))

const screenOf = (route: Route) => {
  switch (route.screen) {
    case 'sell':
      return <SellScreen />
    case 'sales':
      return <OrdersScreen key={route.salesState} initialFilter={{ state: route.salesState }} />
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
