import type { Browser, Page } from 'playwright-core'
import { type Caller, signIn } from './api.ts'
import type { RunningApp } from './app.ts'
import { type Visit, visit } from './browser.ts'

/** Every page by who sees it, as paths after the programme's; `$company` and the like are one of each. */
const PAGES = {
  operator: [
    '',
    '/screening',
    '/screening?view=lists',
    '/screening?view=technologies',
    '/people',
    '/companies',
    '/companies/new',
    '/companies/import',
    '/companies/$company',
    '/companies/$company/edit',
    '/companies/$company/profiles/new',
    '/companies/$company/profiles/$profile',
    '/matching',
    '/matching?view=list',
    '/matching/$company/$partner',
    '/event',
    '/events/$event?view=participants',
    '/events/$event?view=interpreters',
    '/requests',
    '/requests?view=never',
    '/schedule',
    '/events/$event/schedule',
    '/events/$event/repair',
    '/events/$event/what-if',
    '/events/$event/fairness',
    '/events/$event/release',
    '/events/$event/agendas',
    '/rooms',
    '/rooms/desk',
    '/rooms/logs',
    '/rooms/$logged/log',
    '/cases',
    '/cases?view=list',
    '/cases/$case',
    '/agreements',
    '/agreements/new',
    '/agreements/new?part=terms',
    '/agreements/$agreement',
    '/commitments',
    '/commitments/examples',
    '/commitments/$commitment',
    '/outcomes',
    '/outcomes?view=records',
    '/outcomes/$outcome',
    '/outcomes/figures/$figure',
    '/newsroom',
    '/newsroom/$article',
    '/operations',
    '/settings',
    '/settings?part=brand',
    '/settings?part=mails',
    '/settings?part=lists',
    '/settings?part=end',
    '/settings/new-programme',
    '/settings/webhooks',
    '/my/account',
  ],
  official: ['', '/outcomes', '/companies'],
  'company-representative': [
    '/my',
    '/my/profile',
    '/my/profile/$own/edit',
    '/my/agenda',
    '/my/rooms',
    '/my/logs',
    '/my/partners',
    '/my/partners/$own/$ownPartner',
    '/my/requests',
    '/my/availability',
    '/my/agreements',
    '/my/commitments',
    '/my/account',
  ],
  interpreter: ['/my', '/my/agenda', '/my/rooms', '/my/availability', '/my/account'],
  visitor: [
    '/',
    '/news',
    '/news/$slug',
    '/news/$slug/print',
    '/catalogue',
    '/catalogue/$shown',
    '/app/sign-in',
    '/api/docs',
  ],
} as const
export type Seer = keyof typeof PAGES
type Role = Exclude<Seer, 'visitor'>

export interface SeenPage {
  readonly role: Seer
  readonly path: string
  /** The path is that of the server, not of the programme. */
  readonly isPublic: boolean
}

export const listPages = (): SeenPage[] =>
  (Object.keys(PAGES) as Seer[]).flatMap((role) =>
    PAGES[role].map((path) => ({ role, path, isPublic: role === 'visitor' })),
  )

export interface Visitors {
  readonly pageOf: (role: Seer, lane: number) => Page
  /** Where the programme of this person is. */
  readonly baseOf: (role: Seer) => string
  /** A path with one of each that it speaks of. Throws when the programme has none such. */
  readonly fill: (path: string) => string
  readonly pages: () => Page[]
  /** What their browsers have complained of so far. */
  readonly complaints: () => string[]
}

/** Everybody who sees pages, signed in, each with as many browsers of their own as there are lanes. */
export async function openVisitors(app: RunningApp, browser: Browser, lanes: number): Promise<Visitors> {
  const visits = new Map<Seer, Visit[]>()
  const bases = new Map<Seer, string>()
  const names: Record<string, string> = {}
  for (const role of Object.keys(PAGES) as Seer[]) {
    const entered = await Promise.all(Array.from({ length: lanes }, () => visit(browser)))
    visits.set(role, entered)
    if (role === 'visitor') continue
    const caller = await signIn(app.signInLinks.get(role) ?? '')
    for (const { page } of entered) await page.context().addCookies(cookiesOf(caller, app.url))
    const [programme] = (await caller.api.programmes.listProgrammes()).rows
    bases.set(role, `${app.url}/app/programmes/${programme!.id}`)
    Object.assign(names, await nameOnes(caller, role, programme!.id))
  }
  return {
    pageOf: (role, lane) => visits.get(role)![lane]!.page,
    baseOf: (role) => bases.get(role) ?? app.url,
    fill: (path) =>
      path.replaceAll(/\$(\w+)/g, (_, name: string) => {
        if (!names[name]) throw new Error(`The demo has no ${name}`)
        return names[name]
      }),
    pages: () => [...visits.values()].flat().map(({ page }) => page),
    complaints: () => [...visits.values()].flat().flatMap(({ complaints }) => complaints),
  }
}

const cookiesOf = ({ cookie }: Caller, url: string) =>
  cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })

/** One of each that the paths speak of. */
async function nameOnes(caller: Caller, role: Role, programmeId: string): Promise<Record<string, string | undefined>> {
  if (role === 'operator') return nameForOperator(caller, programmeId)
  if (role !== 'company-representative') return {}
  const own = (await caller.api.accounts.readSession()).grants[0]?.scopeId ?? ''
  const [match] = (await caller.api.matching.listMatches({ programmeId, companyId: own, limit: 1 })).rows
  return { own, ownPartner: match?.partner.id }
}

async function nameForOperator({ api }: Caller, programmeId: string): Promise<Record<string, string | undefined>> {
  const of = { programmeId }
  const [match] = (await api.matching.listMatches({ ...of, limit: 1 })).rows
  const company = match?.company.id ?? ''
  const { profiles } = await api.companies.readCompany({ ...of, companyId: company })
  const articles = (await api.newsroom.listArticles(of)).rows
  const published = articles.find(({ status }) => status === 'published' || status === 'corrected')
  await api.newsroom.setCatalogue({ ...of, open: true })
  return {
    company,
    partner: match?.partner.id,
    profile: profiles[0]?.id,
    shown: company,
    event: (await api.events.listEvents(of)).rows[0]?.id,
    agreement: (await api.agreements.listAgreements(of)).rows[0]?.id,
    commitment: (await api.commitments.listCommitments(of)).rows[0]?.id,
    outcome: (await api.outcomes.listOutcomes(of)).rows[0]?.id,
    figure: (await api.outcomes.listFigures(of)).rows[0]?.id,
    article: articles[0]?.id,
    slug: published?.slug,
    case: (await api.cases.listCases(of)).rows[0]?.id,
    logged: (await api.rooms.listLogs(of)).rows.find(({ logs }) => logs.length > 0)?.requestId,
  }
}
