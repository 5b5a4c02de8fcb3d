import { execFile } from 'node:child_process'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const run = promisify(execFile)
const CONTRACTS = fileURLToPath(new URL('src/modules', import.meta.url))
const ROUTES = 'virtual:contract-routes'
const PRINT_ROUTES = `
  import { minifyContractRouter } from '@orpc/contract'
  const { contract } = await import('${new URL('src/modules/contract.ts', import.meta.url)}')
  process.stdout.write(JSON.stringify(minifyContractRouter(contract)))`

/**
 * `virtual:contract-routes`: methods and paths of the merged contract without its schemas. The browser needs
 * no more to call the server, which checks every input anyway; the schema library stays out of the first page.
 * Read in a process of its own, because a module once loaded here would never be read again while watching.
 */
function contractRoutes(): Plugin {
  const resolved = `\0${ROUTES}`
  return {
    name: 'naru:contract-routes',
    resolveId: (id) => (id === ROUTES ? resolved : null),
    async load(id) {
      if (id !== resolved) return null
      const modules = await readdir(CONTRACTS, { withFileTypes: true })
      this.addWatchFile(join(CONTRACTS, 'contract.ts'))
      for (const module of modules)
        if (module.isDirectory()) this.addWatchFile(join(CONTRACTS, module.name, 'contract.ts'))
      const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', PRINT_ROUTES], {
        cwd: fileURLToPath(new URL('.', import.meta.url)),
        maxBuffer: 16 * 1024 * 1024,
      })
      return `export default ${stdout}`
    },
  }
}

/** Packs text files beside themselves (`.br`, `.gz`), so that the server need not do it for every visitor. */
function packed(): Plugin {
  return {
    name: 'naru:packed',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const files = await readdir(dir, { recursive: true })
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
      await Promise.all(
        files
          .filter((file) => /\.(?:js|css|svg|html)$/.test(file))
          .map(async (file) => {
            const content = await readFile(join(dir, file))
            await writeFile(join(dir, `${file}.br`), brotliCompressSync(content, quality))
            await writeFile(join(dir, `${file}.gz`), gzipSync(content, { level: 9 }))
          }),
      )
    },
  }
}

/** The signed-in app: served at `/app/`, calls `/api`. No inline script, no data: URLs, so a strict CSP holds. */
export default defineConfig({
  root: fileURLToPath(new URL('src/web', import.meta.url)),
  base: '/app/',
  plugins: [react(), contractRoutes(), packed()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 400,
  },
  server: { proxy: { '/api': { target: 'http://127.0.0.1:3000', ws: true } } },
})
