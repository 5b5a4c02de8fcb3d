import { html } from 'hono/html'
import { type Locale, type LocalizedText, pickText, textIn } from '../kernel/locale.ts'
import { messages as companyMessages } from '../modules/companies/messages.ts'
import type {
  CatalogueCompany,
  CatalogueCompanyPage,
  CatalogueGroup,
  CatalogueProfilePage,
} from '../modules/newsroom/index.ts'
import type { PublicBrand } from '../modules/programmes/index.ts'
import { type Html, layout, say } from './layout.ts'
import { searchForm } from './news-page.ts'
import { pagesNav } from './pages-nav.ts'

export interface CataloguePageFacts {
  readonly locale: Locale
  readonly baseUrl: string
  readonly rows: readonly CatalogueCompany[]
  readonly groups: readonly CatalogueGroup[]
  readonly total: number
  readonly q: string
  readonly group: string | null
  readonly page: number
  readonly pageSize: number
  readonly brand?: PublicBrand | null
}

/** A label of the companies' own lists; the code itself where the list has changed since. */
function label(
  locale: Locale,
  list: 'kinds' | 'stages' | 'iprStatuses' | 'partnershipTypes' | 'sizes' | 'profileTypes',
  code: string,
): string {
  const labels: Readonly<Record<string, string>> = companyMessages[locale][list]
  return labels[code] ?? code
}

/** Companies by industry group and keyword. */
export function cataloguePage(facts: CataloguePageFacts): Html {
  const { locale, rows, groups, total, q, group, page, pageSize, baseUrl } = facts
  const t = say(locale)
  const query = new URLSearchParams({ ...(q === '' ? {} : { q }), ...(group === null ? {} : { group }) })
  const address = `/catalogue${query.size === 0 ? '' : `?${query}`}`
  const content = html`<div class="page-head">
      <div>
        <h1>${t('catalogue.title')}</h1>
        <p class="lead">${t('catalogue.lead')}</p>
      </div>
      ${searchForm('/catalogue', q, t('catalogue.search'), locale)}
    </div>
    ${groups.length === 0 ? '' : groupLinks(groups, group, q, locale)}
    <p class="found" role="status">${t('catalogue.found', { total })}</p>
    <ul class="companies">
      ${rows.map((company) => companyCard(company, locale))}
    </ul>
    ${pagesNav({ address, page, pageSize, total, locale })}`
  return layout({
    locale,
    title: `${t('catalogue.title')} – Naru`,
    content,
    address,
    section: 'catalogue',
    brand: facts.brand,
    share: { baseUrl, description: t('catalogue.lead'), type: 'website' },
  })
}

function groupLinks(groups: readonly CatalogueGroup[], chosen: string | null, q: string, locale: Locale): Html {
  const t = say(locale)
  const search = q === '' ? '' : `&q=${encodeURIComponent(q)}`
  return html`<nav class="groups" aria-label="${t('catalogue.groups')}">
    ${
      chosen === null
        ? html`<a class="here" aria-current="true" href="/catalogue">${t('catalogue.allGroups')}</a>`
        : html`<a href="/catalogue${q === '' ? '' : `?q=${encodeURIComponent(q)}`}">${t('catalogue.allGroups')}</a>`
    }
    ${groups.map(({ code, name, companies }) => {
      const inside = html`${textIn(name, locale)} <span>${companies}</span>`
      const address = `/catalogue?group=${encodeURIComponent(code)}${search}`
      return code === chosen
        ? html`<a class="here" aria-current="true" href="${address}">${inside}</a>`
        : html`<a href="${address}">${inside}</a>`
    })}
  </nav>`
}

/** A text of a company, marked with its language where that is not the page's. */
function spoken(words: LocalizedText, locale: Locale): Html | string {
  const found = pickText(words, locale)
  if (!found) return ''
  return found.locale === locale ? found.text : html`<span lang="${found.locale}">${found.text}</span>`
}

/** The name, or what stands for it where the company stays unnamed. */
const companyName = (name: LocalizedText | null, side: LocalizedText, locale: Locale): string =>
  name ? textIn(name, locale) : say(locale)('catalogue.unnamed', { side: textIn(side, locale) })

const syntheticTag = (synthetic: boolean, locale: Locale): Html =>
  synthetic ? html` <span class="synthetic">${say(locale)('news.synthetic')}</span>` : html``

const companyCard = ({ id, name, side, kind, synthetic, profiles }: CatalogueCompany, locale: Locale): Html =>
  html`<li>
    <p class="meta">${textIn(side, locale)} · ${label(locale, 'kinds', kind)}${syntheticTag(synthetic, locale)}</p>
    <h2><a href="/catalogue/${id}">${companyName(name, side, locale)}</a></h2>
    ${profiles.slice(0, 3).map(
      ({ title, technologies }) =>
        html`<p class="offer">${spoken(title, locale)}</p>
          <p class="keywords">${technologies.map((technology) => textIn(technology, locale)).join(' · ')}</p>`,
    )}
  </li>`

/** One company: strengths, status, market outlook and plan for cooperation of each profile. */
export function companyPage(
  company: CatalogueCompanyPage,
  locale: Locale,
  baseUrl: string,
  brand: PublicBrand | null = null,
): Html {
  const t = say(locale)
  const name = companyName(company.name, company.side, locale)
  const description = spoken(company.description, locale)
  const facts: (readonly [string, string | number | null])[] = [
    [t('catalogue.side'), textIn(company.side, locale)],
    [t('catalogue.kind'), label(locale, 'kinds', company.kind)],
    [t('catalogue.region'), company.region],
    [t('catalogue.size'), company.size && label(locale, 'sizes', company.size)],
    [t('catalogue.founded'), company.foundedYear],
    [t('catalogue.certifications'), company.certifications.join(', ')],
    [t('catalogue.source'), company.source],
  ]
  const website = company.website && /^https?:\/\//.test(company.website) ? company.website : null
  const content = html`<article class="profile-page">
    <p class="crumb"><a href="/catalogue">${t('catalogue.toList')}</a></p>
    <h1>${name}${syntheticTag(company.synthetic, locale)}</h1>
    ${company.name === null ? html`<p class="note">${t('catalogue.unnamedNote')}</p>` : ''}
    <dl class="facts-list">
      ${facts.map(([term, value]) =>
        value
          ? html`<div>
              <dt>${term}</dt>
              <dd>${value}</dd>
            </div>`
          : '',
      )}
      ${
        website
          ? html`<div>
              <dt>${t('catalogue.website')}</dt>
              <dd><a rel="noopener nofollow" href="${website}">${website.replace(/^https?:\/\//, '')}</a></dd>
            </div>`
          : ''
      }
    </dl>
    ${description ? html`<p class="prose">${description}</p>` : ''}
    ${company.profiles.map((profile) => profileSection(profile, locale))}
  </article>`
  return layout({
    locale,
    title: `${name} – ${t('catalogue.title')}`,
    content,
    address: `/catalogue/${company.id}`,
    section: 'catalogue',
    brand,
    share: { baseUrl, description: textIn(company.profiles[0]?.summary ?? {}, locale) || name, type: 'website' },
  })
}

function profileSection(profile: CatalogueProfilePage, locale: Locale): Html {
  const t = say(locale)
  const text = (words: LocalizedText) => textIn(words, locale)
  const names = (words: readonly LocalizedText[]) => words.map(text).join(', ')
  const countries = new Intl.DisplayNames([locale], { type: 'region' })
  const standing = [
    profile.stage && label(locale, 'stages', profile.stage),
    profile.iprStatus && label(locale, 'iprStatuses', profile.iprStatus),
  ].filter(Boolean)
  const outlook = [
    names(profile.markets),
    profile.targetCountries.map((code) => countries.of(code) ?? code).join(', '),
  ].filter(Boolean)
  const plan = [
    spoken(profile.partnerRole, locale),
    profile.partnershipTypes.map((type) => label(locale, 'partnershipTypes', type)).join(', '),
  ].filter(Boolean)
  const part = (title: string, paragraphs: readonly (Html | string | null)[]) => {
    const said = paragraphs.filter(Boolean)
    return html`<div>
      <h3>${title}</h3>
      ${said.length === 0 ? html`<p class="empty">${t('catalogue.notGiven')}</p>` : said.map((one) => html`<p>${one}</p>`)}
    </div>`
  }
  return html`<section class="profile" id="profile-${profile.id}" aria-labelledby="title-${profile.id}">
    <p class="kicker">${label(locale, 'profileTypes', profile.type)}</p>
    <h2 id="title-${profile.id}">${spoken(profile.title, locale)}</h2>
    <p>${spoken(profile.summary, locale)}</p>
    <p class="keywords">${names(profile.technologies)}</p>
    <div class="four">
      ${part(t('catalogue.strengths'), [spoken(profile.advantages, locale), spoken(profile.description, locale), spoken(profile.technicalSpecification, locale)])}
      ${part(t('catalogue.status'), standing)} ${part(t('catalogue.outlook'), outlook)}
      ${part(t('catalogue.plan'), plan)}
    </div>
  </section>`
}
