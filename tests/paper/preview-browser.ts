import { readFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { PNG } from 'pngjs'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { findSystemBrowser } from '../../build/system-browser.ts'
import { createMonoPicture, fillDots, type MonoPicture } from '../../electron/printing/mono-picture.ts'
import { LayoutSvg } from '../../renderer/features/printing/layout-svg.tsx'
import { markDots } from '../../shared/documents/dot-marks.ts'
import type { DocumentLayout } from '../../shared/documents/layout.ts'

/** A page of the screen as dots, one pixel a dot. */
export type ScreenDots = {
  /** What is black on the screen beyond doubt. */
  readonly surely: MonoPicture
  /** That, and what is just too light. */
  readonly nearly: MonoPicture
}

/** Draws previews as the page on the screen does, in a real browser. */
export type PreviewBrowser = {
  readonly draw: (layout: DocumentLayout, dotsPerMm: number) => Promise<ScreenDots>
  readonly close: () => Promise<void>
}

/** Around the grey at which the printer burns a dot (144 of 255): browsers draw the edges of letters up to this much darker or lighter. */
const SURELY_DARK = 128
const NEARLY_DARK = 160
const SHEET = new URL('../../renderer/features/printing/document-preview.css', import.meta.url)

/** The preview's own style sheet, its fonts put into it, since this page has no address to fetch them from. */
const styleSheet = async (): Promise<string> => {
  let css = await readFile(SHEET, 'utf8')
  for (const [whole, path] of css.matchAll(/url\('([^']+\.ttf)'\)/g)) {
    const font = await readFile(new URL(path ?? '', SHEET))
    css = css.replace(whole, `url('data:font/ttf;base64,${font.toString('base64')}')`)
  }
  return css
}

/** Starts a browser without a window. Rejects when none is installed. */
export const openPreviewBrowser = async (): Promise<PreviewBrowser> => {
  const executablePath = findSystemBrowser()
  if (executablePath === null) throw new Error('Chromium is not installed')
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-lcd-text', '--font-render-hinting=none', '--force-color-profile=srgb'],
  })
  const page = await browser.newPage({ deviceScaleFactor: 1 })
  const css = `${await styleSheet()} body { margin: 0; background: white } svg { box-shadow: none !important }`
  await page.setContent(`<style>${css}</style><div id="paper"></div>`)
  await page.evaluate(async () => {
    await Promise.all([document.fonts.load('400 20px "Konter Print"'), document.fonts.load('700 20px "Konter Print"')])
  })
  return {
    draw: async (layout, dotsPerMm) => {
      const { widthDots, heightDots } = markDots(layout, dotsPerMm)
      const svg = renderToStaticMarkup(createElement(LayoutSvg, { layout, dotsPerMm, label: '' }))
      await page.setViewportSize({ width: widthDots, height: heightDots })
      await page.evaluate((html) => {
        const paper = document.getElementById('paper')
        if (paper !== null) paper.innerHTML = html
      }, svg)
      const clip = { x: 0, y: 0, width: widthDots, height: heightDots }
      const shot = PNG.sync.read(await page.screenshot({ clip }))
      return { surely: darkPixels(shot, SURELY_DARK), nearly: darkPixels(shot, NEARLY_DARK) }
    },
    close: () => browser.close(),
  }
}

const darkPixels = ({ width, height, data }: PNG, darkestGrey: number): MonoPicture => {
  const picture = createMonoPicture(width, height)
  for (let index = 0; index < width * height; index += 1) {
    if ((data[index * 4] ?? 255) <= darkestGrey) fillDots(picture, index % width, Math.floor(index / width), 1, 1)
  }
  return picture
}
