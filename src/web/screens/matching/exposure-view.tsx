import { Button, Select } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import type { Outputs } from '../../api.ts'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { CompanyName } from './company-name.tsx'
import styles from './exposure-view.module.css'
import { LEAST_SCORES } from './match-search.ts'
import page from './page.module.css'
import type { CompanyRow } from './shapes.ts'
import { messages } from './view-messages.ts'

type Proposal = Outputs['matching']['proposeShortlists']

const USUAL_CAP = 5
const MOST_CAP = 20

/** Shortlists that share attention out: the operator moves the cap, sees what it does, and applies it. */
export function ExposureView() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const [cap, setCap] = useState(USUAL_CAP)
  const [minScore, setMinScore] = useState(0)
  const [eventId, setEventId] = useState<string | null>(null)
  const exposureCap = useDeferredValue(cap)
  const companies = useCompaniesOf(eventId, exposureCap)
  const input = { programmeId: programme.id, exposureCap, minScore, companies: companies ?? null }
  const { data, error, refetch } = useQuery({
    ...query.matching.proposeShortlists.queryOptions({ input }),
    enabled: companies !== undefined,
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <Panel title={t('shortlists.title')} note={t('shortlists.note')}>
        <p className={page.quiet}>{t('shortlists.lead')}</p>
        <div className={styles.controls}>
          <Cap value={cap} onChange={setCap} />
          <EventChoice value={eventId} onChange={setEventId} />
          <Select
            label={t('shortlists.least')}
            value={String(minScore)}
            data={LEAST_SCORES.map(String)}
            onChange={(score) => setMinScore(Number(score ?? 0))}
          />
          {data ? <Apply input={input} proposal={data} /> : null}
        </div>
        {error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
        {data ? <Figures proposal={data} /> : error ? null : <PendingScreen />}
      </Panel>
      {data ? <ExposureTable proposal={data} /> : null}
    </>
  )
}

type Companies = { companyId: string; capacity: number }[]

/** Who takes part in an event and how many each wants to meet; null for everybody, undefined while it loads. */
function useCompaniesOf(eventId: string | null, cap: number): Companies | null | undefined {
  const { programme } = useProgramme()
  const { data } = useQuery({
    ...query.events.listParticipants.queryOptions({ input: { programmeId: programme.id, eventId: eventId ?? '' } }),
    enabled: eventId !== null,
  })
  if (eventId === null) return null
  return data?.rows
    .filter(({ status }) => status === 'registered')
    .map(({ companyId, maxMeetings }) => ({ companyId, capacity: maxMeetings ?? cap }))
}

function EventChoice({ value, onChange }: { value: string | null; onChange: (eventId: string | null) => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { data } = useQuery(query.events.listEvents.queryOptions({ input: { programmeId: programme.id } }))
  if (!data || data.rows.length === 0) return null
  return (
    <Select
      label={t('shortlists.event')}
      placeholder={t('shortlists.everybody')}
      clearable
      value={value}
      data={data.rows.map(({ id, name }) => ({ value: id, label: text(name) }))}
      onChange={onChange}
    />
  )
}

function Cap({ value, onChange }: { value: number; onChange: (cap: number) => void }) {
  const t = useMessages(messages)
  const id = useId()
  return (
    <div className={styles.cap}>
      <label htmlFor={id}>{t('shortlists.cap', { cap: value })}</label>
      <input
        id={id}
        type="range"
        min={1}
        max={MOST_CAP}
        step={1}
        value={value}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </div>
  )
}

/** What the proposal does, beside what the ranking alone would do. */
function Figures({ proposal }: { proposal: Proposal }) {
  const t = useMessages(messages)
  const text = useText()
  const { number } = useNumbers()
  const { pairs, proposed, ranked, totalScore, companies } = proposal
  const gini = (value: number) => number(value, { maximumFractionDigits: 2, minimumFractionDigits: 2 })
  const unseen = companies.filter(({ id }) => proposed.unseen.includes(id))
  const mean = pairs.length === 0 ? 0 : totalScore / pairs.length
  return (
    <div aria-live="polite">
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-text">{t('shortlists.title')}</span>
            </th>
            <th scope="col">{t('shortlists.proposed')}</th>
            <th scope="col">{t('shortlists.ranked')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('shortlists.unseen')}</th>
            <td data-hand={proposed.unseen.length > 0 || undefined}>{number(proposed.unseen.length)}</td>
            <td>{number(ranked.unseen.length)}</td>
          </tr>
          <tr>
            <th scope="row">
              {t('shortlists.gini')}
              <small>{t('shortlists.giniHint')}</small>
            </th>
            <td>{gini(proposed.gini)}</td>
            <td>{gini(ranked.gini)}</td>
          </tr>
          <tr>
            <th scope="row">{t('shortlists.pairs')}</th>
            <td>{number(pairs.length)}</td>
            <td>–</td>
          </tr>
          <tr>
            <th scope="row">{t('shortlists.score')}</th>
            <td>{number(mean, { maximumFractionDigits: 1 })}</td>
            <td>–</td>
          </tr>
        </tbody>
      </table>
      {unseen.length > 0 ? (
        <p className={styles.unseen}>
          <Icon name="warning" />
          {t('shortlists.unseenList', { names: unseen.map(({ name }) => text(name)).join(', ') })}
        </p>
      ) : null}
    </div>
  )
}

interface ExposureRow {
  readonly company: CompanyRow
  readonly proposed: number
  readonly ranked: number
}

function ExposureTable({ proposal }: { proposal: Proposal }) {
  const t = useMessages(messages)
  const rows = useMemo(() => {
    const byId = new Map(proposal.companies.map((company) => [company.id, company]))
    return proposal.exposure.flatMap(({ companyId, proposed, ranked }): ExposureRow[] => {
      const company = byId.get(companyId)
      return company ? [{ company, proposed, ranked }] : []
    })
  }, [proposal])
  const columns = useColumns(Math.max(1, ...rows.map(({ proposed, ranked }) => Math.max(proposed, ranked))))
  return (
    <DataTable
      label={t('shortlists.table')}
      rows={rows}
      columns={columns}
      rowKey={({ company }) => company.id}
      rowNote={({ proposed }) => (proposed === 0 ? 'hand' : undefined)}
    />
  )
}

/** `most`: the count of the longest bar. */
function useColumns(most: number): readonly Column<ExposureRow>[] {
  const t = useMessages(messages)
  const text = useText()
  return useMemo(
    () => [
      {
        id: 'company',
        head: t('shortlists.company'),
        onPhone: 'title',
        sortBy: ({ company }) => text(company.name),
        cell: ({ company }) => <CompanyName company={company} />,
      },
      ...(['proposed', 'ranked'] as const).map((kind): Column<ExposureRow> => ({
        id: kind,
        head: t(`shortlists.${kind}`),
        sortBy: (row) => row[kind],
        cell: (row) => <Bar count={row[kind]} most={most} />,
      })),
    ],
    [t, text, most],
  )
}

function Bar({ count, most }: { count: number; most: number }) {
  const { number } = useNumbers()
  return (
    <span className={styles.bar}>
      <span style={{ inlineSize: `${(100 * count) / most}%` }} />
      <b>{number(count)}</b>
    </span>
  )
}

function Apply({
  input,
  proposal,
}: {
  input: { programmeId: string; exposureCap: number; minScore: number; companies: Companies | null }
  proposal: Proposal
}) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const count = proposal.pairs.length
  const apply = useMutation({
    ...query.matching.applyShortlists.mutationOptions(),
    onSuccess: ({ added }) => notify({ text: t('shortlists.applied', { count: added }) }),
    onSettled: () => {
      setAsking(false)
      void client.invalidateQueries({ queryKey: query.matching.key() })
    },
  })
  return (
    <>
      <Button variant="filled" disabled={count === 0} onClick={() => setAsking(true)}>
        {t('shortlists.apply', { count })}
      </Button>
      <Modal opened={asking} title={t('shortlists.applyTitle')} onClose={() => setAsking(false)}>
        <p>{t('shortlists.applyText')}</p>
        <div className={styles.answers}>
          <Button onClick={() => setAsking(false)}>{t('shortlists.cancel')}</Button>
          <Button
            variant="filled"
            loading={apply.isPending}
            onClick={() => apply.mutate({ ...input, runId: proposal.runId })}
          >
            {t('shortlists.apply', { count })}
          </Button>
        </div>
      </Modal>
    </>
  )
}
