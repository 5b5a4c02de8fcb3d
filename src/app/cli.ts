import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'

// What was compiled for the last start is not compiled again: it is half of the time until the first answer.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/naru/compiled'))

const { main } = await import('./commands/main.ts')
process.exitCode = await main(process.argv.slice(2))
