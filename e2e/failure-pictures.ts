import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach } from 'vitest'

const FOLDER = resolve(import.meta.dirname, '../dist/failed-journeys')

/** When a test of the file fails, dist/failed-journeys shows what stood on every page that is open then. */
export function takePicturesOfFailures(pages: () => readonly Page[]): void {
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    mkdirSync(FOLDER, { recursive: true })
    const name = task.name.replaceAll(/\W+/g, '-').slice(0, 60)
    for (const [at, page] of pages().entries()) {
      if (!page.isClosed()) await page.screenshot({ path: join(FOLDER, `${name}-${at + 1}.png`) })
    }
  })
}
