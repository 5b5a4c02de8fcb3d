import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CompanyName, nameWithCode } from './company-name.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import { useReasonSentence } from './reason-sentence.ts'
import { ReasonBar, ScoreChip } from './score.tsx'
import type { CompanyRow, MatchRow, Shores } from './shapes.ts'
import { ShortlistButton } from './shortlist-button.tsx'
import styles from './shores-view.module.css'
import { WhyLink } from './why-link.tsx'

const SHOWN = 8

/** The best partners of the chosen company, each with its score, the parts of it and the strongest reason. */
export function PartnersOf({
  company,
  shores,
  perCompany,
  onClear,
}: {
  company: CompanyRow
  shores: Shores
  perCompany: number
  onClear: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { data, error } = useQuery(
    query.matching.listMatches.queryOptions({
      input: { programmeId: programme.id, companyId: company.id, limit: SHOWN },
    }),
  )
  return (
    <Panel title={text(company.name)} note={t('shores.partners')}>
      {shores.unseen.includes(company.id) ? (
        <p className={styles.alarm}>
          <Icon name="warning" />
          {t('unseen.of', { count: perCompany })}
        </p>
      ) : null}
      {error ? <ProblemNotice error={error} compact /> : null}
      {data?.rows.length === 0 ? <p className={page.quiet}>{t('shores.noPartner')}</p> : null}
      <ol className={styles.partners}>
        {data?.rows.map((row) => (
          <Partner key={row.partner.id} row={row} />
        ))}
      </ol>
      <WhyNot company={company} companies={shores.companies} />
      <div className={styles.foot}>
        <LinkButton
          size="xs"
          to="/programmes/$programmeId/matching"
          params={{ programmeId: programme.id }}
          search={{ view: 'list', company: company.id }}
        >
          {t('shores.allPartners')}
        </LinkButton>
        <Button size="xs" onClick={onClear}>
          {t('shores.clear')}
        </Button>
      </div>
    </Panel>
  )
}

/** To the account of any other pair: most often to see which condition keeps two apart. */
function WhyNot({ company, companies }: { company: CompanyRow; companies: Shores['companies'] }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const navigate = useNavigate()
  return (
    <Select
      className={styles.whyNot ?? ''}
      aria-label={t('shores.whyNot')}
      placeholder={t('shores.whyNot')}
      searchable
      value={null}
      data={companies
        .filter(({ sideId }) => sideId !== company.sideId)
        .map(({ id, name, code }) => ({ value: id, label: nameWithCode(text(name), code) }))}
      onChange={(partnerId) => {
        if (!partnerId) return
        void navigate({
          to: '/programmes/$programmeId/matching/$companyId/$partnerId',
          params: { programmeId: programme.id, companyId: company.id, partnerId },
        })
      }}
    />
  )
}

function Partner({ row }: { row: MatchRow }) {
  const sentence = useReasonSentence()
  const { roles } = useProgramme()
  const { company, partner, score, topReasons, shortlisted } = row
  const [first] = topReasons
  return (
    <li>
      <ScoreChip score={score} />
      <CompanyName company={partner} />
      <span className={styles.deeds}>
        <WhyLink company={company} partner={partner} />
        {roles.includes('operator') ? (
          <ShortlistButton company={company} partner={partner} shortlisted={shortlisted} />
        ) : null}
      </span>
      <span className={styles.detail}>
        <ReasonBar reasons={topReasons} score={score} compact />
        {first ? sentence(first, row) : null}
      </span>
    </li>
  )
}

/** The strongest pairs of all, as long as no company is chosen. */
export function BestPairs() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { data, error } = useQuery(
    query.matching.listMatches.queryOptions({ input: { programmeId: programme.id, limit: SHOWN } }),
  )
  return (
    <Panel title={t('shores.bestPairs')} note={t('shores.choose')}>
      {error ? <ProblemNotice error={error} compact /> : null}
      {data?.rows.length === 0 ? <p className={page.quiet}>{t('shores.noPair')}</p> : null}
      <ol className={styles.partners}>
        {data?.rows.map(({ company, partner, score }) => (
          <li key={`${company.id} ${partner.id}`}>
            <ScoreChip score={score} />
            <span className={styles.pairNames}>
              <CompanyName company={company} />
              <CompanyName company={partner} />
            </span>
            <span className={styles.deeds}>
              <WhyLink company={company} partner={partner} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
