import { isAppUrl } from './app-origin.ts'

type Preventable = { readonly preventDefault: () => void }
type Navigation = Preventable & { readonly url: string }

/** The parts of a page that can leave it. Electron's WebContents fits. */
export type GuardedContents = {
  readonly on: ((event: 'will-navigate', listener: (event: Navigation) => void) => unknown) &
    ((event: 'will-redirect', listener: (event: Navigation) => void) => unknown) &
    ((event: 'will-frame-navigate', listener: (event: Navigation) => void) => unknown) &
    ((event: 'will-attach-webview', listener: (event: Preventable) => void) => unknown)
  readonly setWindowOpenHandler: (handler: () => { action: 'deny' }) => void
}

/** Keeps a page where it is: no other address (also by redirect and in frames), no new window, no webview. */
export const guardNavigation = (contents: GuardedContents, onRefused: (what: string, url: string) => void): void => {
  const refuseForeign = (what: string) => (event: Navigation) => {
    if (isAppUrl(event.url)) return
    event.preventDefault()
    onRefused(what, event.url)
  }
  contents.on('will-navigate', refuseForeign('navigation'))
  contents.on('will-redirect', refuseForeign('redirect'))
  contents.on('will-frame-navigate', refuseForeign('frame'))
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    onRefused('webview', '')
  })
  contents.setWindowOpenHandler(() => {
    onRefused('window', '')
    return { action: 'deny' }
  })
}
