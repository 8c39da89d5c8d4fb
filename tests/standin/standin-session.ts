import type { Protocol, Session } from 'electron'
import { only } from './only.ts'

type ServePage = (request: Request) => Response | Promise<Response>

/** Electron's `protocol` and default session, as far as Konter uses them. Chromium under test grants no permission by itself. */
export const createStandinSession = () => {
  const served = new Map<string, ServePage>()
  const protocol = only('protocol', {
    registerSchemesAsPrivileged: (_schemes: Parameters<Protocol['registerSchemesAsPrivileged']>[0]) => undefined,
    handle: (scheme: string, serve: ServePage) => {
      served.set(scheme, serve)
    },
  })
  const defaultSession = only('session.defaultSession', {
    protocol,
    setPermissionRequestHandler: (_handler: Parameters<Session['setPermissionRequestHandler']>[0]) => undefined,
    setPermissionCheckHandler: (_handler: Parameters<Session['setPermissionCheckHandler']>[0]) => undefined,
    setDevicePermissionHandler: (_handler: Parameters<Session['setDevicePermissionHandler']>[0]) => undefined,
  })
  return {
    protocol,
    session: only('session', { defaultSession }),
    /** What was registered for a scheme. */
    serve: (scheme: string, request: Request): Response | Promise<Response> => {
      const handler = served.get(scheme)
      return handler === undefined ? new Response('No handler', { status: 500 }) : handler(request)
    },
  }
}
