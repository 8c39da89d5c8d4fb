import type { Session } from 'electron'
import { APP_SCHEME } from './app-origin.ts'

/** Denies every permission (Electron's default is to grant all) and serves the page under its own scheme. */
export const lockDownSession = (
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'> & {
    readonly protocol: Pick<Session['protocol'], 'handle'>
  },
  servePage: (request: Request) => Promise<Response>,
): void => {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.protocol.handle(APP_SCHEME, servePage)
}
