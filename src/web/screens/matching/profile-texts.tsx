import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Locale } from '../../../kernel/locale.ts'
import { messages as companyMessages } from '../../../modules/companies/messages.ts'
import { query } from '../../api.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { messages as uiMessages } from '../../ui/messages.ts'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import { Marked } from './marked.tsx'
import { messages } from './messages.ts'
import { type ColumnLocale, type ColumnProfile, localeOfReason, profileColumn } from './profile-column.ts'
import { SharedKeywords } from './shared-keywords.tsx'
import styles from './profile-texts.module.css'
import type { CompanyRow, ExplainedMatch } from './shapes.ts'

interface ColumnProps {
  readonly match: ExplainedMatch
  readonly company: CompanyRow
  /** The reason that is lit. */
  readonly active: number | null
  /** The reason whose first place is brought into sight. */
  readonly scrollTo: number | null
  readonly onLight: (reason: number | null) => void
  readonly onPin: (reason: number) => void
}

/** What one company says, in its own language, with the places that speak for the match. */
export function ProfileTexts({ match, company, active, scrollTo, onLight, onPin }: ColumnProps) {
  const text = useText()
  const t = useMessages(messages)
  const { locale: reader } = useLocale()
  const { programme } = useProgramme()
  const side = programme.sides.find(({ id }) => id === company.sideId)
  const { profiles, locales } = useMemo(
    () => profileColumn(company.id, match, [...(side?.languages ?? []), reader]),
    [company, match, side, reader],
  )
  const [chosen, setChosen] = useState<Locale | null>(null)
  const usual = chosen ?? locales[0]?.locale ?? reader
  const reason = active === null ? undefined : match.reasons[active]
  const current = (reason && localeOfReason(reason, match.texts, company.id, usual)) ?? usual
  const body = useRef<HTMLDivElement>(null)
  useScrollToReason(body, scrollTo, current)
  return (
    <section className={styles.column} aria-label={text(company.name)}>
      <header className={styles.head}>
        <h2>
          {text(company.name)} {company.synthetic ? <SyntheticTag /> : null}
        </h2>
        <LanguageChoice locales={locales} current={current} onChoose={setChosen} />
      </header>
      <div
        ref={body}
        className={styles.body}
        // It scrolls by itself, so the keyboard has to reach it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={t('explain.textsOf', { company: text(company.name) })}
      >
        {profiles.map((profile) => (
          <ProfileSection
            key={profile.profileId}
            profile={profile}
            company={company}
            match={match}
            locale={current}
            active={active}
            onLight={onLight}
            onPin={onPin}
          />
        ))}
        {profiles.length === 0 ? <p className={styles.nothing}>{t('explain.noText')}</p> : null}
      </div>
    </section>
  )
}

/** Brings the first place of a reason into the middle of the column, without moving the page. */
function useScrollToReason(
  body: { readonly current: HTMLDivElement | null },
  reason: number | null,
  locale: Locale,
): void {
  useEffect(() => {
    const box = body.current
    if (box === null || reason === null) return
    const place = `[data-reasons~="${reason}"]`
    const mark = box.querySelector<HTMLElement>(`[lang="${locale}"] ${place}, li${place}`)
    if (!mark || box.scrollHeight <= box.clientHeight) return
    const top = mark.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    box.scrollTo({ top: top - box.clientHeight / 3, behavior: still ? 'auto' : 'smooth' })
  }, [body, reason, locale])
}

function LanguageChoice({
  locales,
  current,
  onChoose,
}: {
  locales: readonly ColumnLocale[]
  current: Locale
  onChoose: (locale: Locale) => void
}) {
  const t = useMessages(messages)
  const names = useMessages(uiMessages)
  if (locales.length < 2) return null
  return (
    <span className={styles.languages} role="group" aria-label={t('explain.language')}>
      {locales.map(({ locale, places }) => (
        <button
          key={locale}
          type="button"
          aria-pressed={locale === current}
          title={t('explain.places', { count: places })}
          onClick={() => onChoose(locale)}
        >
          {locale}
          <span className="hidden-text">
            , {names(`languages.${locale}`)}, {t('explain.places', { count: places })}
          </span>
        </button>
      ))}
    </span>
  )
}

type FieldName = 'title' | 'summary' | 'description' | 'advantages' | 'technicalSpecification' | 'partnerRole'

function ProfileSection({
  profile,
  company,
  match,
  locale,
  active,
  onLight,
  onPin,
}: {
  profile: ColumnProfile
  company: CompanyRow
  match: ExplainedMatch
  locale: Locale
  active: number | null
  onLight: (reason: number | null) => void
  onPin: (reason: number) => void
}) {
  const words = useMessages(companyMessages)
  const t = useMessages(messages)
  const { programme } = useProgramme()
  // What the texts do not say: the type of the profile and its keywords.
  const { data } = useQuery(
    query.companies.readCompany.queryOptions({ input: { programmeId: programme.id, companyId: company.id } }),
  )
  const stored = data?.profiles.find(({ id }) => id === profile.profileId)
  const texts = profile.texts.filter((one) => one.locale === locale)
  return (
    <article className={styles.profile}>
      {stored ? <p className={styles.type}>{words(`profileTypes.${stored.type}`)}</p> : null}
      {texts.map((one) => (
        <div key={one.field} className={styles.text}>
          {one.field === 'title' ? null : (
            <h3>{words(`sheets.profiles.${one.field as Exclude<FieldName, 'title'>}`)}</h3>
          )}
          <p lang={locale} className={one.field === 'title' ? styles.title : undefined}>
            <Marked text={one} match={match} active={active} onLight={onLight} onPin={onPin} />
          </p>
        </div>
      ))}
      {texts.length === 0 ? <p className={styles.nothing}>{t('explain.notInThisLanguage')}</p> : null}
      {stored ? <SharedKeywords profile={stored} match={match} active={active} /> : null}
    </article>
  )
}
