import type { MenuItemConstructorOptions } from 'electron'

/** The least a till needs: copy and paste, zoom, full screen, quit; reload and developer tools only in unpackaged builds. */
export const applicationMenu = (isPackaged: boolean): MenuItemConstructorOptions[] => [
  { label: 'Konter', submenu: [{ role: 'quit', label: 'Keluar' }] },
  {
    label: 'Ubah',
    submenu: [
      { role: 'undo', label: 'Urungkan' },
      { role: 'redo', label: 'Ulangi' },
      { type: 'separator' },
      { role: 'cut', label: 'Potong' },
      { role: 'copy', label: 'Salin' },
      { role: 'paste', label: 'Tempel' },
      { role: 'selectAll', label: 'Pilih semua' },
    ],
  },
  {
    label: 'Tampilan',
    submenu: [
      { role: 'resetZoom', label: 'Ukuran asli' },
      { role: 'zoomIn', label: 'Perbesar' },
      { role: 'zoomOut', label: 'Perkecil' },
      { role: 'togglefullscreen', label: 'Layar penuh' },
      ...(isPackaged
        ? []
        : [
            { type: 'separator' } satisfies MenuItemConstructorOptions,
            { role: 'reload' } satisfies MenuItemConstructorOptions,
            { role: 'toggleDevTools' } satisfies MenuItemConstructorOptions,
          ]),
    ],
  },
]
