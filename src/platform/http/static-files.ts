import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const

/**
 * Serves the built web app from `directory`. Files in `assets/` carry a hash in their name and never change;
 * everything else is asked for again each time and answered 304 when it is the same. `path` is what follows
 * `/app`; a path that is no file is a page of the app, which `index.html` draws, unless it is in `assets/`.
 */
export async function serveWebApp(directory: string, path: string, headers: Headers): Promise<Response> {
  const wanted = insideOf(directory, path)
  const isAsset = path.startsWith('/assets/')
  const file = (wanted && (await describe(wanted))) ?? (isAsset ? null : await describe(join(directory, 'index.html')))
  if (!file) return new Response(null, { status: 404 })
  const answer = new Headers({
    'content-type': MEDIA_TYPES[extname(file.path)] ?? 'application/octet-stream',
    'cache-control': isAsset ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  })
  if (headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers: answer })
  const accepted = headers.get('accept-encoding') ?? ''
  for (const [encoding, suffix] of ENCODINGS) {
    const packed = accepted.includes(encoding) ? await readFile(file.path + suffix).catch(() => null) : null
    if (!packed) continue
    answer.set('content-encoding', encoding)
    return new Response(packed, { headers: answer })
  }
  return new Response(await readFile(file.path), { headers: answer })
}

function insideOf(directory: string, path: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (decoded.includes('\0')) return null
  const full = normalize(join(directory, decoded))
  return full.startsWith(normalize(directory) + sep) ? full : null
}

async function describe(path: string): Promise<{ path: string; etag: string } | null> {
  const facts = await stat(path).catch(() => null)
  return facts?.isFile() ? { path, etag: `"${facts.size.toString(36)}-${facts.mtimeMs.toString(36)}"` } : null
}
