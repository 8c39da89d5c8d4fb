// Side by side: the database opens while the screens are still being read. main.tsx awaits the till, and shows why it failed.
import('./till-instance.ts').catch(() => undefined)
await import('./main.tsx')
