import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { messages as companyMessages } from '../../../modules/companies/messages.ts'
import { query } from '../../api.ts'
import { intlTag } from '../../intl-tag.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CompanyName } from './company-name.tsx'
import { InterestButton } from './interest-dialog.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { InterestsView } from './interests-view.tsx'
import { messages } from './messages.ts'
import styles from './my-partners-screen.module.css'
import page from './page.module.css'
import { useReasonSentence } from './reason-sentence.ts'
import { RequestButton } from './request-dialog.tsx'
import { ReasonBar, ScoreChip } from './score.tsx'
import type { MatchRow } from './shapes.ts'
import { ShortlistButton } from './shortlist-button.tsx'
import { WhyLink } from './why-link.tsx'

const FIRST_PARTNERS = 10
const MOST_PARTNERS = 100
/** Less than this is a gate that is shut or chance: nothing to recommend. */
const LEAST_SCORE = 1

/** A representative's best partners on the other side, why they fit, and what can be done about it. */
export function MyPartnersScreen() {
  const t = useMessages(messages)
  const { programme, grants } = useProgramme()
  const own = grants.flatMap(({ role, scopeId }) => (role === 'company-representative' && scopeId ? [scopeId] : []))
  const [chosen, setChosen] = useState<string | null>(null)
  const companyId = chosen ?? own[0]
  const [limit, setLimit] = useState(FIRST_PARTNERS)
  const { data, error, refetch } = useQuery({
    ...query.matching.listMatches.queryOptions({
      input: { programmeId: programme.id, companyId: companyId ?? '', limit, minScore: LEAST_SCORE },
    }),
    enabled: companyId !== undefined,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHead title={t('mine.title')} lead={t('mine.lead')}>
        {own.length > 1 && companyId !== undefined ? (
          <CompanyChoice own={own} value={companyId} onChoose={setChosen} />
        ) : null}
      </PageHead>
      <div className={page.page}>
        {companyId === undefined ? null : <InterestsView whenAny />}
        {companyId === undefined ? (
          <EmptyState title={t('mine.noCompany')}>{t('mine.noCompanyHint')}</EmptyState>
        ) : error ? (
          <ProblemNotice error={error} onRetry={() => void refetch()} />
        ) : !data ? (
          <PendingScreen />
        ) : data.rows.length === 0 ? (
          <NoPartners />
        ) : (
          <>
            <ol className={styles.partners}>
              {data.rows.map((row) => (
                <PartnerCard key={row.partner.id} row={row} />
              ))}
            </ol>
            {data.total > data.rows.length && limit < MOST_PARTNERS ? (
              <div>
                <Button onClick={() => setLimit(MOST_PARTNERS)}>{t('mine.more')}</Button>
              </div>
            ) : null}
          </>
        )}
      </div>
    </>
  )
}

/** Nobody is ranked yet: most often because nothing of the own company is published. */
function NoPartners() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  return (
    <EmptyState
      title={t('mine.none')}
      action={
        <LinkButton to="/programmes/$programmeId/my/profile" params={{ programmeId: programme.id }} variant="filled">
          {t('mine.toProfile')}
        </LinkButton>
      }
    >
      {t('mine.noneHint')}
    </EmptyState>
  )
}

function PartnerCard({ row }: { row: MatchRow }) {
  const t = useMessages(messages)
  const words = useMessages(companyMessages)
  const sentence = useReasonSentence()
  const { locale } = useLocale()
  const { company, partner, score, topReasons, shortlisted } = row
  const country = new Intl.DisplayNames(intlTag(locale), { type: 'region' }).of(partner.country)
  return (
    <li className={styles.card}>
      <ScoreChip score={score} large />
      <div className={styles.words}>
        <h2>
          <CompanyName company={partner} />
        </h2>
        <p className={page.quiet}>
          {[words(`kinds.${partner.kind}`), country, partner.region].filter(Boolean).join(' · ')}
        </p>
        <ul className={styles.reasons}>
          {topReasons.map((reason) => (
            <li key={`${reason.code} ${reason.direction} ${reason.concept?.id ?? reason.points}`}>
              {sentence(reason, row)}
              {reason.direction === 'both' ? null : (
                <small>{t(reason.direction === 'forward' ? 'mine.forYou' : 'mine.forThem')}</small>
              )}
            </li>
          ))}
        </ul>
        <div className={styles.bar}>
          <ReasonBar reasons={topReasons} score={score} />
        </div>
      </div>
      <div className={styles.deeds}>
        <RequestButton company={company} partner={partner} />
        <InterestButton company={company} partner={partner} />
        <span className={styles.small}>
          <ShortlistButton company={company} partner={partner} shortlisted={shortlisted} />
          <WhyLink company={company} partner={partner} />
        </span>
      </div>
    </li>
  )
}

/** A person may speak for several companies. */
function CompanyChoice({
  own,
  value,
  onChoose,
}: {
  own: readonly string[]
  value: string
  onChoose: (companyId: string) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { data } = useQuery(
    query.companies.listCompanies.queryOptions({ input: { programmeId: programme.id, pageSize: 500 } }),
  )
  return (
    <Select
      aria-label={t('mine.choose')}
      value={value}
      data={own.map((id) => {
        const row = data?.rows.find((one) => one.id === id)
        return { value: id, label: row ? text(row.name) : id }
      })}
      onChange={(id) => {
        if (id) onChoose(id)
      }}
    />
  )
}
