import type { resources } from './resources.ts'

declare module 'i18next' {
  // An interface, because only interfaces merge with the library's own declaration.
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: (typeof resources)['id']
  }
}
