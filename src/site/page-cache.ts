import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const pack = promisify(gzip)

export interface KeptPage {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
  readonly etag: string
  readonly mediaType: string
}

/** Null: there is no such page, which is not kept. */
export type WritePage = () => Promise<{ readonly text: string; readonly mediaType: string } | null>

/**
 * Pages that are the same for everybody, kept for a moment: of many readers at once one has the page written. What
 * changes is seen after `keepMs` at the latest.
 */
export function createPageCache({ keepMs, most }: { readonly keepMs: number; readonly most: number }) {
  const pages = new Map<string, { readonly page: Promise<KeptPage | null>; readonly until: number }>()
  return {
    read(key: string, write: WritePage): Promise<KeptPage | null> {
      const now = performance.now()
      const kept = pages.get(key)
      if (kept && kept.until > now) return kept.page
      const page = write().then((written) => written && keep(written))
      pages.delete(key)
      pages.set(key, { page, until: now + keepMs })
      // The oldest make room; a page that failed or is not there is asked for again.
      for (const oldest of pages.keys()) {
        if (pages.size <= most) break
        pages.delete(oldest)
      }
      page.then(
        (found) => (found === null ? pages.delete(key) : false),
        () => pages.delete(key),
      )
      return page
    },
    forget(isStale: (key: string) => boolean): void {
      for (const key of pages.keys()) if (isStale(key)) pages.delete(key)
    },
  }
}

async function keep({ text, mediaType }: { readonly text: string; readonly mediaType: string }): Promise<KeptPage> {
  const plain = new Uint8Array(Buffer.from(text))
  const packed = new Uint8Array(await pack(plain))
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { plain, packed, etag, mediaType }
}
