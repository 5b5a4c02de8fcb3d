import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../../kernel/result.ts'
import { asOwner } from '../../../platform/database/reach.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { saveKeywords } from '../../programmes/index.ts'
import { type BuiltProgramme, buildProgramme } from '../../programmes/testing/build-programme.ts'
import { addContact } from './add-contact.ts'
import { applyImport } from './apply-import.ts'
import { createCompany } from './create-company.ts'
import { createProfile } from './create-profile.ts'
import { previewImport } from './preview-import.ts'
import { publishProfile } from './publish-profile.ts'
import { factsOf, updateCompany } from './update-company.ts'
import { updateProfile } from './update-profile.ts'
import { withdrawProfile } from './withdraw-profile.ts'
import { wordsOf } from '../domain/profile-facts.ts'
import { exportTables } from '../queries/export-tables.ts'
import { type ListCompanies, listCompanies } from '../queries/list-companies.ts'
import { readCompany } from '../queries/read-company.ts'
import { readImport } from '../queries/read-import.ts'
import { summariseCompanies } from '../queries/summarise-companies.ts'
import { findCompany } from '../store/company-store.ts'
import { findProfile } from '../store/profile-store.ts'
import { buildCompany } from '../testing/build-company.ts'
import { buildProfile } from '../testing/build-profile.ts'

let platform: TestPlatform
let programme: BuiltProgramme
let foreign: BuiltProgramme
let operator: Actor
let foreignOperator: Actor
let official: Actor
let interpreter: Actor

beforeAll(async () => {
  platform = await openTestPlatform()
  programme = await buildProgramme(platform)
  foreign = await buildProgramme(platform)
  operator = await buildActor(platform, 'operator', programme)
  foreignOperator = await buildActor(platform, 'operator', foreign)
  official = await buildActor(platform, 'official', programme)
  interpreter = await buildActor(platform, 'interpreter', { ...programme, scopeId: platform.newId() })
})
afterAll(() => platform.close())

const representativeOf = (companyId: string): Promise<Actor> =>
  buildActor(platform, 'company-representative', { programmeId: programme.programmeId, scopeId: companyId })

const build = (facts: Parameters<typeof buildCompany>[1] = {}) =>
  buildCompany(platform, { programmeId: programme.programmeId, ...facts })

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const codeOf = (result: Result<unknown>): string | null => (result.ok ? null : result.refusal.code)

const listing = (changes: Partial<ListCompanies> = {}): ListCompanies => ({
  programmeId: programme.programmeId,
  sort: 'code',
  locale: 'en',
  page: 1,
  pageSize: 50,
  ...changes,
})

const stored = async (companyId: string) => (await findCompany(platform.db, programme.programmeId, companyId))!
const journalOf = async (subjectId: string) => {
  const { rows } = await platform.database.pool.query<{ action: string }>(
    'select action, before, after from journal_entry where subject_id = $1 order by seq',
    [subjectId],
  )
  return rows
}

describe('a company', () => {
  it('is registered with what is needed to find it again, in one statement beside its facts', async () => {
    const { value: created, statements } = await countStatements(() =>
      createCompany(platform, operator, {
        programmeId: programme.programmeId,
        sideId: programme.sides[0].id,
        code: 'N-1',
        kind: 'company',
        name: {
          ko: '㈜한빛정밀'.normalize('NFD'),
          en: '=HYPERLINK("http://x")',
        },
        legalName: null,
        country: 'KR',
        region: null,
        website: 'https://www.hanbit.example/ko',
        size: 'small',
        employees: 42,
        foundedYear: 1999,
        description: {},
        certifications: ['ISO 9001'],
        languages: ['ko'],
        anonymous: false,
        identifiers: [
          {
            scheme: 'kr-brn',
            value: '124-81-00998',
          },
        ],
      }),
    )
    expect(statements).toHaveLength(2)
    const company = await stored(value(created).id)
    expect(company).toMatchObject({
      name: { ko: '㈜한빛정밀', en: '=HYPERLINK("http://x")' },
      domain: 'hanbit.example',
      nameKeys: ['한빛정밀', 'hyperlinkhttpx'],
      identifiers: [{ scheme: 'kr-brn', value: '1248100998' }],
      revision: 1,
    })
    expect(await journalOf(company.id)).toMatchObject([{ action: 'company.created', after: { code: 'N-1' } }])
  })

  it('is refused with a taken code or number, wrong digits, or a side of another programme', async () => {
    const { code } = await build({ identifiers: [{ scheme: 'ru-inn', value: '7707083893' }] })
    const attempt = async (facts: object) => {
      const base = factsOf(await stored((await build()).companyId))
      return codeOf(
        await createCompany(platform, operator, { ...base, programmeId: programme.programmeId, code: 'X-1', ...facts }),
      )
    }
    expect(await attempt({ code })).toBe('companies.code-taken')
    expect(await attempt({ identifiers: [{ scheme: 'ru-inn', value: '77 0708 3893' }] })).toBe(
      'companies.identifier-taken',
    )
    expect(await attempt({ identifiers: [{ scheme: 'ru-inn', value: '7707083894' }] })).toBe(
      'companies.identifier-malformed',
    )
    expect(await attempt({ sideId: foreign.sides[0].id })).toBe('companies.side-absent')
    expect(await attempt({ code: '\u200b' })).toBe('companies.code-missing')
    expect(await attempt({ name: { en: '\u200b' } })).toBe('companies.name-missing')
  })

  it('of a name of one letter or of 300 is one', async () => {
    const { companyId } = await build({ name: { ko: '빛' } })
    expect((await stored(companyId)).nameKeys).toEqual(['빛'])
    expect(value(await listCompanies(platform, operator, listing({ q: '빛' }))).rows.map(({ id }) => id)).toContain(
      companyId,
    )
    expect((await stored((await build({ name: { en: 'x'.repeat(300) } })).companyId)).nameKeys).toEqual([
      'x'.repeat(300),
    ])
  })

  it('is registered by nobody but an operator of its programme', async () => {
    const { companyId } = await build()
    const facts = { ...factsOf(await stored(companyId)), programmeId: programme.programmeId, code: 'X-2' }
    for (const actor of [official, interpreter, foreignOperator, await representativeOf(companyId)]) {
      expect(codeOf(await createCompany(platform, actor, facts))).toBe('companies.forbidden')
    }
  })
})

describe('changing a company', () => {
  it('keeps a journal of what changed, and nothing when nothing did', async () => {
    const { companyId } = await build({ identifiers: [{ scheme: 'other', value: 'Q' }] })
    const facts = { ...factsOf(await stored(companyId)), programmeId: programme.programmeId, companyId }
    expect(value(await updateCompany(platform, operator, { ...facts, revision: 1 }))).toEqual({ revision: 1 })
    const changed = {
      ...facts,
      region: 'Ansan',
      identifiers: [{ scheme: 'lei' as const, value: '213800WAVVOPS85N2205' }],
    }
    expect(value(await updateCompany(platform, operator, { ...changed, revision: 1 }))).toEqual({ revision: 2 })
    expect((await stored(companyId)).identifiers).toEqual(changed.identifiers)
    expect(await journalOf(companyId)).toMatchObject([
      { action: 'company.created' },
      { action: 'company.changed', before: { region: null }, after: { region: 'Ansan' } },
    ])
  })

  it('is for the operator and its own representative, who cannot move it', async () => {
    const { companyId } = await build()
    const other = await build()
    const facts = { ...factsOf(await stored(companyId)), programmeId: programme.programmeId, companyId, revision: 1 }
    const own = await representativeOf(companyId)
    expect(codeOf(await updateCompany(platform, own, { ...facts, code: 'MINE' }))).toBe('companies.operator-only')
    expect(codeOf(await updateCompany(platform, own, { ...facts, sideId: programme.sides[1].id }))).toBe(
      'companies.operator-only',
    )
    expect(value(await updateCompany(platform, own, { ...facts, region: 'Suwon' }))).toEqual({ revision: 2 })
    expect(codeOf(await updateCompany(platform, await representativeOf(other.companyId), facts))).toBe(
      'companies.forbidden',
    )
    expect(codeOf(await updateCompany(platform, official, { ...facts, revision: 2 }))).toBe('companies.forbidden')
    expect(codeOf(await updateCompany(platform, foreignOperator, facts))).toBe('companies.absent')
    expect(codeOf(await updateCompany(platform, foreignOperator, { ...facts, programmeId: foreign.programmeId }))).toBe(
      'companies.absent',
    )
  })

  it('by two people at once: the second is told', async () => {
    const { companyId } = await build()
    const facts = { ...factsOf(await stored(companyId)), programmeId: programme.programmeId, companyId, revision: 1 }
    const outcomes = await Promise.all([
      updateCompany(platform, operator, { ...facts, region: 'A' }),
      updateCompany(platform, operator, { ...facts, region: 'B' }),
    ])
    expect(outcomes.map(codeOf).toSorted()).toEqual(['companies.changed-meanwhile', null].toSorted())
  })
})

describe('contacts', () => {
  const person = { name: 'Kim', jobTitle: null, email: 'kim@example.com', phone: null, locale: 'ko' } as const

  it('are seen by the own side of the desk only, and stay out of the journal', async () => {
    const { companyId, programmeId } = await build()
    const other = await build()
    const own = await representativeOf(companyId)
    const { id } = value(await addContact(platform, own, { programmeId, companyId, ...person }))
    expect(
      codeOf(await addContact(platform, operator, { programmeId, companyId, ...person, email: 'KIM@example.com' })),
    ).toBe('companies.contact-known')
    const stranger = await representativeOf(other.companyId)
    expect(codeOf(await addContact(platform, stranger, { programmeId, companyId, ...person }))).toBe(
      'companies.forbidden',
    )
    expect(codeOf(await addContact(platform, foreignOperator, { programmeId, companyId, ...person }))).toBe(
      'companies.absent',
    )
    const seen = async (actor: Actor) => value(await readCompany(platform, actor, { programmeId, companyId })).contacts
    for (const actor of [own, operator, official])
      expect((await seen(actor))?.map((contact) => contact.name)).toEqual(['Kim'])
    for (const actor of [stranger, interpreter]) expect(await seen(actor)).toBeNull()
    expect(JSON.stringify(await journalOf(id))).not.toMatch(/Kim|example\.com/i)
  })
})

describe('a profile', () => {
  it('keeps to the lists of the programme and the table of partnership types', async () => {
    const { companyId, programmeId } = await build()
    const { profileId } = await buildProfile(platform, { programmeId, companyId })
    const words = wordsOf((await findProfile(platform.db, programmeId, profileId))!)
    const attempt = async (facts: object) =>
      codeOf(await createProfile(platform, operator, { ...words, programmeId, companyId, code: 'PX', ...facts }))
    expect(await attempt({ technologyKeywords: ['nowhere'] })).toBe('companies.keyword-unknown')
    expect(await attempt({ technologyKeywords: [], marketKeywords: ['T-1'] })).toBe('companies.keyword-unknown')
    expect(await attempt({ partnershipTypes: ['supplier-agreement'] })).toBe('companies.partnership-type-not-allowed')
    expect(await attempt({ title: {} })).toBe('companies.title-missing')
    expect(await attempt({ code: words.code })).toBe('companies.code-taken')
    expect(await attempt({ companyId: platform.newId() })).toBe('companies.absent')
  })

  it('is drafted by its company, published by the operator, and then fixed for the company', async () => {
    const { companyId, programmeId } = await build()
    const own = await representativeOf(companyId)
    const stranger = await representativeOf((await build()).companyId)
    const { profileId } = await buildProfile(platform, {
      programmeId,
      companyId,
      summary: { ko: '요약' },
      title: { en: 'T' },
    })
    const at = { programmeId, profileId }
    const words = wordsOf((await findProfile(platform.db, programmeId, profileId))!)
    const seen = async (actor: Actor) =>
      value(await readCompany(platform, actor, { programmeId, companyId })).profiles.length

    expect([
      await seen(own),
      await seen(operator),
      await seen(official),
      await seen(stranger),
      await seen(interpreter),
    ]).toEqual([1, 1, 1, 0, 0])
    expect(codeOf(await updateProfile(platform, stranger, { ...words, ...at, revision: 1 }))).toBe('companies.absent')
    expect(codeOf(await publishProfile(platform, own, at))).toBe('companies.forbidden')
    expect(codeOf(await publishProfile(platform, operator, at))).toBe('companies.summary-missing')
    expect(value(await updateProfile(platform, own, { ...words, ...at, summary: { en: 'S' }, revision: 1 }))).toEqual({
      revision: 2,
    })
    expect(codeOf(await updateProfile(platform, own, { ...words, ...at, revision: 1 }))).toBe(
      'companies.changed-meanwhile',
    )
    value(await publishProfile(platform, operator, at))
    value(await publishProfile(platform, operator, at))

    expect([await seen(stranger), await seen(interpreter)]).toEqual([1, 0])
    const published = { ...words, ...at, summary: { en: 'S' }, revision: 3 }
    expect(codeOf(await updateProfile(platform, own, published))).toBe('companies.forbidden')
    expect(codeOf(await updateProfile(platform, stranger, published))).toBe('companies.forbidden')
    expect(codeOf(await updateProfile(platform, operator, { ...published, technologyKeywords: [] }))).toBe(
      'companies.technology-keyword-missing',
    )
    expect(codeOf(await withdrawProfile(platform, stranger, at))).toBe('companies.forbidden')
    value(await withdrawProfile(platform, own, at))
    value(await withdrawProfile(platform, own, at))
    expect(codeOf(await withdrawProfile(platform, stranger, at))).toBe('companies.absent')
    for (const act of [publishProfile, withdrawProfile]) {
      expect(codeOf(await act(platform, foreignOperator, at))).toBe('companies.absent')
      expect(codeOf(await act(platform, foreignOperator, { ...at, programmeId: foreign.programmeId }))).toBe(
        'companies.absent',
      )
    }
    expect((await journalOf(profileId)).map(({ action }) => action)).toEqual([
      'profile.drafted',
      'profile.changed',
      'profile.published',
      'profile.withdrawn',
    ])
  })

  it('is published once when two press the button', async () => {
    const { companyId, programmeId } = await build()
    const { profileId } = await buildProfile(platform, { programmeId, companyId })
    const outcomes = await Promise.all([1, 2].map(() => publishProfile(platform, operator, { programmeId, profileId })))
    expect(outcomes.some(({ ok }) => ok)).toBe(true)
    expect((await journalOf(profileId)).filter(({ action }) => action === 'profile.published')).toHaveLength(1)
  })
})

describe('reading', () => {
  it('shows other companies without numbers, and an interpreter the name alone', async () => {
    const { companyId, programmeId } = await build({
      name: { en: 'Secretive' },
      region: 'Ansan',
      website: 'https://secretive.example',
      identifiers: [
        {
          scheme: 'ru-ogrn',
          value: '1027700132195',
        },
      ],
    })
    const stranger = await representativeOf((await build()).companyId)
    const read = async (actor: Actor) => value(await readCompany(platform, actor, { programmeId, companyId }))
    expect((await read(operator)).company.identifiers).toHaveLength(1)
    expect((await read(stranger)).company).toMatchObject({ region: 'Ansan', identifiers: [] })
    expect(await read(interpreter)).toMatchObject({
      company: { name: { en: 'Secretive' }, region: null, website: null, domain: null, identifiers: [] },
      may: { edit: false, seeContacts: false },
    })
    for (const actor of [foreignOperator, { kind: 'anonymous' } as const]) {
      expect(codeOf(await readCompany(platform, actor, { programmeId, companyId }))).toBe('companies.absent')
      expect(codeOf(await listCompanies(platform, actor, listing()))).toBe('companies.absent')
    }
    expect(codeOf(await readCompany(platform, foreignOperator, { programmeId: foreign.programmeId, companyId }))).toBe(
      'companies.absent',
    )
  })

  it('lists in one statement, however many there are, by any part of a word in any language', async () => {
    const own = await buildProgramme(platform)
    const actor = await buildActor(platform, 'operator', own)
    const { companyId } = await buildCompany(platform, {
      programmeId: own.programmeId,
      code: 'A-1',
      name: { ko: '한빛 정밀', ru: 'Ханбит Лазёр', en: 'Hanbit' },
    })
    const list = (changes: Partial<ListCompanies> = {}, who: Actor = actor) =>
      listCompanies(platform, who, listing({ programmeId: own.programmeId, ...changes }))
    const one = await countStatements(() => list())
    const plain = await buildCompany(platform, {
      programmeId: own.programmeId,
      code: 'A-3',
      sideId: own.sides[1].id,
      kind: 'university',
    })
    const { companyId: third } = await buildCompany(platform, {
      programmeId: own.programmeId,
      code: 'A-2',
      name: { en: 'Zeta 100%_' },
    })
    await buildProfile(platform, {
      programmeId: own.programmeId,
      companyId: third,
      title: { ko: '초단펄스 레이저' },
      summary: { ko: '요약' },
    })
    const three = await countStatements(() => list())
    expect([one.statements.length, three.statements.length]).toEqual([1, 1])
    const codes = async (changes: Partial<ListCompanies>, who?: Actor) =>
      value(await list(changes, who)).rows.map(({ code }) => code)
    expect(value(three.value)).toMatchObject({
      total: 3,
      rows: [
        { code: 'A-1' },
        { code: 'A-2', profiles: 1, publishedProfiles: 0, technologyKeywords: ['T-1'] },
        { code: 'A-3' },
      ],
    })
    expect(await codes({ q: '정밀' })).toEqual(['A-1'])
    expect(await codes({ q: '한빛정밀' })).toEqual(['A-1'])
    expect(await codes({ q: 'ЛАЗЕР' })).toEqual(['A-1'])
    expect(await codes({ q: 'anb' })).toEqual(['A-1'])
    expect(await codes({ q: '펄스' })).toEqual(['A-2'])
    expect(await codes({ q: '%' })).toEqual(['A-1', 'A-2', 'A-3'])
    expect(await codes({ kind: 'university' })).toEqual(['A-3'])
    expect(await codes({ sideId: own.sides[0].id })).toEqual(['A-1', 'A-2'])
    expect(await codes({ technology: 'T-1' })).toEqual(['A-2'])
    expect(await codes({ sort: 'name' })).toEqual(['A-1', 'A-3', 'A-2'])
    expect(value(await list({ page: 2, pageSize: 2 }))).toMatchObject({ total: 3, rows: [{ code: 'A-3' }] })
    expect(value(await list({ page: 9 }))).toEqual({ total: 3, countedAll: true, rows: [], facets: null })

    // A draft of another company is neither found nor counted.
    const stranger = await buildActor(platform, 'company-representative', {
      programmeId: own.programmeId,
      scopeId: companyId,
    })
    expect(await codes({ q: '펄스' }, stranger)).toEqual([])
    expect(await codes({ technology: 'T-1' }, stranger)).toEqual([])
    expect(value(await list({}, stranger)).rows.map(({ profiles }) => profiles)).toEqual([0, 0, 0])
    const listener = await buildActor(platform, 'interpreter', {
      programmeId: own.programmeId,
      scopeId: plain.companyId,
    })
    expect(value(await list({}, listener)).rows[1]).toMatchObject({ code: 'A-2', profiles: 0, technologyKeywords: [] })
    expect(await summariseCompanies(platform, actor, own.programmeId)).toEqual({
      stage: 'companies',
      built: true,
      count: 3,
      attention: 1,
      facts: {
        companies: 3,
        profiles: 1,
        published: 0,
      },
      nextSteps: [
        {
          code: 'publish-profiles',
          count: 1,
        },
      ],
    })
  })

  it('finds names in other alphabets and with slips, words in other cases, and counts what each choice leaves', async () => {
    const own = await buildProgramme(platform)
    const { programmeId } = own
    const actor = await buildActor(platform, 'operator', own)
    const company = (code: string, facts: object) => buildCompany(platform, { programmeId, code, ...facts })
    const profile = (companyId: string, facts: object) => buildProfile(platform, { programmeId, companyId, ...facts })
    const exo = await company('S-1', { name: { en: 'ExoAtlet' }, sideId: own.sides[1].id })
    const lens = await company('S-2', { name: { ru: 'ООО «Линза»' }, sideId: own.sides[1].id, kind: 'institute' })
    const hanbit = await company('S-3', { name: { ko: '㈜한빛정밀', en: 'Hanbit Precision' } })
    await profile(exo.companyId, { title: { ko: '보행 재활 로봇', en: 'Walking robots' }, published: true })
    await profile(lens.companyId, {
      title: { ru: 'Лазерная резка стекла' },
      summary: { ru: 'Поиск поставщика датчиков давления' },
      type: 'technology-request',
      published: true,
    })
    const draft = await profile(hanbit.companyId, { title: { en: 'Secret laser' } })
    const list = async (changes: Partial<ListCompanies>, who: Actor = actor) =>
      value(await listCompanies(platform, who, listing({ programmeId, ...changes })))
    const codes = async (q: string, who?: Actor) => (await list({ q }, who)).rows.map(({ code }) => code)
    for (const q of ['엑소아틀레트', 'ЭкзоАтлет', 'exo atlet', '엑소 아틀레트', 'exoatlte', 'exatlet']) {
      expect([q, await codes(q)]).toEqual([q, ['S-1']])
    }
    for (const q of ['датчик давление', 'лазерную резку', 'линза']) expect([q, await codes(q)]).toEqual([q, ['S-2']])
    expect(await codes('한빛')).toEqual(['S-3'])
    expect(await codes('재활')).toEqual(['S-1'])
    expect(await codes('robot')).toEqual(['S-1'])
    // A name in another alphabet with a word of a profile; a word of somebody else's profile does not help.
    expect(await codes('엑소아틀레트 로봇')).toEqual(['S-1'])
    expect(await codes('엑소아틀레트 датчик')).toEqual([])
    // What stands there as typed comes before what is only nearly so.
    await company('S-0', { name: { ru: 'Экзо-Атлет' } })
    expect(await codes('exoatlet')).toEqual(['S-1', 'S-0'])

    const counted = await countStatements(() => list({ facets: true, kind: 'company' }))
    expect(counted.statements).toHaveLength(2)
    expect(counted.value.facets).toEqual({
      sides: [
        { value: own.sides[0].id, count: 2 },
        { value: own.sides[1].id, count: 1 },
      ],
      kinds: [
        { value: 'company', count: 3 },
        { value: 'institute', count: 1 },
      ],
      technologies: [{ value: 'T-1', count: 2 }],
      profileTypes: [{ value: 'technology-offer', count: 2 }],
    })
    expect((await list({ facets: true, profileType: 'technology-request' })).facets?.sides).toEqual([
      { value: own.sides[1].id, count: 1 },
    ])

    // Drafts of others are neither found nor counted; an interpreter learns nothing of profiles.
    const stranger = await buildActor(platform, 'company-representative', { programmeId, scopeId: lens.companyId })
    expect(await codes('secrets', stranger)).toEqual([])
    expect((await list({ facets: true, kind: 'company' }, stranger)).facets?.technologies).toEqual([
      { value: 'T-1', count: 1 },
    ])
    const hidden = await buildActor(platform, 'interpreter', { programmeId, scopeId: draft.profileId })
    expect((await list({ facets: true }, hidden)).facets).toMatchObject({ technologies: [], profileTypes: [] })
  })

  it('searches 20,000 companies quickly', async () => {
    const own = await buildProgramme(platform)
    const actor = await buildActor(platform, 'operator', own)
    const words = [
      '한빛',
      '정밀',
      '반도체',
      '레이저',
      'лазер',
      'оптика',
      'станки',
      'robot',
      'medical',
      'sensor',
      '바이오',
      '소재',
    ]
    // Rows made by the database itself, with the grams the searcher looks for.
    await platform.database.pool.query(
      `insert into company (id, programme_id, side_id, code, kind, name, country, search_text, grams, created_at, updated_at)
       select gen_random_uuid(), $1, $2, 'B-' || n, 'company', jsonb_build_object('en', t), 'KR', t,
         (select array_agg(distinct g) from generate_series(1, length(t)) i, unnest(array[substr(t, i, 1), substr(t, i, 2)]) g
           where g !~ '\\s'), now(), now()
       from generate_series(1, 20000) n,
         lateral (select ($3::text[])[1 + n % 12] || ' ' || ($3::text[])[1 + (n / 12) % 12] || ' ' || n || ' b ' || n as t) x`,
      [own.programmeId, own.sides[0].id, words],
    )
    await asOwner(() => platform.database.pool.query('vacuum analyze company, company_search'))
    const timed = async (q: string) => {
      const start = performance.now()
      const { total } = value(await listCompanies(platform, actor, listing({ programmeId: own.programmeId, q })))
      return { total, ms: performance.now() - start }
    }
    await timed('워밍')
    for (const q of ['19999', '레이저 4321', 'оптика 777', 'ёж']) {
      const { ms } = await timed(q)
      expect(ms).toBeLessThan(250)
    }
    expect((await timed('19999')).total).toBe(1)
    expect((await timed('반도체')).total).toBe(1000)
  }, 120_000)
})

describe('routes of imports', () => {
  it('are for operators of the programme', async () => {
    const { companyId, programmeId } = await build()
    const own = await representativeOf(companyId)
    const file = { name: 'a.csv', mediaType: 'text/csv', contents: new TextEncoder().encode('code,name\nZ-1,Zed\n') }
    const command = { programmeId, file, eventId: null, sheet: 'companies', decisions: [] }
    const asked = { programmeId, importId: platform.newId(), decisions: [] }
    const exported = {
      programmeId,
      locale: 'en',
      format: 'csv',
      sheet: 'companies',
      eventId: null,
      withContacts: true,
    } as const
    for (const actor of [own, interpreter, foreignOperator]) {
      expect(codeOf(await previewImport(platform, actor, [], command))).toBe('companies.forbidden')
      expect(codeOf(await applyImport(platform, actor, [], asked))).toBe('companies.forbidden')
      expect(codeOf(await readImport(platform, actor, asked))).toBe('companies.forbidden')
      expect(codeOf(await exportTables(platform, actor, [], exported))).toBe('companies.forbidden')
    }
    expect(codeOf(await previewImport(platform, official, [], command))).toBe('companies.forbidden')
    expect(codeOf(await readImport(platform, operator, asked))).toBe('companies.absent')
    expect(codeOf(await applyImport(platform, operator, [], asked))).toBe('companies.absent')
    expect((await saveKeywords(platform, systemActor('test'), { programmeId, keywords: [] })).ok).toBe(true)
  })
})
