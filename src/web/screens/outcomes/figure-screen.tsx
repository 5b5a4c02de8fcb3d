import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import { asOfInstant } from './as-of.ts'
import { Beside } from './beside.tsx'
import { CountedTable } from './counted-table.tsx'
import { BySide } from './by-side.tsx'
import styles from './figure-screen.module.css'
import { messages } from './messages.ts'
import { useFigureText, useUnitWord } from './outcome-words.ts'
import page from './page.module.css'
import { Question } from './question.tsx'
import type { Figure, Snapshot } from './shapes.ts'
import { useRefreshOutcomes } from './use-refresh-outcomes.ts'

const route = getRouteApi('/programmes/$programmeId/outcomes/figures/$figureId')

/** How a number was counted: the question, the list behind the answer, what was announced, and its frozen values. */
export function FigureScreen() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { figureId } = route.useParams()
  const { asOf } = route.useSearch()
  const [nowMs] = useState(() => Date.now())
  const instant = asOfInstant(asOf, programme.sides[0]?.timeZone ?? 'UTC', nowMs)
  const { data, error, refetch } = useQuery(
    query.outcomes.readFigure.queryOptions({
      input: { programmeId: programme.id, figureId, ...(instant ? { asOf: instant } : {}) },
    }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const { figure, records, snapshots } = data
  return (
    <>
      <PageHead
        title={text(figure.name)}
        lead={t('figures.how')}
        actions={<Freeze figure={figure} instant={instant} />}
      />
      <div className={page.page}>
        <div className={page.columns}>
          <div className={page.stack}>
            <Value figure={figure} />
            <Panel title={t('figure.question')}>
              <Question figure={figure} />
            </Panel>
          </div>
          <Snapshots snapshots={snapshots} />
        </div>
        <CountedTable records={records} />
      </div>
    </>
  )
}

function Value({ figure }: { figure: Figure }) {
  const t = useMessages(messages)
  const figureText = useFigureText()
  const unitWord = useUnitWord()
  const { value, unit, announced, asOf, bySide } = figure
  return (
    <Panel
      title={t('figure.value')}
      note={
        <>
          {t('asOfAt')} <Time at={asOf} day="full" />
        </>
      }
    >
      <p className={styles.value}>
        {figureText(value, unit)} <small>{unitWord(unit, value)}</small>
      </p>
      {bySide.length > 0 && announced.length === 0 ? <BySide figure={figure} /> : null}
      {announced.map((one) => (
        <Beside key={one.id} figure={figure} announced={one} />
      ))}
    </Panel>
  )
}

function Freeze({ figure, instant }: { figure: Figure; instant: string | null }) {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const refresh = useRefreshOutcomes()
  const figureText = useFigureText()
  const [asking, setAsking] = useState(false)
  const freeze = useMutation({
    ...query.outcomes.freezeFigure.mutationOptions(),
    onSuccess: async ({ value, unit }) => {
      await refresh()
      notify({ text: t('figure.frozen', { value: figureText(value, unit) }) })
      setAsking(false)
    },
  })
  if (!roles.includes('operator')) return null
  return (
    <>
      <Button variant="filled" onClick={() => setAsking(true)}>
        {t('figure.freeze')}
      </Button>
      <Confirm
        opened={asking}
        title={t('figure.freezeTitle')}
        confirmLabel={t('figure.freeze')}
        busy={freeze.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => freeze.mutate({ programmeId: programme.id, figureId: figure.id, asOf: instant })}
      >
        <p>{t('figure.freezeBody')}</p>
        {instant ? (
          <p>
            {t('asOfAt')} <Time at={instant} day="full" />
          </p>
        ) : null}
      </Confirm>
    </>
  )
}

function Snapshots({ snapshots }: { snapshots: readonly Snapshot[] }) {
  const t = useMessages(messages)
  const figureText = useFigureText()
  return (
    <Panel title={t('figure.snapshots')}>
      {snapshots.length === 0 ? (
        <p className={page.quiet}>{t('figure.snapshotsNone')}</p>
      ) : (
        <ol className={page.plain}>
          {snapshots.map(({ id, value, unit, asOf, sha256, records }) => (
            <li key={id}>
              <b>{figureText(value, unit)}</b> · {t('figure.snapshotRow', { count: records })}
              <p className={page.small}>
                {t('asOfAt')} <Time at={asOf} day="full" />
              </p>
              <code className={styles.hash}>{sha256}</code>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}
