import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly string[] }

const IMPORT_PATTERN =
  /(?:^|[\n;])\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|[\n;])\s*import\s*['"]([^'"]+)['"]|(?:\bimport|\brequire)\(\s*['"]([^'"]+)['"]/gu

const readSources = (folder: string): SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => {
      const path = relative(root, join(entry.parentPath, entry.name))
      const text = readFileSync(join(root, path), 'utf8')
      const imports = [...text.matchAll(IMPORT_PATTERN)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
      return { path, text, imports }
    })

const isTest = (file: SourceFile): boolean => /\.test\.tsx?$|\/testing\/|-fixture\.ts$/u.test(file.path)
const stripComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(^|[^:])\/\/.*$/gmu, '$1')

const shared = readSources('shared')
const electron = readSources('electron')
const renderer = readSources('renderer')
const tests = readSources('tests')
const product = [...shared, ...electron, ...renderer].filter((file) => !isTest(file))

/** The file that a relative import names, as a path from the root; null for packages. */
const target = (file: SourceFile, specifier: string): string | null =>
  specifier.startsWith('.') ? relative(root, resolve(root, file.path, '..', specifier)) : null

const offenders = (files: readonly SourceFile[], isWrong: (file: SourceFile, specifier: string) => boolean): string[] =>
  files.flatMap((file) =>
    file.imports
      .filter((specifier) => isWrong(file, specifier))
      .map((specifier) => `${file.path} imports ${specifier}`),
  )

const packageIs =
  (...names: readonly string[]) =>
  (specifier: string): boolean =>
    names.some((name) => specifier === name || specifier.startsWith(`${name}/`))

describe('structure', () => {
  test('scans the whole product, so that no rule below can pass over nothing', () => {
    expect(shared.length).toBeGreaterThanOrEqual(40)
    expect(electron.length).toBeGreaterThanOrEqual(80)
    expect(renderer.length).toBeGreaterThanOrEqual(80)
    expect(product.flatMap((file) => file.imports).length).toBeGreaterThanOrEqual(600)
  })

  test('shared imports only shared, and zod', () => {
    const isZod = packageIs('zod')
    const wrong = offenders(
      shared.filter((file) => !isTest(file)),
      (file, specifier) => {
        const path = target(file, specifier)
        return path === null ? !isZod(specifier) : !path.startsWith('shared/')
      },
    )
    expect(wrong).toEqual([])
  })

  test('shared has no clock, no randomness and no platform', () => {
    const forbidden =
      /\bDate\.now\b|\bnew Date\b|\bDate\(|\bMath\.random\b|\bcrypto\b|\bprocess\.|\bwindow\.|\bdocument\.(?:create|query|get|body)|\bsetTimeout\b|\bperformance\./u
    const wrong = shared
      .filter((file) => !isTest(file) && forbidden.test(stripComments(file.text)))
      .map((file) => file.path)
    expect(wrong).toEqual([])
  })

  test('electron is imported only under electron/ (and by the stand-in that takes its place)', () => {
    const isElectron = packageIs('electron')
    const wrong = offenders(
      [...product, ...tests],
      (file, specifier) => isElectron(specifier) && !/^(?:electron|tests\/standin)\//u.test(file.path),
    )
    expect(wrong).toEqual([])
  })

  test('Dexie is imported only under renderer/storage/', () => {
    const isDexie = packageIs('dexie', 'dexie-react-hooks')
    expect(
      offenders(product, (file, specifier) => isDexie(specifier) && !file.path.startsWith('renderer/storage/')),
    ).toEqual([])
  })

  test('HTTP goes out only from electron/sync/; the print system of the machine is asked over its own way (IPP is HTTP)', () => {
    const isAxios = packageIs('axios')
    const isNodeHttp = packageIs('node:http', 'node:https', 'http', 'https')
    const wrong = offenders(
      product,
      (file, specifier) =>
        (isAxios(specifier) && !file.path.startsWith('electron/sync/')) ||
        (isNodeHttp(specifier) &&
          !/^electron\/(?:sync|practice)\//u.test(file.path) &&
          file.path !== 'electron/printing/transports/cups-post.ts'),
    )
    const fetching = product
      .filter((file) => /(?:^|[^.\w])fetch\(/u.test(stripComments(file.text)))
      .map((file) => file.path)
    expect([...wrong, ...fetching]).toEqual([])
  })

  test('raw ipcMain stands only in electron/ipc/, raw ipcRenderer only in the preload', () => {
    const wrong = product
      .filter((file) => {
        const code = stripComments(file.text)
        return (
          (/\bipcMain\b/u.test(code) && !file.path.startsWith('electron/ipc/')) ||
          (/\bipcRenderer\b/u.test(code) && file.path !== 'electron/preload.ts')
        )
      })
      .map((file) => file.path)
    expect(wrong).toEqual([])
  })

  test('processes do not import each other: renderer and electron meet only in shared', () => {
    const wrong = [
      ...offenders(
        renderer,
        (file, specifier) =>
          target(file, specifier)?.startsWith('electron/') ?? (specifier.startsWith('node:') && !isTest(file)),
      ),
      ...offenders(electron, (file, specifier) => target(file, specifier)?.startsWith('renderer/') ?? false),
    ]
    expect(wrong).toEqual([])
  })

  test('nothing in the product knows the stand-in or the tests', () => {
    const importing = offenders(
      product,
      (file, specifier) =>
        (target(file, specifier)?.startsWith('tests/') ?? false) ||
        packageIs('playwright-core', '@playwright/test')(specifier),
    )
    const naming = product.filter(
      (file) => /stand-?in\b/iu.test(file.text) && /runtime|KONTER_RUNTIME|tests\/standin/u.test(file.text),
    )
    expect([...importing, ...naming.map((file) => file.path)]).toEqual([])
  })

  test('what only tests need is imported only by tests', () => {
    const isTestSupport = (path: string | null): boolean => path !== null && /\/testing\/|-fixture\.ts$/u.test(path)
    expect(offenders(product, (file, specifier) => isTestSupport(target(file, specifier)))).toEqual([])
  })

  test('files carry no drawer names', () => {
    const wrong = [...product, ...tests]
      .map((file) => file.path)
      .filter((path) => /(?:^|[/-])(?:utils?|helpers?|managers?|index)\.tsx?$/u.test(path))
    expect(wrong).toEqual([])
  })
})
