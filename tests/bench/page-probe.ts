import type { Page } from 'playwright-core'

type Sample = { readonly label: string; readonly durationMs: number }

declare global {
  interface Window {
    konterProbe?: {
      readonly samples: Sample[]
      readonly clear: () => void
    }
  }
}

/**
 * Listens in the page: from a key's own time stamp to the frame after the results of that query stand in the document, and
 * from the Enter of a scan (its own time stamp) to the frame after the basket has changed. Nothing in the product knows of it; it hears the marks
 * that the screens set.
 */
export const installProbe = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const samples: Sample[] = []
    let keyAtMs = 0
    let lastScanMs = 0
    const afterPaint = (then: () => void): void => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.addEventListener('message', then, { once: true })
        channel.port1.start()
        channel.port2.postMessage(null)
      })
    }
    window.addEventListener(
      'keydown',
      (event) => {
        keyAtMs = event.timeStamp
      },
      true,
    )
    const input = document.querySelector<HTMLInputElement>('input[type="search"], [role="searchbox"], input')
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName('konter:results')) {
        const began = keyAtMs
        const query: unknown = 'detail' in entry ? entry.detail : null
        if (began === 0 || typeof query !== 'string' || query !== input?.value) continue
        keyAtMs = 0
        afterPaint(() => {
          samples.push({ label: `key:${query}`, durationMs: performance.now() - began })
        })
      }
    }).observe({ type: 'mark' })
    const basket = document.querySelector('[aria-label="Keranjang"]')
    if (basket !== null) {
      new MutationObserver(() => {
        const began = performance.getEntriesByName('konter:scan').at(-1)?.startTime ?? 0
        if (began === lastScanMs) return
        lastScanMs = began
        const landedMs = performance.now() - began
        samples.push({ label: 'scan:landed', durationMs: landedMs })
        afterPaint(() => {
          samples.push({ label: 'scan:painted', durationMs: performance.now() - began })
        })
      }).observe(basket, { childList: true, subtree: true, characterData: true, attributes: true })
    }
    window.konterProbe = {
      samples,
      clear: () => {
        samples.length = 0
      },
    }
  })

/** What was heard since the last time, and forgets it. */
export const takeSamples = (page: Page): Promise<readonly Sample[]> =>
  page.evaluate(() => {
    const taken = [...(window.konterProbe?.samples ?? [])]
    window.konterProbe?.clear()
    return taken
  })
