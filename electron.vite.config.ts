import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      lib: { entry: 'electron/main.ts', formats: ['cjs'] },
      rollupOptions: { output: { entryFileNames: 'main.cjs' } },
      sourcemap: true,
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      lib: { entry: 'electron/preload.ts', formats: ['cjs'] },
      rollupOptions: { output: { entryFileNames: 'preload.cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), tailwindcss()],
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // Less to read and parse before the first sale.
      minify: true,
      rollupOptions: {
        // The till has a fixed address of its own (renderer/app/till-instance.ts); everything else is named after its content.
        input: { index: resolve('renderer/index.html'), till: resolve('renderer/app/till-instance.ts') },
        output: { entryFileNames: (chunk) => (chunk.name === 'till' ? 'till.js' : 'assets/[name]-[hash].js') },
      },
    },
  },
})
