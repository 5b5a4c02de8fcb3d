import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import type { AnyContractRouter } from '@orpc/contract'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { html } from 'hono/html'
import type { RouteFacts } from './orpc.ts'

export interface ApiInfo {
  readonly title: string
  readonly version: string
  readonly description: string
}

const problemSchema: OpenAPI.SchemaObject = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'code', 'values', 'requestId'],
  properties: {
    type: { type: 'string', examples: ['urn:naru:problem:http.not-found'] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'In the language of Accept-Language: ko, ru or en' },
    code: { type: 'string', description: 'Stable; the part of the type after urn:naru:problem:' },
    values: { type: 'object', description: 'Plain values of the sentence' },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

/** OpenAPI 3.1 of a contract; each operation says in `x-access` who may call it, and how it says no. */
export async function describeApi(
  contract: AnyContractRouter,
  routes: readonly RouteFacts[],
  info: ApiInfo,
): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info,
    servers: [{ url: '/api/v1' }],
    components: { schemas: { Problem: problemSchema } },
  })
  for (const { method, path, access } of routes) {
    const operation = operationOf(document, method, path)
    Object.assign(operation, { 'x-access': access })
    operation.responses = {
      ...operation.responses,
      default: {
        description: 'A refusal or an error',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    }
  }
  return document
}

function operationOf(document: OpenAPI.Document, method: string, path: string): OpenAPI.OperationObject {
  const item = document.paths?.[path.replace(/\{\+/g, '{')]
  const operation = item?.[method.toLowerCase() as 'get']
  if (!operation) throw new Error(`No description of ${method} ${path}`)
  return operation
}

/** The same as a page to read: one entry for each route, under the tag of its module. */
export function apiPage(document: OpenAPI.Document, routes: readonly RouteFacts[]) {
  const byTag = Map.groupBy(
    routes,
    ({ method, path, name }) => operationOf(document, method, path).tags?.[0] ?? name[0]!,
  )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title}</title>
        <style>
          :root {
            color-scheme: light dark;
          }
          body {
            font:
              16px/1.5 system-ui,
              sans-serif;
            max-width: 60rem;
            margin: 2rem auto;
            padding: 0 1rem;
            background: Canvas;
            color: CanvasText;
            overflow-wrap: anywhere;
          }
          code,
          pre {
            font-family: ui-monospace, monospace;
            font-size: 0.875rem;
          }
          pre {
            overflow-x: auto;
            padding: 0.75rem;
            border: 1px solid #8886;
            border-radius: 4px;
          }
          summary {
            cursor: pointer;
            padding: 0.25rem 0;
          }
          summary b {
            display: inline-block;
            min-width: 4.5rem;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${document.info.title} ${document.info.version}</h1>
          <p>${document.info.description}</p>
          <p>
            As OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>. All paths begin with
            <code>/api/v1</code>.
          </p>
          ${[...byTag].map(
            ([tag, entries]) =>
              html`<h2 id="${tag}">${tag}</h2>
                ${entries.map((route) => routeEntry(operationOf(document, route.method, route.path), route))}`,
          )}
        </main>
      </body>
    </html>`
}

const routeEntry = (operation: OpenAPI.OperationObject, { method, path, access }: RouteFacts) =>
  html`<details>
    <summary><b>${method}</b> <code>${path}</code> ${operation.summary ?? ''}</summary>
    <p>Who: ${Array.isArray(access) ? access.join(', ') : String(access)}</p>
    ${operation.description ? html`<p>${operation.description}</p>` : ''} ${part('Parameters', operation.parameters)}
    ${part('Body', operation.requestBody)} ${part('Answers', operation.responses)}
  </details>`

const part = (title: string, value: unknown) =>
  value === undefined
    ? ''
    : html`<h3>${title}</h3>
        <pre tabindex="0">${JSON.stringify(value, null, 2)}</pre>`
