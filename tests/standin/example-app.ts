import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const MAIN = `
const { app, BrowserWindow, ipcMain, protocol, session } = require('electron')
const { join } = require('node:path')
app.setPath('userData', process.env.KONTER_USER_DATA)
if (!app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', () => console.log('KNOCKED'))
  app.on('window-all-closed', () => app.quit())
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])
  app.whenReady().then(() => {
    const csp = "default-src 'none'; script-src 'self'"
    session.defaultSession.protocol.handle('app', (request) =>
      new URL(request.url).pathname === '/'
        ? new Response('<!doctype html><title>Example</title><button>press</button><script>window.inlineRan = true</script>', { headers: { 'content-type': 'text/html', 'content-security-policy': csp } })
        : new Response(request.method + ' ' + request.url, { status: 404 }))
    let isHeld = false
    ipcMain.handle('echo', (event, value) => ({ value, isBytes: value instanceof Uint8Array, sender: event.senderFrame.url }))
    ipcMain.handle('fail', () => { throw new TypeError('as asked') })
    ipcMain.handle('hold', (_event, held) => { isHeld = held })
    ipcMain.handle('reach', () => { require('electron').shell })
    const window = new BrowserWindow({ webPreferences: { preload: join(__dirname, 'preload.js') } })
    ipcMain.handle('send', (_event, value) => { window.webContents.send('told', value) })
    window.on('close', (event) => { console.log('CLOSE held=' + isHeld); if (isHeld) event.preventDefault() })
    window.loadURL('app://konter/')
  })
}
`

const PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron')
const invoke = (name) => (value) => ipcRenderer.invoke(name, value)
contextBridge.exposeInMainWorld('example', {
  echo: invoke('echo'), fail: invoke('fail'), hold: invoke('hold'), reach: invoke('reach'), send: invoke('send'),
  onTold: (listener) => { ipcRenderer.on('told', (_event, value) => listener(value)) },
})
`

/** Writes a small Electron app that uses what Konter uses, to try the stand-in alone. */
export const writeExampleApp = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const manifest = { name: 'example', productName: 'Example', version: '1.0.0', main: 'main.js' }
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'main.js'), MAIN)
  await writeFile(join(folder, 'preload.js'), PRELOAD)
}
