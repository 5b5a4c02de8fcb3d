import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { startApp } from '../../e2e/app.ts'
import { readNews, readPublicArticle } from '../../src/modules/newsroom/index.ts'
import { buildArticle } from '../../src/modules/newsroom/testing/build-article.ts'
import { readConfig } from '../../src/platform/config.ts'
import type { Platform } from '../../src/platform/context.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openPlatform } from '../../src/platform/open.ts'

export interface PublicSite {
  readonly url: string
  /** Addresses of its articles, the one of the demo first. */
  readonly slugs: readonly string[]
  /** Ends the server and takes its database away. */
  readonly close: () => Promise<void>
}

/** The demo on a database of its own on this server, with so many articles as long as the one of the demo. */
export async function openPublicSite(
  serverUrl: string,
  { articles }: { readonly articles: number },
): Promise<PublicSite> {
  const name = `naru_bench_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  await onServer(serverUrl, `create database ${name}`)
  const databaseUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
  const dataDir = mkdtempSync(join(tmpdir(), 'naru-bench-'))
  const app = await startApp({ dataDir, environment: { DATABASE_URL: databaseUrl } })
  const close = async () => {
    await app.stop()
    rmSync(dataDir, { recursive: true, force: true })
    await onServer(serverUrl, `drop database ${name} with (force)`)
  }
  try {
    const platform = await openPlatform(
      readConfig({ DATABASE_URL: databaseUrl, NARU_DATA_DIR: dataDir, BASE_URL: app.url }),
      { log: silentLog() },
    )
    platform.database.net.allUnlessSaid = true
    const slugs = await writeArticles(platform, articles).finally(() => platform.close())
    return { url: app.url, slugs, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The article of the demo under other addresses, so that every page is as long and has as many figures. */
async function writeArticles(platform: Platform, count: number): Promise<string[]> {
  const { rows } = await readNews(platform, { q: '', tag: null, page: 1, pageSize: 1 })
  const first = rows[0] && (await readPublicArticle(platform, rows[0].slug))
  if (!first) throw new Error('The demo has no article')
  const { programmeId, content, byline, tags, day, manualNumbers } = first
  const slugs = [first.slug]
  while (slugs.length < count) {
    const slug = `bench-${slugs.length}`
    await buildArticle(platform, programmeId, { slug, content, byline, tags, day, manualNumbers, published: true })
    slugs.push(slug)
  }
  return slugs
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
