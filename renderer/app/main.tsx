import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { startLanguage } from './language.ts'
import { logError, logUncaughtErrors } from './log.ts'
import { OpeningFailed } from './opening-failed.tsx'
import { followAddress } from './routes.ts'

logUncaughtErrors()
startLanguage('id')
followAddress()

const container = document.querySelector('#root')
if (container === null) throw new Error('index.html has no #root')
const root = createRoot(container)

try {
  const { till } = await import('./till-instance.ts')
  root.render(
    <ErrorBoundary scope="app">
      <App services={{ till, bridge: window.konter }} searchIsReady={till.searchIsReady} />
    </ErrorBoundary>,
  )
} catch (error) {
  logError('start', error)
  root.render(<OpeningFailed />)
}
