import { join } from 'node:path'
import { build } from 'vite'

/** Packages with parts for the machine they run on; they stay outside and are found in node_modules. */
const NATIVE_PACKAGES = ['usb', 'serialport', 'koffi', '@napi-rs/canvas']

/** One CommonJS file with an entry and all of the project's code that it uses; its path. */
export const bundleForRig = async (entry: string, outFolder: string, name: string): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: NATIVE_PACKAGES },
    build: {
      ssr: entry,
      outDir: outFolder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs` } },
    },
  })
  return join(outFolder, `${name}.cjs`)
}
