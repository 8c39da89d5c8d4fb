import type { Destination } from '../../shared/domain/sales-route.ts'
import type { Link } from '../../shared/ipc/link.ts'
import type { LinkNews } from './http/classify-exchange.ts'

/** Where news of a line come from: only a probe may open a line that is down. */
export type NewsSource = 'step' | 'probe'

export type LinkTracker = {
  readonly read: () => Link
  readonly isOpen: () => boolean
  readonly apply: (news: LinkNews, source: NewsSource) => void
  /** When the engine tries next; null while it is up. */
  readonly setNextTry: (atMs: number | null) => void
}

/** The truth about one line, from answers alone. `onChanged` is told when what the page shows changes. */
export const createLinkTracker = (options: {
  readonly destination: Destination
  readonly now: () => number
  readonly troublesToDown: number
  readonly lastAnswerNewsMs: number
  readonly onChanged: () => void
}): LinkTracker => {
  const { now } = options
  let troubles = 0
  let link: Link = {
    destination: options.destination,
    state: 'waiting',
    sinceMs: now(),
    lastAnswerMs: null,
    reason: null,
    nextTryMs: null,
  }
  let told = link

  const set = (change: Partial<Link>): void => {
    const state = change.state ?? link.state
    link = { ...link, ...change, sinceMs: state === link.state ? link.sinceMs : now() }
    const hasNewState = link.state !== told.state || link.reason !== told.reason || link.nextTryMs !== told.nextTryMs
    const answerAgeMs = (link.lastAnswerMs ?? 0) - (told.lastAnswerMs ?? 0)
    if (!hasNewState && answerAgeMs < options.lastAnswerNewsMs) return
    told = link
    options.onChanged()
  }

  const answered = (source: NewsSource): void => {
    troubles = 0
    if (source === 'probe' || link.state === 'up')
      set({ state: 'up', reason: null, nextTryMs: null, lastAnswerMs: now() })
    // A step that was under way when the line went down; whether the line is back is for the probe to say.
    else set({ lastAnswerMs: now() })
  }

  return {
    read: () => link,
    isOpen: () => link.state === 'up',
    setNextTry: (nextTryMs) => set({ nextTryMs }),
    apply: (news, source) => {
      switch (news.type) {
        case 'answered':
        case 'slowed':
          return answered(source)
        case 'down':
          return set({ state: 'down', reason: news.reason })
        case 'refused':
          return set({ state: 'refused', reason: news.reason, lastAnswerMs: now() })
        case 'troubled':
          troubles += 1
          if (link.state !== 'up' || troubles >= options.troublesToDown) set({ state: 'down', reason: news.reason })
      }
    },
  }
}
