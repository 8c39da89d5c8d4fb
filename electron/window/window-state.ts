import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { writeFileAtomically } from '../write-file-atomically.ts'

const rectangleSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
})
/** A place on the screens, in device-independent pixels. */
export type Rectangle = z.infer<typeof rectangleSchema>

const windowStateSchema = z.object({ bounds: rectangleSchema, isMaximized: z.boolean() })
/** How the window stood when it was last closed. */
export type WindowState = z.infer<typeof windowStateSchema>

/** The state kept in a file, or null when there is none or it cannot be read (the window then opens in its default place). */
export const readWindowState = async (path: string): Promise<WindowState | null> => {
  try {
    return windowStateSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return null
  }
}

/** Keeps the state; a crash leaves the old one. */
export const writeWindowState = (path: string, state: WindowState): Promise<void> =>
  writeFileAtomically(path, JSON.stringify(state))

const SMALLEST_VISIBLE_PIXELS = 100

/** The state if enough of its title bar lies on one of the displays (a second screen may be gone), else null. */
export const onlyIfVisible = (state: WindowState | null, displays: readonly Rectangle[]): WindowState | null => {
  if (state === null) return null
  const { x, y, width } = state.bounds
  const isVisible = displays.some((display) => {
    const shownWidth = Math.min(x + width, display.x + display.width) - Math.max(x, display.x)
    const isTitleShown = y >= display.y && y < display.y + display.height - SMALLEST_VISIBLE_PIXELS
    return shownWidth >= SMALLEST_VISIBLE_PIXELS && isTitleShown
  })
  return isVisible ? state : null
}
