import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type ComparedReason, compareReasons } from './compare-reasons.ts'
import styles from './compare-view.module.css'
import { CompanyName, nameWithCode } from './company-name.tsx'
import type { MatchSearch } from './match-search.ts'
import { useMatchingWords } from './matching-words.ts'
import page from './page.module.css'
import { useReasonSentence } from './reason-sentence.ts'
import { ReasonBar, ScoreChip } from './score.tsx'
import type { ExplainedMatch } from './shapes.ts'
import { useShores } from './use-shores.ts'
import { messages } from './view-messages.ts'
import { WhyLink } from './why-link.tsx'

const MOST_PARTNERS = 100

/** Two partners of one company side by side: score, directions, and every reason that one or both have. */
export function CompareView({ search, onChange }: { search: MatchSearch; onChange: (search: MatchSearch) => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { company, first, second } = search
  const account = (partnerId: string | undefined) => ({
    ...query.matching.explainMatch.queryOptions({
      input: { programmeId: programme.id, companyId: company ?? '', partnerId: partnerId ?? '' },
    }),
    enabled: company !== undefined && partnerId !== undefined,
  })
  const one = useQuery(account(first))
  const two = useQuery(account(second))
  const error = one.error ?? two.error
  const chosen = company !== undefined && first !== undefined && second !== undefined
  return (
    <Panel title={t('compare.title')}>
      <Choices search={search} onChange={onChange} />
      {error ? <ProblemNotice error={error} /> : null}
      {!chosen ? (
        <p className={page.quiet}>{t('compare.choose')}</p>
      ) : one.data && two.data ? (
        <Compared one={one.data} two={two.data} />
      ) : error ? null : (
        <PendingScreen />
      )}
    </Panel>
  )
}

function Choices({ search, onChange }: { search: MatchSearch; onChange: (search: MatchSearch) => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const shores = useShores()
  const { company, first, second } = search
  const { data } = useQuery({
    ...query.matching.listMatches.queryOptions({
      input: { programmeId: programme.id, companyId: company ?? '', limit: MOST_PARTNERS },
    }),
    enabled: company !== undefined,
  })
  const partners = (data?.rows ?? []).map(({ partner }) => ({
    value: partner.id,
    label: nameWithCode(text(partner.name), partner.code),
  }))
  return (
    <div className={styles.choices}>
      <Select
        label={t('compare.company')}
        searchable
        value={company ?? null}
        data={(shores.data?.companies ?? []).map(({ id, name, code }) => ({
          value: id,
          label: nameWithCode(text(name), code),
        }))}
        onChange={(id) => onChange({ view: 'compare', ...(id ? { company: id } : {}) })}
      />
      <Select
        label={t('compare.first')}
        searchable
        disabled={company === undefined}
        value={first ?? null}
        data={partners.filter(({ value }) => value !== second)}
        onChange={(id) => id && onChange({ ...search, first: id })}
      />
      <Select
        label={t('compare.second')}
        searchable
        disabled={company === undefined}
        value={second ?? null}
        data={partners.filter(({ value }) => value !== first)}
        onChange={(id) => id && onChange({ ...search, second: id })}
      />
      {data?.rows.length === 0 ? <p className={page.quiet}>{t('compare.noPartners')}</p> : null}
    </div>
  )
}

function Compared({ one, two }: { one: ExplainedMatch; two: ExplainedMatch }) {
  const t = useMessages(messages)
  const text = useText()
  const { number } = useNumbers()
  const sentence = useReasonSentence()
  const words = useMatchingWords()
  const round = (value: number) => number(value, { maximumFractionDigits: 1 })
  const points = (value: number | null) => (value === null ? '–' : round(value))
  const both = [one, two]
  const row = (head: (match: ExplainedMatch) => string, value: (match: ExplainedMatch) => string) => (
    <tr>
      {both.map((match, at) => (
        <td key={at}>
          <span className={styles.small}>{head(match)}</span> <b>{value(match)}</b>
        </td>
      ))}
    </tr>
  )
  const names = (match: ExplainedMatch) => ({ company: text(match.company.name), partner: text(match.partner.name) })
  return (
    <div className={styles.frame}>
      <table className={styles.compared}>
        <caption className="hidden-text">{t('compare.title')}</caption>
        <thead>
          <tr>
            {both.map((match, at) => (
              <th key={at} scope="col">
                <span className={styles.head}>
                  <ScoreChip score={match.score} large />
                  <span>
                    <CompanyName company={match.partner} />
                    <WhyLink company={match.company} partner={match.partner} />
                  </span>
                </span>
                {match.gates.some(({ passed }) => !passed) ? (
                  <p className={styles.shut}>{t('compare.gateShut')}</p>
                ) : (
                  <ReasonBar reasons={match.reasons} score={match.score} />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row(
            (match) => t('compare.gives', names(match)),
            (match) => round(match.forward),
          )}
          {row(
            (match) => t('compare.takes', names(match)),
            (match) => round(match.backward),
          )}
          {row(
            () => t('compare.profileCount'),
            (match) => number(match.partner.publishedProfiles),
          )}
        </tbody>
      </table>
      <table className={styles.reasons}>
        <thead>
          <tr>
            <th scope="col">{t('compare.reasons')}</th>
            {both.map((match, at) => (
              <th key={at} scope="col">
                {text(match.partner.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareReasons(one, two).map(({ key, reason, from, points: [left, right] }: ComparedReason) => (
            <tr key={key} data-both={(left !== null && right !== null) || undefined}>
              <th scope="row">
                {sentence(reason, from === 'one' ? one : two)}
                <small>{words(`directions.${reason.direction}`)}</small>
              </th>
              <td>{points(left)}</td>
              <td>{points(right)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
