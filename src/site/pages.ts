import { html } from 'hono/html'
import { type Locale, textIn } from '../kernel/locale.ts'
import { wallClock } from '../kernel/time-zone.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Programme, PublicBrand, Side } from '../modules/programmes/index.ts'
import type { Problem } from '../platform/http/problem.ts'
import { type Html, layout, say } from './layout.ts'

const STEPS = ['companies', 'matches', 'requests', 'schedule'] as const

export interface StartFacts {
  readonly locale: Locale
  readonly isSignedIn: boolean
  /** The programme to try out, when this instance holds one. */
  readonly demo: Programme | null
  readonly now: Instant
  readonly brand?: PublicBrand | null
}

/** What Naru is, what can be tried here, and the way in. */
export function startPage({ locale, isSignedIn, demo, now, brand }: StartFacts): Html {
  const t = say(locale)
  const content = html`
    <section class="hero">
      <h1>${t('title')}</h1>
      <p class="lead">${t('lead')}</p>
      <p>
        <a class="button" href="${isSignedIn ? '/app/' : '/app/sign-in'}">${isSignedIn ? t('open') : t('signIn')}</a>
      </p>
    </section>
    ${demo ? demoSection(demo, locale, now) : ''}
    <section aria-labelledby="steps">
      <h2 id="steps">${t('steps.title')}</h2>
      <ol class="chain">
        ${STEPS.map(
          (step) =>
            html`<li>
              <h3>${t(`steps.${step}.title`)}</h3>
              <p>${t(`steps.${step}.text`)}</p>
            </li>`,
        )}
      </ol>
    </section>
  `
  return layout({ locale, title: t('title'), content, address: '/', brand })
}

function demoSection(demo: Programme, locale: Locale, now: Instant): Html {
  const t = say(locale)
  const host = textIn(demo.hostName, locale)
  return html`<section class="demo" aria-labelledby="demo">
    <p class="kicker">${t('demo.title')}</p>
    <h2 id="demo">${textIn(demo.name, locale)}</h2>
    <div class="shores">${demo.sides.map((side) => shore(side, locale, now))}</div>
    <dl>
      <div>
        <dt>${t('demo.operator')}</dt>
        <dd>${textIn(demo.operatorName, locale)}</dd>
      </div>
      ${
        host
          ? html`<div>
              <dt>${t('demo.host')}</dt>
              <dd>${host}</dd>
            </div>`
          : ''
      }
    </dl>
    <p class="quiet">${t('demo.text')}</p>
  </section>`
}

/** A side and what its clock shows now. */
const shore = ({ name, timeZone }: Side, locale: Locale, now: Instant): Html =>
  html`<p class="shore">
    <b>${textIn(name, locale)}</b>
    <span><time datetime="${now}">${wallClock(now, timeZone).time}</time> ${timeZone.replaceAll('_', ' ')}</span>
  </p>`

/** Stands at the address of a sign-in link for whoever looks at it without going there. */
export function continuePage(locale: Locale): Html {
  const t = say(locale)
  const content = html`<section class="card">
    <h1>${t('continue.title')}</h1>
    <p>${t('continue.text')}</p>
    <form method="post"><button class="button">${t('continue.button')}</button></form>
  </section>`
  return layout({ locale, title: t('continue.title'), content })
}

/** What the server says instead of a page. */
export function errorPage({ title, detail, requestId }: Problem, locale: Locale): Html {
  const t = say(locale)
  const content = html`<section class="card">
    <h1>${title}</h1>
    <p>${detail}</p>
    <p class="quiet">${t('problem.number', { requestId })}</p>
    <p><a class="button" href="/">${t('problem.back')}</a></p>
  </section>`
  return layout({ locale, title, content })
}
