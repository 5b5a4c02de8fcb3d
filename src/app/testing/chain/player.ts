import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Id } from '../../../kernel/id.ts'
import type { Role } from '../../../modules/accounts/index.ts'
import { contract } from '../../../modules/contract.ts'
import type { Markers, Reader } from './markers.ts'

export type Api = ContractRouterClient<typeof contract>

/** Somebody who is signed in and acts. */
export interface Player extends Reader {
  readonly role: Role
  readonly personId: Id
  readonly programmeId: Id
  /** Company of a representative; null for others. */
  readonly companyId: Id | null
  readonly interpreterId: Id | null
  readonly api: Api
}

/** The server said no, or could not. */
export class Answered extends Error {
  override readonly name = 'Answered'
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(`${status} ${code}`)
    this.status = status
    this.code = code
  }
}

interface ApiParts {
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly cookie: string
  readonly reader: Reader
  readonly markers: Markers
}

/** The routes as this person calls them; every answer is searched for what is not for them. Rejects with Answered. */
export function apiOf({ fetch, cookie, reader, markers }: ApiParts): Api {
  const link = new OpenAPILink(contract, {
    url: 'http://127.0.0.1/api/v1',
    headers: { cookie },
    async fetch(request) {
      const response = await fetch(request)
      const isText = /json|text/.test(response.headers.get('content-type') ?? '')
      if (!isText) return response
      const text = await response.text()
      markers.look(reader, `${request.method} ${new URL(request.url).pathname}`, text)
      if (response.ok) return new Response(text, { status: response.status, headers: response.headers })
      const { code = 'unknown' } = JSON.parse(text) as { code?: string }
      throw new Answered(response.status, code)
    },
  })
  return createORPCClient(link)
}
