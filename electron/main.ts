import { app, dialog, Menu, protocol, screen, session, type BrowserWindow } from 'electron'
import { randomUUID } from 'node:crypto'
import { extname, join } from 'node:path'
import { beginPractice, type Practice } from './begin-practice.ts'
import { beginPrinting, type Printing } from './begin-printing.ts'
import { beginSync, type Sync } from './begin-sync.ts'
import { bootPlan, runBoot } from './boot.ts'
import { readCatalogueFile } from './catalogue/read-catalogue-file.ts'
import { practiceCataloguePath, readPracticeCatalogue } from './catalogue/practice-catalogue.ts'
import { readEnvironment, type Environment } from './environment.ts'
import { createHandlers } from './ipc/create-handlers.ts'
import { createPageLink } from './ipc/page-link.ts'
import { registerMessages } from './ipc/register-messages.ts'
import { countOwedSteps } from './journal/count-owed-steps.ts'
import { openJournal, type Journal } from './journal/journal.ts'
import { late } from './late.ts'
import { openLogBook, type LogBook } from './log.ts'
import { profileAt, type Profile } from './profile.ts'
import { exportSales } from './reports/export-sales.ts'
import { saveDayWorkbook } from './reports/save-day-workbook.ts'
import type { MakePdf } from './reports/pdf-order.ts'
import { saveDocumentPdf } from './reports/save-document-pdf.ts'
import { saveShiftReport } from './reports/save-shift-report.ts'
import { usesPracticeServices } from './service-access.ts'
import { APP_SCHEME } from './window/app-origin.ts'
import { createAppProtocolHandler } from './window/app-protocol.ts'
import { applicationMenu } from './window/application-menu.ts'
import { openMainWindow } from './window/main-window.ts'
import { createPrintHold } from './window/print-hold.ts'
import { createQuitHold } from './window/quit-hold.ts'
import { lockDownSession } from './window/session-policy.ts'
import { onlyIfVisible, readWindowState, writeWindowState, type WindowState } from './window/window-state.ts'

const ASK_TIMEOUT_MS = 30_000
/** Long enough for the answer to reach the page, which says goodbye. */
const QUIT_DELAY_MS = 300

const now = (): number => Date.now()
const mode = 'practice'

const environment = late<Environment>('The environment')
const profile = late<Profile>('The profile')
const logBook = late<LogBook>('The log')
const journal = late<Promise<Journal>>('The journal')
const practice = late<Promise<Practice | null>>('Practice mode')
const sync = late<Sync>('The sync engine')
const printing = late<Printing>('Printing')
const storedWindowState = late<Promise<WindowState | null>>('The state of the window')
let window: BrowserWindow | null = null

const page = createPageLink({ mintId: randomUUID, askTimeoutMs: ASK_TIMEOUT_MS })
const quitHold = createQuitHold({
  isPageAlive: page.isLoaded,
  tellPage: (waitingSales) => {
    page.emit('app.quitHeld', { waitingSales })
  },
})

/** A label takes some seconds; a printer that is stuck is asked about at the next start. */
const PRINT_END_TIMEOUT_MS = 8000

const printHold = createPrintHold({
  isPrinting: () =>
    page.isLoaded() &&
    printing
      .get()
      .readStatus()
      .some(({ work }) => work === 'sending'),
  finish: () => printing.get().finish(),
  resume: () => printing.get().resume(),
  close: () => window?.close(),
  timeoutMs: PRINT_END_TIMEOUT_MS,
})

const unhandled = (what: string) => (error: unknown) => {
  logBook.get().scope('main').error(what, error)
}

const openProfile = (): void => {
  // A value that cannot be used ends the start with its words, like any failed phase.
  environment.set(readEnvironment(process.env, app.isPackaged))
  const root =
    environment.get().profileFolder ??
    (app.isPackaged ? app.getPath('userData') : join(app.getPath('appData'), 'Konter (unpackaged)'))
  profile.set(profileAt(root, usesPracticeServices(environment.get()) ? 'practice' : 'other-services'))
  app.setPath('userData', profile.get().folder)
  storedWindowState.set(readWindowState(profile.get().windowStateFile))
}

const openLog = (): void => {
  logBook.set(openLogBook(profile.get().logFolder, { writesToConsole: !app.isPackaged }))
  process.on('uncaughtException', unhandled('An exception that nobody caught'))
  process.on('unhandledRejection', unhandled('A rejection that nobody handled'))
}

const claimSingleInstance = (): boolean => {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore()
    window?.focus()
  })
  return true
}

const prepareBeforeReady = (): void => {
  // As root on Linux Chromium cannot sandbox at all, and an unpackaged build is started without; a packaged one never is.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
  app.on('window-all-closed', () => {
    app.quit()
  })
}

const keepWindowState = (state: WindowState): void => {
  writeWindowState(profile.get().windowStateFile, state).catch(unhandled('The state of the window was not kept'))
}

const quitSoon = (): void => {
  quitHold.release()
  setTimeout(() => {
    app.quit()
  }, QUIT_DELAY_MS)
}

const fontFolder = (): string => join(app.getAppPath(), 'assets', 'fonts')

const FILE_TYPES: Readonly<Record<string, string>> = { pdf: 'PDF', xlsx: 'Excel', json: 'JSON' }

const askSavePath = async (proposedPath: string): Promise<string | null> => {
  const extension = extname(proposedPath).slice(1)
  const name = FILE_TYPES[extension] ?? extension
  const options = { defaultPath: proposedPath, filters: [{ name, extensions: [extension] }] }
  const answer = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
  return answer.canceled || answer.filePath === '' ? null : answer.filePath
}

const makePdf: MakePdf = async (order) => (await printing.get().door).makePdf(order)

const registerHandlers = (): void => {
  const { exportFolder } = profile.get()
  registerMessages({
    page,
    log: logBook.get().scope('messages'),
    handlers: createHandlers({
      status: {
        mode,
        version: app.getVersion(),
        hasPracticeServices: mode === 'practice' && usesPracticeServices(environment.get()),
        readLinks: sync.get().readLinks,
        readPrinters: printing.get().readStatus,
      },
      journal: journal.get(),
      sync: sync.get().door,
      printing: printing.get().door,
      practice: practice.get(),
      logBook: logBook.get(),
      reportWaiting: quitHold.reportWaiting,
      exportAndQuit: async (sales) => {
        const stamp = new Date(now()).toISOString().slice(0, 19).replaceAll(':', '')
        const written = await exportSales(exportFolder, stamp, sales)
        if (written.ok) quitSoon()
        return written
      },
      readCatalogueFile,
      readPracticeCatalogue: () => readPracticeCatalogue(practiceCataloguePath(app.getAppPath())),
      saveDayWorkbook: (dayLabel, day) =>
        saveDayWorkbook({ folder: app.getPath('documents'), askPath: askSavePath }, dayLabel, day),
      saveDocumentPdf: (request) =>
        saveDocumentPdf({ folder: app.getPath('documents'), askPath: askSavePath, makePdf, now }, request),
      saveShiftReport: (report, language) =>
        saveShiftReport({ folder: app.getPath('documents'), askPath: askSavePath, makePdf, language }, report),
    }),
  })
}

const openWindow = async (): Promise<void> => {
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(app.isPackaged)))
  const displays = screen.getAllDisplays().map((display) => display.workArea)
  window = openMainWindow({
    preloadPath: join(__dirname, '../preload/preload.cjs'),
    // A packaged app carries its icon in the executable or the desktop entry.
    iconPath: app.isPackaged ? null : join(app.getAppPath(), 'assets', 'icons', 'icon.png'),
    state: onlyIfVisible(await storedWindowState.get(), displays),
    log: logBook.get().scope('window'),
    onCreated: (created) => {
      page.attach(created.webContents)
    },
    holdsClose: () => {
      if (!quitHold.holds()) return printHold.holds()
      printHold.staysOpen()
      return true
    },
    keepState: keepWindowState,
  })
}

const phases = bootPlan({
  openProfile,
  openLog,
  claimSingleInstance,
  prepareBeforeReady,
  waitUntilReady: () => app.whenReady(),
  lockDownSession: () => {
    lockDownSession(session.defaultSession, createAppProtocolHandler(join(__dirname, '../renderer')))
  },
  beginJournal: () => {
    journal.set(openJournal({ folder: profile.get().journalFolder, now, countOwedSteps }))
    journal.get().catch(unhandled('The journal could not be opened'))
  },
  beginPracticeServices: () => {
    practice.set(
      beginPractice({
        mode,
        directory: profile.get().practiceServicesFolder,
        cataloguePath: practiceCataloguePath(app.getAppPath()),
        page,
        now,
      }),
    )
    practice.get().catch(unhandled('The practice services did not start'))
  },
  beginSyncEngine: () => {
    sync.set(
      beginSync({
        environment: environment.get(),
        practice: practice.get(),
        journal: journal.get(),
        page,
        now,
        mintId: randomUUID,
        log: logBook.get().scope('sync'),
      }),
    )
    sync.get().door.catch(unhandled('The sync engine did not start'))
  },
  beginPrintRunner: () => {
    printing.set(
      beginPrinting({
        mode,
        settingsFile: profile.get().printerSettingsFile,
        fontFolder: fontFolder(),
        documentsFolder: () => app.getPath('documents'),
        askPath: askSavePath,
        page,
        now,
        mintId: randomUUID,
        log: logBook.get().scope('printing'),
        papersLeftBehind: async () => (await journal.get()).papersLeftBehind(),
      }),
    )
    printing.get().door.catch(unhandled('Printing did not start'))
  },
  registerMessages: registerHandlers,
  openWindow,
})

const boot = async (): Promise<void> => {
  try {
    if (!(await runBoot(phases))) app.quit()
  } catch (error) {
    dialog.showErrorBox('Konter', error instanceof Error ? error.message : String(error))
    app.exit(1)
  }
}
void boot()
