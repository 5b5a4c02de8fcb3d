import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CompanyName, nameWithCode } from './company-name.tsx'
import styles from './match-list.module.css'
import { LEAST_SCORES, type MatchSearch } from './match-search.ts'
import { csvText } from './matches-csv.ts'
import { messages } from './messages.ts'
import { useReasonSentence } from './reason-sentence.ts'
import { saveText } from './save-text.ts'
import { ReasonBar, ScoreChip } from './score.tsx'
import type { MatchRow } from './shapes.ts'
import { ShortlistButton } from './shortlist-button.tsx'
import { useShores } from './use-shores.ts'
import { WhyLink } from './why-link.tsx'

const FIRST_ROWS = 100
const MOST_ROWS = 500
const SHOWN_REASONS = 2

/** Every pair, or those of one company, the strongest first. */
export function MatchList({ search, onChange }: { search: MatchSearch; onChange: (search: MatchSearch) => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const [limit, setLimit] = useState(FIRST_ROWS)
  const { data, error, refetch } = useQuery({
    ...query.matching.listMatches.queryOptions({
      input: {
        programmeId: programme.id,
        limit,
        minScore: search.least ?? 0,
        ...(search.company === undefined ? {} : { companyId: search.company }),
      },
    }),
    placeholderData: keepPreviousData,
  })
  const columns = useColumns()
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <div>
      <DataTable
        label={t('list.title')}
        rows={data.rows}
        columns={columns}
        rowKey={({ company, partner }) => `${company.id} ${partner.id}`}
        tools={<Filters search={search} onChange={onChange} />}
        exports={<ExportButton rows={data.rows} />}
        empty={
          <EmptyState
            title={t('list.none')}
            action={<Button onClick={() => onChange({ view: 'list' })}>{t('list.showAll')}</Button>}
          >
            {t('list.noneHint')}
          </EmptyState>
        }
      />
      {data.total > data.rows.length ? (
        <p className={styles.more}>
          {t('list.shown', { shown: data.rows.length, total: data.total })}
          {limit < MOST_ROWS ? (
            <Button size="xs" onClick={() => setLimit(MOST_ROWS)}>
              {t('list.more')}
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

function useColumns(): readonly Column<MatchRow>[] {
  const t = useMessages(messages)
  const text = useText()
  const sentence = useReasonSentence()
  const { roles } = useProgramme()
  return useMemo(
    () => [
      {
        id: 'score',
        head: t('list.score'),
        width: '64px',
        align: 'end',
        sortBy: ({ score }) => score,
        cell: ({ score }) => <ScoreChip score={score} />,
      },
      {
        id: 'pair',
        head: t('list.pair'),
        onPhone: 'title',
        sortBy: ({ company }) => text(company.name),
        cell: ({ company, partner }) => (
          <span className={styles.pair}>
            <CompanyName company={company} />
            <CompanyName company={partner} />
          </span>
        ),
      },
      {
        id: 'parts',
        head: t('list.parts'),
        width: '168px',
        cell: ({ topReasons, score }) => (
          <span className={styles.bar}>
            <ReasonBar reasons={topReasons} score={score} compact />
          </span>
        ),
      },
      {
        id: 'reasons',
        head: t('list.reasons'),
        cell: (row) => (
          <ul className={styles.reasons}>
            {row.topReasons.slice(0, SHOWN_REASONS).map((reason) => (
              <li key={`${reason.code} ${reason.direction} ${reason.concept?.id ?? reason.points}`}>
                {sentence(reason, row)}
              </li>
            ))}
          </ul>
        ),
      },
      {
        id: 'do',
        head: t('list.do'),
        width: '104px',
        align: 'end',
        cell: ({ company, partner, shortlisted }) => (
          <span className={styles.deeds}>
            <WhyLink company={company} partner={partner} />
            {roles.includes('operator') ? (
              <ShortlistButton company={company} partner={partner} shortlisted={shortlisted} />
            ) : null}
          </span>
        ),
      },
    ],
    [t, text, sentence, roles],
  )
}

function Filters({ search, onChange }: { search: MatchSearch; onChange: (search: MatchSearch) => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { data } = useShores()
  return (
    <div className={styles.filters}>
      <Select
        aria-label={t('list.company')}
        placeholder={t('list.allCompanies')}
        searchable
        clearable
        onFocus={(event) => event.currentTarget.select()}
        value={search.company ?? null}
        data={(data?.companies ?? []).map((row) => ({
          value: row.id,
          label: nameWithCode(text(row.name), row.code),
        }))}
        leftSection={<Icon name="company" />}
        onChange={(id) => {
          const { company: _, ...others } = search
          onChange(id ? { ...others, company: id } : others)
        }}
      />
      <Select
        aria-label={t('list.least')}
        value={String(search.least ?? 0)}
        data={LEAST_SCORES.map((score) => ({
          value: String(score),
          label: score === 0 ? t('list.anyScore') : t('list.fromScore', { score }),
        }))}
        onChange={(score) => onChange({ ...search, least: Number(score ?? 0) })}
      />
    </div>
  )
}

/** What is shown, as a table that spreadsheet programs open. */
function ExportButton({ rows }: { rows: readonly MatchRow[] }) {
  const t = useMessages(messages)
  const text = useText()
  const { number } = useNumbers()
  const sentence = useReasonSentence()
  const save = () => {
    const head = ['code', 'company', 'partnerCode', 'partner', 'score', 'forward', 'backward', 'reasons'] as const
    const lines = rows.map((row) => [
      row.company.code,
      text(row.company.name),
      row.partner.code,
      text(row.partner.name),
      row.score,
      row.forward,
      row.backward,
      row.topReasons
        .map((reason) => `${sentence(reason, row)} (${number(reason.points, { maximumFractionDigits: 1 })})`)
        .join('; '),
    ])
    const csv = csvText([head.map((name) => t(`csv.${name}`)), ...lines])
    saveText(csv, `${t('csv.fileName')}.csv`)
  }
  return (
    <Button leftSection={<Icon name="download" />} disabled={rows.length === 0} onClick={save}>
      {t('list.export')}
    </Button>
  )
}
