import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Outputs } from '../../api.ts'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import page from './page.module.css'
import { ServicesPanel } from './services-panel.tsx'
import { messages } from './view-messages.ts'
import styles from './weights-view.module.css'

type Weightings = Outputs['matching']['listWeightings']
type Preview = Outputs['matching']['previewWeighting']

const KINDS = ['topic', 'wording', 'embedding'] as const
type Weights = Readonly<Record<(typeof KINDS)[number], number>>

const STANDARD: Weights = { topic: 1, wording: 1, embedding: 1 }

/** How much each kind of evidence counts: tried out, kept as a version, chosen, and switched back. */
export function WeightsView() {
  const { programme } = useProgramme()
  const { data, error, refetch } = useQuery(
    query.matching.listWeightings.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <Trial weightings={data} />
      <Versions weightings={data} />
      <Facts facts={data.facts} />
      <ServicesPanel />
    </>
  )
}

const weightsOf = ({ rows }: Weightings, id: string | null): Weights => rows.find((row) => row.id === id) ?? STANDARD

function Trial({ weightings }: { weightings: Weightings }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const client = useQueryClient()
  const [weights, setWeights] = useState(() => {
    const { topic, wording, embedding } = weightsOf(weightings, weightings.chosenId)
    return { topic, wording, embedding }
  })
  const [note, setNote] = useState('')
  const preview = useMutation({ ...query.matching.previewWeighting.mutationOptions(), meta: { quiet: true } })
  const save = useMutation({
    ...query.matching.saveWeighting.mutationOptions(),
    onSuccess: ({ number }) => notify({ text: t('weights.saved', { number }) }),
    onSettled: () => client.invalidateQueries({ queryKey: query.matching.listWeightings.key() }),
  })
  const nothing = KINDS.every((kind) => weights[kind] === 0)
  return (
    <Panel title={t('weights.title')} note={t('weights.note')}>
      <p className={page.quiet}>{t('weights.lead')}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          preview.mutate({ programmeId: programme.id, ...weights })
        }}
      >
        {KINDS.map((kind) => (
          <Multiple
            key={kind}
            label={t(`weights.${kind}`)}
            value={weights[kind]}
            onChange={(value) => setWeights({ ...weights, [kind]: value })}
          />
        ))}
        <TextInput
          label={t('weights.noteLabel')}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={styles.deeds}>
          <Button type="submit" variant="filled" disabled={nothing} loading={preview.isPending}>
            {t('weights.preview')}
          </Button>
          <Button
            disabled={nothing}
            loading={save.isPending}
            onClick={() => save.mutate({ programmeId: programme.id, ...weights, note: note.trim() || null })}
          >
            {t('weights.save')}
          </Button>
        </div>
      </form>
      {preview.error ? <ProblemNotice error={preview.error} compact /> : null}
      {preview.data ? <Effect preview={preview.data} /> : null}
    </Panel>
  )
}

function Multiple({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  const { number } = useNumbers()
  const id = useId()
  return (
    <div className={styles.multiple}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={3}
        step={0.1}
        value={value}
        aria-valuetext={`× ${number(value)}`}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
      <output htmlFor={id}>× {number(value, { minimumFractionDigits: 1 })}</output>
    </div>
  )
}

function Effect({ preview }: { preview: Preview }) {
  const t = useMessages(messages)
  const text = useText()
  const { number } = useNumbers()
  const { companies, best, firstChanged, moves, labels, named } = preview
  const names = new Map(named.map(({ id, name }) => [id, text(name)]))
  const place = (at: number | null) => (at === null ? t('weights.notAmong') : number(at))
  return (
    <section className={styles.effect} aria-live="polite">
      <h3>
        {t('weights.effect')} <small>{t('weights.effectNote', { companies, best })}</small>
      </h3>
      <p>{t('weights.firstChanged', { count: firstChanged })}</p>
      <ul>
        {labels.map(({ kind, pairs, amongBestBefore: before, amongBestAfter: after }) => (
          <li key={kind}>
            {t('weights.label', { kind, pairs })} <b>{t('weights.change', { before, after })}</b>
          </li>
        ))}
      </ul>
      {moves.length === 0 ? <p>{t('weights.noMoves')}</p> : null}
      <ul className={styles.moves}>
        {moves.map(({ companyId, partnerId, placeBefore, placeAfter }) => (
          <li key={`${companyId} ${partnerId}`}>
            {t('weights.move', { company: names.get(companyId) ?? '', partner: names.get(partnerId) ?? '' })}
            <b>{t('weights.place', { before: place(placeBefore), after: place(placeAfter) })}</b>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Versions({ weightings }: { weightings: Weightings }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { number } = useNumbers()
  const client = useQueryClient()
  const { rows, chosenId, shownId } = weightings
  const choose = useMutation({
    ...query.matching.chooseWeighting.mutationOptions(),
    onSuccess: () => notify({ text: t('weights.chose') }),
    onSettled: () => client.invalidateQueries({ queryKey: query.matching.listWeightings.key() }),
  })
  const versions = [
    ...rows.map((row) => ({ ...row, title: t('weights.version', { number: row.number }) })),
    { id: null, note: null, title: t('weights.standard'), ...STANDARD },
  ]
  return (
    <Panel title={t('weights.versions')}>
      <ul className={styles.versions}>
        {versions.map((version) => (
          <li key={version.id ?? 'standard'}>
            <span>
              <b>{version.title}</b>
              <small>{KINDS.map((kind) => `${t(`weights.${kind}`)} × ${number(version[kind])}`).join(' · ')}</small>
              {version.note ? <small>{version.note}</small> : null}
            </span>
            <span className={styles.deeds}>
              {version.id === shownId ? <StatusBadge>{t('weights.shown')}</StatusBadge> : null}
              {version.id === chosenId ? (
                <StatusBadge tone="done">{t('weights.chosen')}</StatusBadge>
              ) : (
                <Button
                  size="xs"
                  disabled={choose.isPending}
                  onClick={() => choose.mutate({ programmeId: programme.id, weightingId: version.id })}
                >
                  {t('weights.choose')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Facts({ facts }: { facts: Weightings['facts'] }) {
  const t = useMessages(messages)
  return (
    <Panel title={t('weights.facts')}>
      <p>{t('weights.factsLine', facts)}</p>
      <p className={page.quiet}>{t('weights.factsHint')}</p>
    </Panel>
  )
}
