import { AwsClient } from 'aws4fetch'
import type { ObjectStore } from './config.ts'
import type { FileContents } from './files.ts'

const TIMEOUT_MS = 30_000
/** After an answer of the kind "later", or too many at once; the waits double from 50 ms. */
const RETRIES = 4

/** The store did not do what it was asked; the message names the answer and no address. */
class ObjectStoreError extends Error {
  override readonly name = 'ObjectStoreError'
  readonly code: string
  constructor(doing: string, status: number) {
    super(`The object store answered ${status} to ${doing}`)
    this.code = status === 404 ? 'ENOENT' : 'EIO'
  }
}

/**
 * Contents as objects `files/<first two letters>/<sha256>` of a bucket that speaks S3. The address comes from the
 * settings alone, and a redirect is an error. A write is whole or not there: the store checks the hash that it is told.
 */
export function openObjectStore({ url, region, key, secret }: ObjectStore): Pick<FileContents, 'read' | 'write'> {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, service: 's3', region, retries: RETRIES })
  const ask = (
    sha256: string,
    method: 'GET' | 'HEAD' | 'PUT',
    more: { body?: Uint8Array<ArrayBuffer>; headers?: HeadersInit } = {},
  ) =>
    client.fetch(`${url}/files/${sha256.slice(0, 2)}/${sha256}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      ...more,
    })
  const read = async (sha256: string) => {
    const response = await ask(sha256, 'GET')
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
    await response.body?.cancel()
    throw new ObjectStoreError('GET', response.status)
  }
  return {
    async write(sha256, bytes) {
      const known = await ask(sha256, 'HEAD')
      if (known.ok) return
      if (known.status !== 404) throw new ObjectStoreError('HEAD', known.status)
      const headers = { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' }
      const written = await ask(sha256, 'PUT', { body: new Uint8Array(bytes), headers })
      await written.body?.cancel()
      if (!written.ok) throw new ObjectStoreError('PUT', written.status)
    },
    read,
  }
}
