import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { constants, deflateRawSync } from 'node:zlib'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { traverseContractProcedures } from '@orpc/server'
import type { AnyContractRouter } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LOCALES, type Locale } from '../src/kernel/locale.ts'
import { createCompany } from '../src/modules/companies/index.ts'
import { registerParticipant, updateEvent } from '../src/modules/events/index.ts'
import { buildGrant, buildPerson, buildSession } from '../src/modules/accounts/testing/build-person.ts'
import { contract } from '../src/modules/contract.ts'
import { generateProgramme } from '../src/app/demo/generate-programme.ts'
import { TABLE_LIMITS } from '../src/platform/tables/table.ts'
import { packWorkbook, unpackWorkbook } from '../src/platform/tables/workbook-parts.ts'
import { type Caller, callerOf, signIn } from './api.ts'
import { type RunningApp, startApp } from './app.ts'
import { type CleanProgramme, expectOk, prepareCleanProgramme } from './clean-programme.ts'

const RIVALS = 50

let clean: CleanProgramme
let app: RunningApp
let operator: Caller
/** People who speak for one and the same company, R-1. */
let rivals: readonly Caller[]
/** By company code: two of one side and one of the other. */
const participants = new Map<string, string>()

beforeAll(async () => {
  const cookies: string[] = []
  clean = await prepareCleanProgramme(generateProgramme(), async (platform, { programmeId, eventId, ...prepared }) => {
    const [korea = '', russia = ''] = prepared.sideIds
    const { operator: by } = prepared
    const register = async (code: string, sideId: string, language: string): Promise<string> => {
      const company = { code, sideId, kind: 'company', name: { en: code }, country: 'KR' } as const
      const { id: companyId } = expectOk(await createCompany(platform, by, { ...NO_FACTS, ...company, programmeId }))
      const participation = { companyId, languages: [language], ...NO_LIMITS }
      const { id } = expectOk(await registerParticipant(platform, by, { programmeId, eventId, ...participation }))
      participants.set(code, id)
      return companyId
    }
    await register('G-1', korea, 'ko')
    await register('G-2', korea, 'ko')
    const companyId = await register('R-1', russia, 'ru')
    for (let count = 0; count < RIVALS; count++) {
      const { personId } = await buildPerson(platform, { name: `Rival ${count + 1}` })
      await buildGrant(platform, { programmeId, personId, role: 'company-representative', scopeId: companyId })
      cookies.push(await buildSession(platform, personId))
    }
    const { blocks: _blocks, tables: _tables, online: _online, ...rules } = generateProgramme().event
    expectOk(await updateEvent(platform, by, { programmeId, eventId, ...rules, status: 'open', revision: 1 }))
  })
  app = await startApp({ dataDir: clean.dataDir })
  operator = await signIn(`${app.url}${clean.signInPath}`)
  rivals = cookies.map((cookie) => callerOf(app.url, cookie))
})
afterAll(() => app?.stop())

const NO_LIMITS = { delegates: 1, attendance: 'online', maxMeetings: null, availability: [] } as const
const NO_FACTS = {
  legalName: null,
  region: null,
  website: null,
  size: null,
  employees: null,
  foundedYear: null,
  description: {},
  certifications: [],
  languages: [],
  anonymous: false,
  identifiers: [],
}

const key = () => ({ programmeId: clean.programmeId, eventId: clean.eventId })
const ofProgramme = (path: string) => `/programmes/${clean.programmeId}${path}`
const ofEvent = (path: string) => ofProgramme(`/events/${clean.eventId}${path}`)

interface Problem {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
}

/** In the writing of the language, and in no other's. */
const WRITTEN_IN: Readonly<Record<Locale, RegExp>> = {
  ko: /^[^а-яё]*[가-힣][^а-яё]*$/i,
  ru: /^[^가-힣]*[а-яё][^가-힣]*$/i,
  en: /^[ -~–—‘’“”…]+$/,
}

/** Sends the same thing in every language. It must be refused in the same way, in words of the language. */
async function expectRefusal(method: string, path: string, body: object): Promise<Problem> {
  const problems = new Map<Locale, Problem>()
  for (const locale of LOCALES) {
    const response = await operator.send(method, path, { body, locale })
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('content-language')).toBe(locale)
    const problem = (await response.json()) as Problem & { type: string; requestId: string }
    expect(problem).toMatchObject({
      type: `urn:naru:problem:${problem.code}`,
      status: response.status,
      title: expect.stringMatching(WRITTEN_IN[locale]),
      detail: expect.stringMatching(WRITTEN_IN[locale]),
      requestId: response.headers.get('x-request-id'),
    })
    for (const { message } of problem.fields ?? []) expect(message).toMatch(WRITTEN_IN[locale])
    problems.set(locale, problem)
  }
  expect(new Set([...problems.values()].map(({ status, code }) => `${status} ${code}`)).size).toBe(1)
  return problems.get('en')!
}

const told = ({ status, code, fields = [] }: Problem) => [status, code, ...fields.map(({ path }) => path)]

describe('input that is refused', () => {
  test.for<[name: string, method: string, path: () => string, body: () => object, answer: unknown[]]>([
    [
      'a block that ends before it starts',
      'POST',
      () => ofEvent('/blocks'),
      () => ({
        startsAt: '2020-10-27T09:00:00.000Z',
        endsAt: '2020-10-27T08:00:00.000Z',
        slotMinutes: 20,
        bufferMinutes: 5,
      }),
      [422, 'events.block-ends-before-it-starts'],
    ],
    [
      'an interpreter without languages',
      'POST',
      () => ofEvent('/interpreters'),
      () => ({ name: 'Nobody', languagePairs: [] }),
      [400, 'http.invalid-input', 'languagePairs'],
    ],
    [
      'a request to oneself',
      'POST',
      () => ofEvent('/meeting-requests'),
      () => ({ hostId: participants.get('G-1'), guestId: participants.get('G-1') }),
      [422, 'meetings.to-oneself'],
    ],
    [
      'a request to the own side',
      'POST',
      () => ofEvent('/meeting-requests'),
      () => ({ hostId: participants.get('G-1'), guestId: participants.get('G-2') }),
      [409, 'meetings.own-side'],
    ],
    [
      'a name of 10,000 characters',
      'POST',
      () => ofProgramme('/companies'),
      () => ({
        sideId: clean.sideIds[0],
        code: 'LONG',
        kind: 'company',
        name: { ko: '가'.repeat(10_000) },
        country: 'KR',
      }),
      [400, 'http.invalid-input', 'name.ko'],
    ],
    [
      'an empty body',
      'POST',
      () => ofEvent('/meeting-requests'),
      () => ({}),
      [400, 'http.invalid-input', 'hostId', 'guestId'],
    ],
    ['an address that is not there', 'POST', () => '/nothing', () => ({}), [404, 'http.not-found']],
  ])('%s', async ([, method, path, body, answer]) => {
    expect(told(await expectRefusal(method, path(), body()))).toEqual(answer)
  })

  test('a request to the same company twice, the other way round too', async () => {
    const pair = { hostId: participants.get('G-2')!, guestId: participants.get('R-1')! }
    await operator.api.meetings.requestMeeting({ ...key(), ...pair })
    const refused = [409, 'meetings.pair-already-live']
    expect(told(await expectRefusal('POST', ofEvent('/meeting-requests'), pair))).toEqual(refused)
    const turned = { hostId: pair.guestId, guestId: pair.hostId }
    expect(told(await expectRefusal('POST', ofEvent('/meeting-requests'), turned))).toEqual(refused)
  })
})

test('of 50 people who accept at the same instant one wins, and the others learn who did', async () => {
  const pair = { hostId: participants.get('G-1')!, guestId: participants.get('R-1')! }
  const { id } = await operator.api.meetings.requestMeeting({ ...key(), ...pair })
  const answers = await Promise.all(
    rivals.map((rival) => rival.send('POST', ofEvent(`/meeting-requests/${id}/acceptance`), { body: {} })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(RIVALS - 1).fill(409)])
  const late = answers.filter(({ status }) => status === 409)
  const problems = (await Promise.all(late.map((answer) => answer.json()))) as Problem[]
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['meetings.already-decided']))
  for (const { detail } of problems) expect(detail).toMatch(/^Rival \d+ has already accepted this request, at .+\.$/)
  expect(new Set(problems.map(({ detail }) => detail)).size).toBe(1)
})

describe('files that are not what they should be', () => {
  const text = (content: string) => new TextEncoder().encode(content)
  test.for<[name: string, fileName: string, contents: () => Uint8Array, codes: string[]]>([
    [
      'a text that calls itself a workbook',
      'notes.xlsx',
      () => text('Dear colleagues,'),
      ['nothing-recognised', 'sheet-unknown'],
    ],
    ['a picture', 'photo.xlsx', () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0xff), ['not-a-table-file']],
    [
      'an archive without a workbook',
      'archive.xlsx',
      () => packWorkbook(new Map([['notes.txt', Buffer.from('Dear colleagues,')]])),
      ['not-a-table-file'],
    ],
    ['a sheet of a million rows', 'rows.xlsx', () => workbookOf('<row r="1048576"/>'), ['too-many-rows']],
    ['a zip bomb', 'bomb.xlsx', () => zipBomb(), ['unpacks-too-large']],
    [
      'a quote that nothing closes',
      'open.csv',
      () => text('Code,Side,Name (en)\nX-1,gyeonggi,"Open\n'),
      ['unclosed-quote'],
    ],
    [
      'bytes of no encoding',
      'bytes.csv',
      () => Uint8Array.of(0x43, 0x6f, 0x98, 0xff, 0x98, 0x0a),
      ['encoding-unknown'],
    ],
  ])('%s', async ([, fileName, contents, codes]) => {
    const batch = await preview(fileName, contents())
    expect([batch.applicable, batch.sheets, batch.issues.map((issue) => issue.code)]).toEqual([false, [], codes])
  })

  test('a zip bomb is refused within a second and 64 MB', async () => {
    const bomb = zipBomb()
    resetPeakMemory()
    const [before, startMs] = [readMemory('VmRSS'), performance.now()]
    await preview('bomb.xlsx', bomb)
    expect(performance.now() - startMs).toBeLessThan(1000)
    expect(readMemory('VmHWM') - before).toBeLessThan(64)
  })

  test('names of 1 and of 10,000 characters: the one is taken, the other named with its place', async () => {
    const batch = await preview(
      'names.csv',
      text(`Code,Side,Name (en)\nN-1,gyeonggi,N\nN-2,gyeonggi,${'N'.repeat(10_000)}\n`),
    )
    expect(batch.sheets.map(({ create }) => create)).toEqual([1])
    expect(batch.issues).toEqual([
      {
        sheet: 'companies',
        row: 3,
        column: 'Name (en)',
        code: 'text-too-long',
        values: { length: 10_000, max: 300 },
        severity: 'error',
      },
    ])
  })

  test('Hangul in pieces becomes whole, in headings and in names', async () => {
    const csv = '코드,참가 지역,기업명 (ko)\nN-3,gyeonggi,나루정밀\n'
    const { id, applicable } = await preview('기업.csv'.normalize('NFD'), text(csv.normalize('NFD')))
    expect(applicable).toBe(true)
    await operator.api.companies.applyImport({ programmeId: clean.programmeId, importId: id })
    const { rows } = await operator.api.companies.listCompanies({ programmeId: clean.programmeId, q: '나루정밀' })
    expect(rows.map(({ code, name }) => [code, name])).toEqual([['N-3', { ko: '나루정밀' }]])
  })
})

const preview = (name: string, contents: Uint8Array) =>
  operator.api.companies.previewImport({
    programmeId: clean.programmeId,
    file: new File([new Uint8Array(contents)], name),
    sheet: name.endsWith('.csv') ? 'companies' : undefined,
  })

/** A workbook with one sheet of these rows, as other programs write it. */
function workbookOf(rows: string): Uint8Array {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="Companies" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
  }
  return packWorkbook(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])))
}

/** 512 MB of zeros as the one sheet of a workbook: pieces of one deflate stream, joined by full flushes. */
function zipBomb(): Uint8Array {
  const megabytes = 512
  const piece = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH })
  const deflated = Buffer.concat([...Array<Buffer>(megabytes).fill(piece), deflateRawSync(Buffer.alloc(0))])
  const archive = packWorkbook(new Map([['xl/worksheets/sheet1.xml', deflated]]))
  // It is stored there as it is; said to be deflated, it unpacks.
  const directory = archive.indexOf('PK\u0001\u0002')
  for (const [method, size] of [
    [8, 22],
    [directory + 10, directory + 24],
  ] as const) {
    archive.writeUInt16LE(8, method)
    archive.writeUInt32LE(megabytes * 1024 * 1024, size)
  }
  return archive
}

/** Of the app in MB; 0 where the system does not tell. */
function readMemory(kind: 'VmRSS' | 'VmHWM'): number {
  const path = `/proc/${app.pid}/status`
  if (!existsSync(path)) return 0
  return Number(new RegExp(`${kind}:\\s+(\\d+)`).exec(readFileSync(path, 'utf8'))?.[1]) / 1024
}

/** `VmHWM`, the most memory ever used, counts from now on (proc(5), clear_refs). */
function resetPeakMemory(): void {
  const path = `/proc/${app.pid}/clear_refs`
  if (existsSync(path)) writeFileSync(path, '5')
}

test('a formula as the name of a company leaves as text and comes back as it was', async () => {
  const { programmeId, sideIds } = clean
  const name = { en: '=HYPERLINK("http://elsewhere.example","Click")' }
  const company = { sideId: sideIds[0] ?? '', code: 'F-1', kind: 'company', name, country: 'KR' } as const
  await operator.api.companies.createCompany({ programmeId, ...company })
  for (const format of ['csv', 'xlsx'] as const) {
    const sheet = format === 'csv' ? 'companies' : undefined
    const file = await operator.api.companies.exportTables({ programmeId, locale: 'en', format, sheet })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const written = format === 'csv' ? new TextDecoder().decode(bytes) : await unpack(bytes)
    expect([/'=HYPERLINK/.test(written), /[^']=HYPERLINK|<f[ >]/.test(written)]).toEqual([true, false])
    const batch = await preview(`export.${format}`, bytes)
    expect([batch.issues, batch.sheets.map(({ create, update }) => create + update)]).toEqual([
      [],
      batch.sheets.map(() => 0),
    ])
  }
})

/** Everything that is written in a workbook. */
async function unpack(workbook: Uint8Array): Promise<string> {
  const parts = await unpackWorkbook(workbook, TABLE_LIMITS)
  if (!(parts instanceof Map)) throw new Error(`No workbook: ${JSON.stringify(parts)}`)
  return [...parts.values()].join('\n')
}

describe('the description of the API', () => {
  interface Described {
    readonly openapi: string
    readonly paths: Record<string, Record<string, Operation>>
  }
  interface Operation {
    readonly operationId: string
    readonly summary: string
    readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: object }[]
    readonly responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>
    readonly requestBody?: { content: Record<string, { schema: object }> }
  }
  let document: Described
  let operations: readonly { readonly path: string; readonly method: string; readonly operation: Operation }[]
  beforeAll(async () => {
    document = (await (await fetch(`${app.url}/api/openapi.json`)).json()) as Described
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    )
  })

  test('names every route of the contract, each once and with words', () => {
    const routes: string[] = []
    traverseContractProcedures({ router: contract as AnyContractRouter, path: [] }, ({ contract: procedure }) => {
      const { method, path } = procedure['~orpc'].route
      routes.push(`${method} ${path}`)
    })
    const described = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    expect(described.toSorted()).toEqual(routes.toSorted())
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(routes.length)
    expect(operations.filter(({ operation }) => !operation.summary)).toEqual([])
  })

  test('is OpenAPI 3.1: every schema is one of JSON Schema 2020-12, every reference leads somewhere', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/)
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    ajv.addSchema(document, 'api')
    const resolved = JSON.parse(JSON.stringify(document).replaceAll('"#/components/', '"api#/components/')) as Described
    for (const { path, method } of operations) {
      const { parameters = [], requestBody, responses } = resolved.paths[path]![method]!
      const schemas = [
        ...parameters.map(({ schema }) => schema),
        ...[requestBody, ...Object.values(responses)].flatMap((part) =>
          Object.values(part?.content ?? {}).map(({ schema }) => schema),
        ),
      ]
      for (const schema of schemas) expect(() => ajv.compile(schema), `${method} ${path}`).not.toThrow()
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const named = parameters.filter((parameter) => parameter.in === 'path' && parameter.required)
      expect([path, named.map(({ name }) => name).toSorted()]).toEqual([path, inPath.toSorted()])
      expect([path, Object.keys(responses)]).toEqual([path, expect.arrayContaining(['default'])])
    }
  })

  test('can be read by people', async () => {
    const page = await fetch(`${app.url}/api/docs`)
    expect(page.headers.get('content-type')).toContain('text/html')
    const text = await page.text()
    expect(operations.filter(({ path }) => !text.includes(path))).toEqual([])
  })
})
