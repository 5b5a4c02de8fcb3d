import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import { LOCALES } from '../../../kernel/locale.ts'
import type { Result } from '../../../kernel/result.ts'
import { sql } from 'kysely'
import { tables } from '../../../platform/database/handle.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { readTables } from '../../../platform/tables/read-tables.ts'
import { writeXlsx } from '../../../platform/tables/write-tables.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import { defineSheet } from '../domain/sheet.ts'
import { companySheetImporters } from '../index.ts'
import { type ApplyImport, applyImport } from './apply-import.ts'
import { type PreviewImport, previewImport } from './preview-import.ts'
import { type SheetImporter, sheetImporter } from './sheet-importer.ts'
import { exportTables } from '../queries/export-tables.ts'
import { writeImportTemplate } from '../queries/import-template.ts'
import { readImport } from '../queries/read-import.ts'
import type { CompaniesTables } from '../store/tables.ts'
import { buildCompany } from '../testing/build-company.ts'

let platform: TestPlatform
let programmeId: Id
let operator: Actor

beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  programmeId = (await buildProgramme(platform)).programmeId
  operator = await buildActor(platform, 'operator', { programmeId })
})

type Cells = readonly (string | number | null)[]

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const workbook = (sheets: Record<string, readonly Cells[]>) =>
  writeXlsx(
    Object.entries(sheets).map(([title, [header, ...rows]]) => ({
      title,
      columns: header!.map((heading) => ({ heading: String(heading) })),
      rows,
    })),
  )

async function preview(
  contents: Uint8Array,
  changes: Partial<PreviewImport> = {},
  importers: readonly SheetImporter[] = companySheetImporters,
) {
  const file = { name: 'list.xlsx', mediaType: 'application/octet-stream', contents }
  return value(
    await previewImport(platform, operator, importers, {
      programmeId,
      file,
      eventId: null,
      sheet: null,
      decisions: [],
      ...changes,
    }),
  )
}

const apply = (importId: Id, decisions: ApplyImport['decisions'] = [], importers = companySheetImporters) =>
  applyImport(platform, operator, importers, { programmeId, importId, decisions })

/** Previews, applies, and tells the effects by sheet as create/update/unchanged. */
async function load(contents: Uint8Array, changes: Partial<PreviewImport> = {}): Promise<Record<string, string>> {
  const previewed = await preview(contents, changes)
  expect(previewed.preview.issues).toEqual([])
  const applied = value(await apply(previewed.id))
  expect(applied.preview.sheets).toEqual(previewed.preview.sheets)
  return effects(applied)
}

const effects = ({ preview: { sheets } }: Awaited<ReturnType<typeof preview>>): Record<string, string> =>
  Object.fromEntries(sheets.map(({ sheet, create, update, unchanged }) => [sheet, `${create}/${update}/${unchanged}`]))

const issuesOf = async (...args: Parameters<typeof preview>) =>
  (await preview(...args)).preview.issues.map(({ sheet, row, column, code, severity }) =>
    [severity === 'warning' ? '(warning)' : '', sheet, row ?? '', column ?? '', code]
      .filter((part) => part !== '')
      .join(' '),
  )

const db = () => tables<CompaniesTables>(platform.db)
const companies = () =>
  db().selectFrom('company').selectAll().where('programmeId', '=', programmeId).orderBy('code').execute()
const profiles = () =>
  db().selectFrom('profile').selectAll().where('programmeId', '=', programmeId).orderBy('code').execute()

async function journal(): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    select action from journal_entry where programme_id = ${programmeId} and action like any('{%imported,import.%,keywords.saved}')
    order by seq`.execute(platform.db)
  return rows.map(({ action }) => action)
}

const FULL = {
  기업: [
    [
      '코드',
      '참가 지역',
      '구분',
      '기업명 (한국어)',
      '기업명 (영어)',
      '홈페이지',
      '임직원 수',
      '사업자등록번호',
      '보유 인증',
      '사용 언어',
      '비고',
    ],
    [
      'G-01',
      '경기도',
      '기업',
      '㈜한빛정밀'.normalize('NFD'),
      'Hanbit',
      'www.hanbit.example',
      '1,200',
      '124-81-00998',
      'ISO 9001; ISO 14001',
      'ko; en',
      'x',
    ],
    ['G-02', 'gyeonggi', '대학', '=HYPERLINK("http://x","y")', null, null, null, null, null, null, null],
    ['R-01', 'Россия', 'institute', null, 'Romashka', null, 12, null, null, 'ru', null],
  ],
  담당자: [
    ['기업 코드', '성명', '이메일', '전화번호', '언어'],
    ['G-01', '김한빛', 'kim@hanbit.example', '+82 31 400 0000', '한국어'],
  ],
  키워드: [
    ['키워드 코드', '목록', '상위 분류 코드', '키워드 (한국어)'],
    ['T-1', '기술', null, '기계'],
    ['T-11', '기술', 'T-1', '레이저'],
  ],
  프로필: [
    ['프로필 코드', '기업 코드', '프로필 유형', '상태', '제목', '요약', '기술 키워드', '협력 형태', '개발 단계'],
    [
      'G-01-1',
      'G-01',
      '기술 제공',
      '공개',
      '초단펄스 레이저',
      '유리 절단',
      'T-11',
      '공동 연구개발; 투자 계약',
      '시장 출시',
    ],
  ],
} as const

describe('a workbook', () => {
  it('in Korean is shown, then applied, and applied twice changes nothing', async () => {
    const file = await workbook(FULL)
    const shown = await preview(file)
    expect(shown.preview.issues).toEqual([
      {
        sheet: 'companies',
        row: null,
        column: null,
        code: 'column-unknown',
        values: { heading: '비고' },
        severity: 'warning',
      },
    ])
    expect(effects(shown)).toEqual({ companies: '3/0/0', contacts: '1/0/0', keywords: '2/0/0', profiles: '1/0/0' })
    expect(shown.preview.sheets[0]).toMatchObject({ title: '기업', rows: 3, columns: FULL.기업[0].slice(0, 10) })
    expect([await companies(), await journal()]).toEqual([[], []])

    const applied = value(await apply(shown.id))
    expect(applied).toMatchObject({ status: 'applied', preview: { sheets: shown.preview.sheets } })
    expect(await companies()).toMatchObject([
      {
        code: 'G-01',
        kind: 'company',
        name: { ko: '㈜한빛정밀', en: 'Hanbit' },
        employees: 1200,
        country: 'KR',
        domain: 'hanbit.example',
        certifications: ['ISO 9001', 'ISO 14001'],
      },
      { code: 'G-02', kind: 'university', name: { ko: '=HYPERLINK("http://x","y")' } },
      { code: 'R-01', kind: 'institute', country: 'RU', name: { en: 'Romashka' } },
    ])
    expect(await profiles()).toMatchObject([
      {
        status: 'published',
        publishedAt: platform.clock.now(),
        technologyKeywords: ['T-11'],
        stage: 'already-on-market',
        partnershipTypes: ['research-and-development-cooperation', 'investment-agreement'],
      },
    ])
    expect(await journal()).toEqual([
      'company.imported',
      'company.imported',
      'company.imported',
      'contact.imported',
      'keywords.saved',
      'profile.imported',
      'import.applied',
    ])
    const { rows } = await sql<{ text: string }>`select (before::text || after::text) as text from journal_entry
      where programme_id = ${programmeId}`.execute(platform.db)
    expect(JSON.stringify(rows)).not.toMatch(/김한빛|kim@|400 0000/)

    const again = await preview(file)
    expect(effects(again)).toEqual({ companies: '0/0/3', contacts: '0/0/1', keywords: '0/0/2', profiles: '0/0/1' })
    const before = await companies()
    value(await apply(again.id))
    expect(await companies()).toEqual(before)
    expect((await journal()).slice(7)).toEqual(['import.applied'])
    expect(value(await apply(again.id)).appliedAt).toBe(platform.clock.now())
    expect((await journal()).slice(7)).toEqual(['import.applied'])
    expect(value(await readImport(platform, operator, { programmeId, importId: again.id })).status).toBe('applied')
  })

  it('changes only the columns it has, and clears what is empty', async () => {
    await load(
      await workbook({
        Companies: [
          ['Code', 'Side', 'Name (English)', 'Name (Korean)', 'Region', 'INN'],
          ['G-01', 'gyeonggi', 'One', '하나', 'Ansan', '7707083893'],
        ],
      }),
    )
    expect(
      await load(
        await workbook({
          Companies: [
            ['Code', 'Name', 'Region'],
            ['G-01', 'Uno', null],
          ],
        }),
      ),
    ).toEqual({ companies: '0/1/0' })
    expect(await companies()).toMatchObject([{ name: { en: 'Uno', ko: '하나' }, region: null, revision: 2 }])
    expect(
      await db().selectFrom('companyIdentifier').select('value').where('programmeId', '=', programmeId).execute(),
    ).toEqual([{ value: '7707083893' }])
  })

  it.each([
    ['ru', 'Компании', ['Код', 'Сторона', 'Название (на русском)', 'ИНН']],
    ['en', 'Sheet1', ['Code', 'Side', 'Company name', 'INN']],
    ['ko', '회사', ['코드', '참가 지역', '기업명', '납세자번호 INN(러시아)']],
  ] as const)('with headings in %s is understood', async (locale, title, headings) => {
    await load(await workbook({ [title]: [headings, ['R-1', 'russia', 'ООО Ромашка', '7707083893']] }))
    expect(await companies()).toMatchObject([{ code: 'R-1', name: { [locale]: 'ООО Ромашка' } }])
  })

  it('with a title above the headings keeps the row numbers of the file', async () => {
    const file = await workbook({
      Companies: [['List of 2020'], [null], ['Code', 'Side', 'Name'], ['G-01', 'mars', 'One']],
    })
    expect(await issuesOf(file)).toEqual(['companies 4 Side side-unknown'])
  })

  it('runs few statements however many rows it has', async () => {
    const rows = (count: number) =>
      workbook({
        Companies: [
          ['Code', 'Side', 'Name'],
          ...Array.from({ length: count }, (_, index) => [`S-${index}`, 'gyeonggi', `Name ${index}`]),
        ],
      })
    const counted = async (count: number) =>
      (await countStatements(async () => preview(await rows(count)))).statements.length
    expect(await counted(3)).toBe(await counted(1))
  })
})

describe('what is wrong', () => {
  it('is listed with its place, and nothing is kept', async () => {
    await buildCompany(platform, { programmeId, code: 'OLD', identifiers: [{ scheme: 'ru-inn', value: '7707083893' }] })
    const file = await workbook({
      Companies: [
        [
          'Code',
          'Side',
          'Name',
          'Employees',
          'Kind',
          'INN',
          'Business registration number (Korea)',
          'Country',
          'Working languages',
        ],
        ['A-1', 'gyeonggi', 'One', 'many', 'Planet', null, null, null, 'korean'],
        ['A-1', 'gyeonggi', 'Two', null, null, null, '1248100997', 'K', null],
        ['A-3', null, 'Three', -5, null, null, null, null, null],
        ['A-4', 'gyeonggi', null, null, null, null, null, null, null],
        ['A-5', 'gyeonggi', 'Five', null, null, null, null, null, null],
        ['A-5', 'gyeonggi', 'Six', null, null, null, null, null, null],
        ['OLD', 'gyeonggi', 'Old', null, null, null, null, null, null],
        ['A-7', 'gyeonggi', 'x'.repeat(10_000), null, null, null, null, null, null],
      ],
      Contacts: [
        ['Company code', 'Full name', 'E-mail'],
        ['A-1', 'of a refused row', 'a@b.example'],
        ['nowhere', 'Kim', 'a@b.example'],
        ['OLD', 'Lee', 'no address'],
        ['OLD', 'Park', 'p@b.example'],
        ['OLD', 'Park', 'P@b.example'],
      ],
      Keywords: [
        ['Keyword code', 'List', 'Code of the group above', 'Keyword'],
        ['T 1', 'Technology', null, 'x'],
        ['T-2', 'Technology', 'T-9', 'y'],
        ['T-3', 'Technology', null, 'z'],
      ],
      Profiles: [
        ['Profile code', 'Company code', 'Profile type', 'Status', 'Title', 'Technology keywords', 'Partnership types'],
        ['P-1', 'OLD', 'Technology offer', 'Published', 'T', 'T-3; T-8', 'Supplier agreement'],
        ['P-2', 'nowhere', 'Technology offer', null, 'T', null, null],
        ['P-3', 'OLD', null, null, null, null, null],
        ['P-4', 'OLD', 'Business offer', null, null, null, null],
      ],
      Other: [['a'], ['b']],
    })
    expect(await issuesOf(file)).toEqual([
      'companies 2 Employees number-invalid',
      'companies 2 Kind value-unknown',
      'companies 2 Working languages item-invalid',
      'companies 4 Employees number-out-of-range',
      'companies 5 Name cell-missing',
      'companies 9 Name text-too-long',
      'companies 3 Country country-invalid',
      'companies 3 Business registration number (Korea) identifier-malformed',
      'companies 7 Code code-twice',
      'contacts 3 Company code company-unknown',
      'contacts 4 E-mail email-invalid',
      'contacts 6 Full name contact-twice',
      'keywords 2 Keyword code keyword-code-invalid',
      'keywords 3 Code of the group above keyword-parent-unknown',
      'profiles 2 Partnership types partnership-type-not-allowed',
      'profiles 2 Technology keywords keyword-unknown',
      'profiles 2 Summary summary-missing',
      'profiles 3 Company code company-unknown',
      'profiles 4 Profile type type-missing',
      'profiles 5 Title title-missing',
      '(warning) Other sheet-unknown',
    ])
    const batch = await preview(file)
    expect(batch.preview).toMatchObject({ applicable: false, issuesTotal: 21 })
    expect(await apply(batch.id)).toMatchObject({
      ok: false,
      refusal: { kind: 'conflict', code: 'companies.import-not-applicable', detail: { errors: 20 } },
    })
    expect((await companies()).map(({ code }) => code)).toEqual(['OLD'])
    expect(await journal()).toEqual([])
    expect(value(await readImport(platform, operator, { programmeId, importId: batch.id })).status).toBe('previewed')
  })

  it.each([
    ['not a table', new TextEncoder().encode('%PDF-1.4'), ['not-a-table-file']],
    ['an unclosed quote', new TextEncoder().encode('Code,Name\n1,"x\n'), ['list 2 unclosed-quote']],
    [
      'unknown headings',
      new TextEncoder().encode('a,b\n1,2\n'),
      ['nothing-recognised', '(warning) list sheet-unknown'],
    ],
    ['nothing in it', new TextEncoder().encode('\n'), ['no-tables']],
    ['a missing column', new TextEncoder().encode('Code,Side\n1,gyeonggi\n'), ['companies column-missing']],
    [
      'a column twice',
      new TextEncoder().encode('Code,Side,Name,Company name\n1,gyeonggi,a,b\n'),
      ['companies column-twice'],
    ],
  ])('with %s is refused', async (name, contents, issues) => {
    const sheet = /column/.test(name) ? 'companies' : null
    expect(await issuesOf(contents, { sheet })).toEqual(issues)
    expect((await preview(contents, { sheet })).preview.applicable).toBe(false)
  })

  it('is counted beyond the first thousand', async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => [`A-${index}`, 'mars', `N ${index}`])
    const { preview: shown } = await preview(await workbook({ Companies: [['Code', 'Side', 'Name'], ...rows] }))
    expect([shown.issues.length, shown.issuesTotal]).toEqual([1000, 1500])
  })

  it('in a CSV comes with the encoding of old programs understood', async () => {
    const csv = Uint8Array.from(
      [...new TextEncoder().encode('Code;Side;Name (Korean)\nG-9;gyeonggi;')].concat([0xc7, 0xd1, 0xb1, 0xb9, 0x0a]),
    )
    await load(csv, { sheet: 'companies' })
    expect(await companies()).toMatchObject([{ code: 'G-9', name: { ko: '한국' } }])
  })
})

describe('a row that may be a known company', () => {
  const row = (code: string | null, name: string, website: string | null = null, brn: string | null = null) =>
    workbook({
      Companies: [
        ['Code', 'Side', 'Name', 'Website', 'Business registration number (Korea)'],
        [code, 'gyeonggi', name, website, brn],
      ],
    })

  beforeEach(async () => {
    await buildCompany(platform, {
      programmeId,
      code: 'G-01',
      name: { en: 'Hanbit Co., Ltd.' },
      website: 'https://hanbit.example',
      languages: [],
      identifiers: [{ scheme: 'kr-brn', value: '1248100998' }],
    })
  })

  it('by its number is that company, whose code may change', async () => {
    const shown = await preview(await row('H-1', 'Renamed', null, '124-81-00998'))
    expect(shown.preview.issues).toMatchObject([
      { code: 'code-changes', values: { from: 'G-01', to: 'H-1' }, severity: 'warning' },
    ])
    value(await apply(shown.id))
    expect(await companies()).toMatchObject([{ code: 'H-1', name: { en: 'Renamed' } }])
  })

  it.each([
    ['name', 'HANBIT LLC', null],
    ['domain', 'Other', 'http://www.hanbit.example/ru'],
  ])('by its %s is asked about, and the answer decides', async (by, name, website) => {
    const file = await row('H-1', name, website)
    const shown = await preview(file)
    expect(shown.preview.issues).toMatchObject([
      { row: 2, code: 'possible-duplicate', values: { name: 'Hanbit Co., Ltd.', code: 'G-01', by } },
    ])
    const answer = (is: 'same' | 'another') => [{ sheet: 'companies', row: 2, is }]
    expect(effects(await preview(file, { decisions: answer('same') }))).toEqual({ companies: '0/1/0' })
    expect(await apply(shown.id)).toMatchObject({ ok: false })
    value(await apply(shown.id, answer('another')))
    expect((await companies()).map(({ code }) => code)).toEqual(['G-01', 'H-1'])
    expect(await load(file)).toEqual({ companies: '0/0/1' })
  })

  it('needs no question when it has no code and says nothing new', async () => {
    const file = await row(null, 'Without a code')
    expect(await load(file)).toEqual({ companies: '1/0/0' })
    expect((await companies()).map(({ code }) => code)).toEqual(['C-0001', 'G-01'])
    expect(await load(file)).toEqual({ companies: '0/0/1' })
    expect(await issuesOf(await row(null, 'Without a code', 'https://new.example'))).toEqual([
      'companies 2 Name possible-duplicate',
    ])
  })

  it('in the same file is pointed out', async () => {
    const file = await workbook({
      Companies: [
        ['Code', 'Side', 'Name'],
        ['A', 'gyeonggi', 'Twin'],
        ['B', 'gyeonggi', 'Twin Inc.'],
      ],
    })
    expect(await issuesOf(file)).toEqual(['(warning) companies 3 Name looks-like-row'])
  })

  it('of another programme is none', async () => {
    const other = await buildProgramme(platform)
    await buildCompany(platform, {
      programmeId: other.programmeId,
      name: { en: 'Elsewhere' },
      identifiers: [{ scheme: 'ru-inn', value: '7707083893' }],
    })
    expect(
      await issuesOf(
        await workbook({
          Companies: [
            ['Code', 'Side', 'Name', 'INN'],
            ['E', 'gyeonggi', 'Elsewhere', '7707083893'],
          ],
        }),
      ),
    ).toEqual([])
  })

  it('with the number of another is refused', async () => {
    await buildCompany(platform, { programmeId, code: 'G-02', name: { en: 'Second' } })
    expect(await issuesOf(await row('G-02', 'Second', null, '1248100998'))).toEqual([
      'companies 2 Business registration number (Korea) identifier-taken',
    ])
  })
})

describe('an export', () => {
  it.each(LOCALES)('in %s imports as unchanged', async (locale) => {
    await load(await workbook({ ...FULL, 기업: FULL.기업.map((row) => row.slice(0, 10)) }))
    const asked = { programmeId, locale, format: 'xlsx', sheet: null, eventId: null, withContacts: true } as const
    const file = value(await exportTables(platform, operator, companySheetImporters, asked))
    expect(await load(file.contents)).toEqual({
      companies: '0/0/3',
      contacts: '0/0/1',
      keywords: '0/0/2',
      profiles: '0/0/1',
    })
    const [first] = (await readTables(file.contents, file.name)).tables
    expect(first?.rows[2]?.slice(0, 6)).toContain('=HYPERLINK("http://x","y")')
    for (const { sheet } of companySheetImporters) {
      const csv = value(
        await exportTables(platform, operator, companySheetImporters, { ...asked, format: 'csv', sheet: sheet.key }),
      )
      expect(csv.contents.toString()).not.toMatch(/(?:^|[\n,]"?)[=+@-]/)
      expect(Object.values(await load(csv.contents, { sheet: sheet.key }))[0]).toMatch(/^0\/0\//)
    }
    const bare = value(await exportTables(platform, operator, companySheetImporters, { ...asked, withContacts: false }))
    expect((await readTables(bare.contents, 'x')).tables).toHaveLength(3)
  })

  it('refuses a table that is not there, and a CSV of everything', async () => {
    const asked = { programmeId, locale: 'en', sheet: null, eventId: null, withContacts: true } as const
    const attempt = (changes: object) =>
      exportTables(platform, operator, companySheetImporters, { ...asked, format: 'csv', ...changes })
    expect(await attempt({})).toMatchObject({ refusal: { code: 'companies.sheet-needed' } })
    expect(await attempt({ sheet: 'nothing' })).toMatchObject({ refusal: { code: 'companies.sheet-unknown' } })
    expect(await attempt({ sheet: 'contacts', withContacts: false })).toMatchObject({
      refusal: { code: 'companies.sheet-unknown' },
    })
  })
})

describe('a template', () => {
  it.each(LOCALES)('in %s has every column, and its example is left out of an import', async (locale) => {
    const { contents } = await writeImportTemplate(companySheetImporters, locale)
    const { tables: sheets, issues } = await readTables(contents, 'x.xlsx')
    expect(issues).toEqual([])
    expect(sheets.map(({ title }) => title).slice(1)).toEqual(
      companySheetImporters.map(({ sheet }) => sheet.titles[locale]),
    )
    const shown = await preview(contents)
    expect(shown.preview.issues).toEqual([])
    expect(shown.preview.sheets.map(({ rows }) => rows)).toEqual([0, 0, 0, 0])
  })
})

describe('a later stage', () => {
  const later = (apply: SheetImporter['apply']) =>
    sheetImporter({
      sheet: defineSheet({
        key: 'later',
        titles: {
          ko: '나중',
          ru: 'Позже',
          en: 'Later',
        },
        note: {
          ko: '',
          ru: '',
          en: '',
        },
        columns: {
          company: {
            kind: 'text',
            max: 40,
            required: true,
            headings: {
              ko: '기업',
              ru: 'Компания',
              en: 'Company',
            },
          },
        },
      }),
      needsEvent: true,
      apply: apply as never,
      exportRows: async () => [{ company: 'G-01' }],
    })
  const file = () =>
    workbook({
      Companies: [
        ['Code', 'Side', 'Name'],
        ['G-01', 'gyeonggi', 'One'],
      ],
      Later: [['Company'], ['G-01']],
    })

  it('sees the companies of the same workbook, and when it fails nothing is kept', async () => {
    const seen: number[] = []
    const sees = later(async (run) => {
      const { rows } = await sql`select 1 from company where programme_id = ${run.programmeId}`.execute(run.platform.db)
      seen.push(rows.length)
      return { effects: new Map([[2, 'create']]), issues: [] }
    })
    const eventId = platform.newId()
    const shown = await preview(await file(), { eventId }, [...companySheetImporters, sees])
    expect([effects(shown), seen]).toEqual([{ companies: '1/0/0', later: '1/0/0' }, [1]])
    const breaks = later(() => Promise.reject(new Error('power cut')))
    await expect(apply(shown.id, [], [...companySheetImporters, breaks])).rejects.toThrow('power cut')
    expect([await companies(), await journal()]).toEqual([[], []])
    expect(value(await apply(shown.id, [], [...companySheetImporters, sees])).status).toBe('applied')
    expect((await companies()).length).toBe(1)
  })

  it('needs the event it belongs to', async () => {
    const never = later(() => Promise.reject(new Error('not without an event')))
    expect(await issuesOf(await file(), {}, [...companySheetImporters, never])).toEqual(['later event-missing'])
  })
})

describe('two applications at the same moment', () => {
  it('of one import do it once', async () => {
    const shown = await preview(
      await workbook({
        Companies: [
          ['Code', 'Side', 'Name'],
          ['G-01', 'gyeonggi', 'One'],
        ],
      }),
    )
    const [a, b] = await Promise.all([apply(shown.id), apply(shown.id)])
    expect([value(a).status, value(b).status]).toEqual(['applied', 'applied'])
    expect(await journal()).toEqual(['company.imported', 'import.applied'])
  })
})

it('2,000 companies with profiles are imported in well under 10 s', async () => {
  const texts = (index: number) => `Profile of company ${index} that cuts glass with lasers. `.repeat(8)
  const file = await workbook({
    Companies: [
      ['Code', 'Side', 'Name', 'Website', 'About the company'],
      ...Array.from({ length: 2000 }, (_, i) => [
        `L-${i}`,
        i % 2 ? 'gyeonggi' : 'russia',
        `Large ${i}`,
        `https://c${i}.example`,
        texts(i),
      ]),
    ],
    Keywords: [
      ['Keyword code', 'List', 'Keyword'],
      ['T-1', 'Technology', 'Lasers'],
    ],
    Profiles: [
      [
        'Profile code',
        'Company code',
        'Profile type',
        'Status',
        'Title',
        'Summary',
        'Description',
        'Technology keywords',
      ],
      ...Array.from({ length: 2000 }, (_, i) => [
        `L-${i}-1`,
        `L-${i}`,
        'Technology offer',
        'Published',
        `Title ${i}`,
        texts(i),
        texts(i).repeat(3),
        'T-1',
      ]),
    ],
  })
  const shown = await preview(file)
  const between = performance.now()
  expect(value(await apply(shown.id)).preview.sheets.map(({ create }) => create)).toEqual([2000, 1, 2000])
  const end = performance.now()
  expect(end - between).toBeLessThan(10_000)
  expect(effects(await preview(file))).toEqual({ companies: '0/0/2000', keywords: '0/0/1', profiles: '0/0/2000' })
  expect(await journal()).toHaveLength(4002)
}, 60_000)
