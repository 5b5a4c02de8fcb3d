import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildEntry, buildScreening } from '../../compliance/testing/build-watch-list.ts'
import { listKeywords } from '../queries/list-keywords.ts'
import { createProgrammeGate } from '../queries/programme-gate.ts'
import { readBrand, readLogo, readSiteBrand } from '../queries/read-brand.ts'
import { readJournal } from '../queries/read-journal.ts'
import { listProgrammes, readProgramme } from '../queries/read-programme.ts'
import { buildProgramme } from '../testing/build-programme.ts'
import type { EventPlan } from '../domain/event-plan.ts'
import { type EventPlans, type OpenProgramme, openProgramme } from './open-programme.ts'
import { saveKeywords } from './save-keywords.ts'
import {
  MAX_LOGO_BYTES,
  archiveProgramme,
  removeLogo,
  restoreProgramme,
  setBrand,
  setFeatures,
  setLogo,
  updateProgramme,
} from './set-up-programme.ts'
import { previewMail, readMailWordings, saveMailWording, sendMail } from './word-mails.ts'

let platform: TestPlatform
let programmeId: Id
let operator: Actor
let stranger: Actor

beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  ;({ programmeId } = await buildProgramme(platform))
  operator = await buildActor(platform, 'operator', { programmeId })
  stranger = await buildActor(platform, 'operator', { programmeId: (await buildProgramme(platform)).programmeId })
})

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const code = (result: Result<unknown, Refusal>): string => (result.ok ? 'ok' : result.refusal.code)
const programme = async (actor = operator) => value(await readProgramme(platform, actor, { programmeId }))

/** The smallest picture: signature and head of a PNG. */
function png(width = 8, height = 8, bytes = 64): Uint8Array {
  const contents = Buffer.alloc(bytes)
  contents.writeUInt32BE(0x89504e47, 0)
  contents.writeUInt32BE(0x0d0a1a0a, 4)
  contents.write('IHDR', 12, 'latin1')
  contents.writeUInt32BE(width, 16)
  contents.writeUInt32BE(height, 20)
  return new Uint8Array(contents)
}

describe('features', () => {
  test('what is switched off takes along what needs it and closes its routes, in every process', async () => {
    const gate = createProgrammeGate(platform, 0)
    const ask = async (name: string) =>
      (await gate(programmeId, { name: name.split('.'), method: 'GET' }))?.code ?? null
    expect(await ask('agreements.listAgreements')).toBeNull()
    expect(code(await setFeatures(platform, operator, { programmeId, off: ['agreements'] }))).toBe('ok')
    expect((await programme()).featuresOff).toEqual(['agreements', 'commitments'])
    expect(await ask('agreements.listAgreements')).toBe('programmes.feature-off')
    expect(await ask('commitments.listCommitments')).toBe('programmes.feature-off')
    expect(await ask('companies.listCompanies')).toBeNull()
    expect(code(await setFeatures(platform, operator, { programmeId, off: [] }))).toBe('ok')
    expect(await ask('agreements.listAgreements')).toBeNull()
  })

  test('a process that has asked lately asks again after a moment', async () => {
    const gate = createProgrammeGate(platform, 200)
    const route = { name: ['rooms', 'listRooms'], method: 'GET' }
    expect(await gate(programmeId, route)).toBeNull()
    value(await setFeatures(platform, operator, { programmeId, off: ['rooms'] }))
    await new Promise((done) => setTimeout(done, 250))
    expect((await gate(programmeId, route))?.code).toBe('programmes.feature-off')
  })

  test('screening in force is not switched off by a switch', async () => {
    await buildScreening(platform, { programmeId, entries: [buildEntry({ id: 'one', name: 'Nobody at all' })] })
    const off = ['screening', 'rooms'] as const
    expect(code(await setFeatures(platform, operator, { programmeId, off }))).toBe('programmes.screening-in-force')
    expect((await programme()).featuresOff).toEqual([])
  })
})

describe('brand', () => {
  test('name and a colour that can be read; the picture is what its bytes say', async () => {
    expect(await readBrand(platform, programmeId)).toBeNull()
    const brand = { programmeId, name: { en: 'Seoul–Moscow' }, accent: '#7a1f3d' }
    expect(code(await setBrand(platform, operator, brand))).toBe('ok')
    expect(code(await setBrand(platform, operator, { ...brand, accent: '#ffcc00' }))).toBe('programmes.accent-contrast')
    expect(code(await setBrand(platform, operator, { ...brand, accent: 'red;}' }))).toBe('programmes.accent-malformed')
    const logo = (contents: Uint8Array, name = 'logo.png') =>
      setLogo(platform, operator, { programmeId, file: { name, contents } })
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    expect(code(await logo(svg))).toBe('programmes.logo-type')
    expect(code(await logo(png(8, 8, MAX_LOGO_BYTES + 1)))).toBe('programmes.logo-too-large')
    expect(code(await logo(png(30_000, 30_000)))).toBe('programmes.logo-too-large')
    expect(await readLogo(platform, programmeId)).toBeNull()
    expect(code(await logo(png(), '../../x.svg'))).toBe('ok')
    expect(await readLogo(platform, programmeId)).toMatchObject({ mediaType: 'image/png' })
    expect(await readBrand(platform, programmeId)).toMatchObject({
      name: { en: 'Seoul–Moscow' },
      accent: '#7a1f3d',
      logo: expect.stringMatching(`^/brand/${programmeId}/logo\\?v=`),
    })
    value(await removeLogo(platform, operator, { programmeId }))
    expect((await programme()).brand.logo).toBeNull()
    // Several programmes live here, so pages of none of them wear ours.
    expect(await readSiteBrand(platform)).toBeNull()
  })
})

describe('mails', () => {
  const kind = 'request-asked' as const
  const mail = (locale: 'ko' | 'en' = 'en') => ({
    dedupeKey: platform.newId(),
    toAddress: 'kim@example.org',
    toName: 'Kim {subject}\u2028Bcc: x',
    locale,
    subject: 'Ours',
    text: 'Dear Kim,\n\nplease answer here:\nhttps://x.example/a?b=1&c=2\n',
  })
  const sent = async (id: Id) =>
    (
      await platform.database.pool.query<{ subject: string; body_text: string; body_html: string | null }>(
        'select subject, body_text, body_html from mail where id = $1',
        [id],
      )
    ).rows[0]!

  test('an operator’s words stand in the mails of that kind and language alone, until ours are back', async () => {
    const own = {
      programmeId,
      kind,
      locale: 'en',
      subject: '[{operator}] {subject}',
      intro: null,
      footer: 'Bye',
    } as const
    expect(code(await saveMailWording(platform, operator, own))).toBe('ok')
    const send = async (locale: 'ko' | 'en', which: typeof kind | 'request-declined' = kind) =>
      sent(value(await sendMail(platform, { programmeId, kind: which }, mail(locale))))
    expect(await send('en')).toMatchObject({
      subject: '[Test operator] Ours',
      body_text: `${mail().text}\nBye\n`,
      body_html: null,
    })
    expect((await send('ko')).subject).toBe('Ours')
    expect((await send('en', 'request-declined')).subject).toBe('Ours')
    value(await saveMailWording(platform, operator, { ...own, subject: null, footer: null }))
    expect(await send('en')).toMatchObject({ subject: 'Ours', body_text: mail().text })
    expect(value(await readMailWordings(platform, operator, { programmeId }))).toEqual([])
  })

  test('no header is slipped in, neither by the words nor by a name', async () => {
    const own = { programmeId, kind, locale: 'en', intro: null, footer: null } as const
    const subject = 'Hi\r\nBcc: all@example.org'
    expect(code(await saveMailWording(platform, operator, { ...own, subject }))).toBe('programmes.subject-lines')
    await expect(
      platform.database.pool.query(
        `insert into mail_wording (programme_id, kind, locale, subject, updated_at) values ($1, $2, 'en', $3, now())`,
        [programmeId, kind, subject],
      ),
    ).rejects.toThrow(/check constraint/)
    value(await saveMailWording(platform, operator, { ...own, subject: 'For {name}' }))
    const row = await sent(value(await sendMail(platform, { programmeId, kind }, mail())))
    expect(row.subject).toBe('For Kim {subject} Bcc: x')
  })

  test('a programme with a colour or a picture writes a page beside the text, in which everything is text', async () => {
    value(await setBrand(platform, operator, { programmeId, name: { en: 'A & B <i>' }, accent: '#7a1f3d' }))
    const { body_html: page } = await sent(
      value(
        await sendMail(
          platform,
          { programmeId, kind },
          { ...mail(), text: 'Dear <b>Kim</b>,\n\nhttps://x.example/a?b=1&c="2"\n' },
        ),
      ),
    )
    expect(page).toContain('#7a1f3d')
    expect(page).toContain('A &amp; B &lt;i&gt;')
    expect(page).toContain('Dear &lt;b&gt;Kim&lt;/b&gt;,')
    expect(page).toContain('<a href="https://x.example/a?b=1&amp;c="')
  })

  test('the preview reads as the mail will, and saves nothing', async () => {
    const draft = { programmeId, kind, locale: 'en', subject: null, intro: 'Of {programme}', footer: null } as const
    const sample = () => ({ subject: 'Ours', text: 'Dear you,\n\nplease.' })
    const shown = value(await previewMail(platform, operator, draft, sample))
    expect(shown).toEqual({ subject: 'Ours', text: 'Dear you,\n\nOf Test programme\n\nplease.\n', html: null })
    expect(value(await readMailWordings(platform, operator, { programmeId }))).toEqual([])
  })
})

describe('archive', () => {
  test('archived it is read and not written, and nothing of it is lost when it comes back', async () => {
    const gate = createProgrammeGate(platform, 0)
    const write = { name: ['companies', 'createCompany'], method: 'POST' }
    const before = await programme()
    expect(code(await archiveProgramme(platform, operator, { programmeId }))).toBe('ok')
    expect(code(await archiveProgramme(platform, operator, { programmeId }))).toBe('programmes.archived')
    expect((await gate(programmeId, write))?.code).toBe('programmes.archived')
    expect(await gate(programmeId, { ...write, method: 'GET' })).toBeNull()
    expect((await programme()).archivedAt).toBe(platform.clock.now())
    expect(code(await restoreProgramme(platform, operator, { programmeId }))).toBe('ok')
    expect(code(await restoreProgramme(platform, operator, { programmeId }))).toBe('programmes.not-archived')
    expect(await programme()).toEqual(before)
    const entries = value(await readJournal(platform, operator, { programmeId })).map(({ action }) => action)
    expect(entries.slice(0, 2)).toEqual(['programme.restored', 'programme.archived'])
  })
})

test('only who administers this programme sets it up', async () => {
  const words = { name: { en: 'X' }, operatorName: { en: 'Y' }, hostName: {}, description: {} }
  const wording = { programmeId, kind: 'invitation', locale: 'en', subject: 'x', intro: null, footer: null } as const
  for (const actor of [await buildActor(platform, 'broker', { programmeId }), stranger]) {
    const answers = [
      await updateProgramme(platform, actor, { programmeId, ...words }),
      await setFeatures(platform, actor, { programmeId, off: [] }),
      await setBrand(platform, actor, { programmeId, name: {}, accent: null }),
      await setLogo(platform, actor, { programmeId, file: { name: 'x', contents: png() } }),
      await removeLogo(platform, actor, { programmeId }),
      await archiveProgramme(platform, actor, { programmeId }),
      await restoreProgramme(platform, actor, { programmeId }),
      await readMailWordings(platform, actor, { programmeId }),
      await saveMailWording(platform, actor, wording),
      await previewMail(platform, actor, wording, () => ({ subject: '', text: '' })),
    ]
    expect(answers.map(code)).toEqual(Array(10).fill('programmes.forbidden'))
  }
  expect(code(await updateProgramme(platform, operator, { programmeId, ...words, name: {} }))).toBe(
    'programmes.name-missing',
  )
  value(await updateProgramme(platform, operator, { programmeId, ...words }))
  expect((await programme()).name).toEqual({ en: 'X' })
})

describe('a further programme', () => {
  const plan: EventPlan = {
    name: { en: 'Day' },
    requestMode: 'opt-in',
    requestExpiryHours: 24,
    maxRequestsPerParticipant: 7,
    whoMayMeet: 'anyone',
    blocks: [{ day: 0, from: '10:00', minutes: 60, slotMinutes: 20, bufferMinutes: 0 }],
    tables: 1,
    online: 2,
  }
  const prepared: unknown[] = []
  const plans: EventPlans = {
    read: () => Promise.resolve([plan]),
    prepare: (_platform, _actor, programme, prepare) => {
      prepared.push({ ...programme, ...prepare })
      return Promise.resolve({ ok: true, value: platform.newId() })
    },
  }
  const command = (facts: Partial<OpenProgramme> = {}): OpenProgramme => ({
    slug: `further-${platform.newId()}`,
    name: { en: 'Further' },
    operatorName: { en: 'Agency' },
    sides: [],
    firstDay: '2026-03-10',
    from: { kind: 'template', template: 'online-day' },
    ...facts,
  })
  const open = (actor: Actor, facts: Partial<OpenProgramme> = {}) =>
    openProgramme(platform, actor, command(facts), plans)

  test('from a template: sides, switches, an event on its day, and the opener as operator', async () => {
    const { programmeId: further } = value(await open(operator))
    const grants = operator.kind === 'person' ? operator.grants : []
    const now = { ...operator, grants: [...grants, { programmeId: further, role: 'operator', scopeId: null }] } as Actor
    const listed = await listProgrammes(platform, now)
    expect(listed.map(({ id }) => id)).toEqual([programmeId, further])
    expect(listed[1]?.sides.map(({ timeZone }) => timeZone)).toEqual(['Asia/Seoul', 'Europe/Moscow'])
    expect(prepared.at(-1)).toMatchObject({ programmeId: further, firstDay: '2026-03-10', timeZone: 'Asia/Seoul' })
    const { rows } = await platform.database.pool.query(
      'select role from role_grant where programme_id = $1 and person_id = $2',
      [further, operator.kind === 'person' ? operator.personId : null],
    )
    expect(rows).toEqual([{ role: 'operator' }])
  })

  test('as another one of one’s own, with its lists, look and words; one that is another’s does not exist', async () => {
    const keyword = { list: 'technology', code: 'T1', parentCode: null, name: { en: 'Lasers' } } as const
    value(await saveKeywords(platform, operator, { programmeId, keywords: [keyword] }))
    value(await setFeatures(platform, operator, { programmeId, off: ['rooms'] }))
    value(await setBrand(platform, operator, { programmeId, name: {}, accent: '#7a1f3d' }))
    const wording = { kind: 'invitation', locale: 'en', subject: null, intro: 'Hello', footer: null } as const
    value(await saveMailWording(platform, operator, { programmeId, ...wording }))
    const from = { kind: 'programme', fromId: programmeId } as const
    expect(code(await open(stranger, { from }))).toBe('programmes.absent')
    expect(code(await open(stranger, { from: { kind: 'programme', fromId: platform.newId() } }))).toBe(
      'programmes.absent',
    )
    const { programmeId: further } = value(await open(operator, { from, firstDay: null }))
    const grants = operator.kind === 'person' ? operator.grants : []
    const now = { ...operator, grants: [...grants, { programmeId: further, role: 'operator', scopeId: null }] } as Actor
    expect(value(await readProgramme(platform, now, { programmeId: further }))).toMatchObject({
      featuresOff: ['rooms'],
      brand: { accent: '#7a1f3d' },
    })
    expect(value(await listKeywords(platform, now, { programmeId: further }))).toEqual([keyword])
    expect(value(await readMailWordings(platform, now, { programmeId: further }))).toEqual([wording])
    const { rows } = await platform.database.pool.query('select id from company where programme_id = $1', [further])
    expect(rows).toEqual([])
  })

  test('all of it or nothing', async () => {
    const { rows: before } = await platform.database.pool.query('select count(*) from programme')
    const failing: EventPlans = {
      ...plans,
      prepare: () => Promise.resolve({ ok: false, refusal: { kind: 'invalid', code: 'events.block-too-long' } }),
    }
    expect(code(await openProgramme(platform, operator, command(), failing))).toBe('events.block-too-long')
    expect(code(await open(operator, { from: { kind: 'empty' } }))).toBe('programmes.too-few-sides')
    const slug = `taken-${platform.newId()}`
    value(await open(operator, { slug }))
    expect(code(await open(operator, { slug }))).toBe('programmes.slug-taken')
    const { rows: after } = await platform.database.pool.query('select count(*) from programme')
    expect(Number(after[0].count) - Number(before[0].count)).toBe(1)
  })

  test('only operators of this installation open one, and where it is so set nobody', async () => {
    const official = await buildActor(platform, 'official', { programmeId })
    expect(code(await open(official))).toBe('programmes.may-not-open')
    const closed = { ...platform, config: { ...platform.config, programmesOpenedBy: 'nobody' as const } }
    expect(code(await openProgramme(closed, operator, command(), plans))).toBe('programmes.may-not-open')
  })
})
