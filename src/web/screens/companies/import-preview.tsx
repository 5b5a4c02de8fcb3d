import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useLocale } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { ImportDuplicates } from './import-duplicates.tsx'
import { ImportIssues } from './import-issues.tsx'
import {
  type ImportOutcome,
  type PossibleDuplicate,
  gatherDuplicates,
  importOutcome,
  withDecision,
} from './import-outcome.ts'
import { ImportSheets } from './import-sheets.tsx'
import { Reading } from './import-start.tsx'
import styles from './import.module.css'
import { issueSentence } from './issue-sentence.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { ImportBatch, ImportDecision } from './shapes.ts'

/** What the file would do, what somebody has to decide, and what is wrong with it. Nothing has been changed yet. */
export function ImportPreview({
  batch,
  checking,
  onCheckAgain,
  onAnother,
}: {
  batch: ImportBatch
  checking: boolean
  /** Reads the same file again with decisions; absent after a reload, when they go along with the application. */
  onCheckAgain?: (decisions: readonly ImportDecision[]) => void
  onAnother: () => void
}) {
  const outcome = useMemo(() => importOutcome(batch), [batch])
  const [decisions, setDecisions] = useState<readonly ImportDecision[]>([])
  const [checked, setChecked] = useState<readonly ImportDecision[]>([])
  const [asked, setAsked] = useState<readonly PossibleDuplicate[]>([])
  const duplicates = useMemo(() => gatherDuplicates(asked, outcome.duplicates), [asked, outcome])
  if (checking) return <Reading fileName={batch.fileName} />
  if (outcome.unreadable) return <Unreadable batch={batch} onAnother={onAnother} />
  const isUnchecked = decisions.some((decision) => !checked.includes(decision))
  return (
    <>
      <Summary batch={batch} outcome={outcome} onAnother={onAnother} />
      <ImportSheets sheets={outcome.sheets} />
      {duplicates.length > 0 ? (
        <ImportDuplicates
          duplicates={duplicates}
          decisions={decisions}
          onDecide={(decision) => setDecisions((now) => withDecision(now, decision))}
          {...(onCheckAgain && isUnchecked
            ? {
                onCheckAgain: () => {
                  setAsked(duplicates)
                  setChecked(decisions)
                  onCheckAgain(decisions)
                },
              }
            : {})}
        />
      ) : null}
      {outcome.issues.length > 0 ? <ImportIssues batch={batch} outcome={outcome} /> : null}
      <ApplyBar
        batch={batch}
        outcome={outcome}
        decisions={decisions}
        isUnchecked={isUnchecked && onCheckAgain !== undefined}
      />
    </>
  )
}

function Summary({ batch, outcome, onAnother }: { batch: ImportBatch; outcome: ImportOutcome; onAnother: () => void }) {
  const t = useMessages(messages)
  const open = outcome.errors + outcome.duplicates.length
  return (
    <section className={styles.summary} aria-labelledby="file-name">
      <Icon name="document" size={24} />
      <div>
        <h2 id="file-name">{batch.fileName}</h2>
        <p>
          {t(batch.fileName.toLowerCase().endsWith('.csv') ? 'import.isCsv' : 'import.isWorkbook', {
            sheets: outcome.sheets.length,
          })}{' '}
          · <Time at={batch.createdAt} day="short" />
        </p>
      </div>
      <dl className={styles.counts}>
        {(['create', 'update', 'unchanged'] as const).map((effect) => (
          <div key={effect} data-effect={effect}>
            <dt>{t(`import.effects.${effect}`)}</dt>
            <dd>{outcome[effect]}</dd>
          </div>
        ))}
      </dl>
      <StatusBadge tone={batch.applicable ? 'done' : 'hand'}>
        {batch.applicable ? t('import.ready') : t('import.open', { count: open })}
      </StatusBadge>
      <Button onClick={onAnother}>{t('import.another')}</Button>
    </section>
  )
}

/** The file says nothing at all: the reason, and what to try. */
function Unreadable({ batch, onAnother }: { batch: ImportBatch; onAnother: () => void }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  return (
    <section className={styles.unreadable} role="alert">
      <Icon name="warning" size={24} />
      <div>
        <h2>{t('import.unreadable', { name: batch.fileName })}</h2>
        <ul>
          {batch.issues.map((issue) => (
            <li key={`${issue.code} ${issue.sheet}`}>{issueSentence(issue, locale)}</li>
          ))}
        </ul>
        <p>{t('import.unreadableHint')}</p>
        <Button variant="filled" onClick={onAnother}>
          {t('import.another')}
        </Button>
      </div>
    </section>
  )
}

/** The deed itself, in sight all the time; says why when it cannot be done yet. */
function ApplyBar({
  batch,
  outcome,
  decisions,
  isUnchecked,
}: {
  batch: ImportBatch
  outcome: ImportOutcome
  decisions: readonly ImportDecision[]
  isUnchecked: boolean
}) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const client = useQueryClient()
  const [asking, setAsking] = useState(false)
  const batchKey = query.companies.readImport.queryOptions({
    input: { programmeId: programme.id, importId: batch.id },
  }).queryKey
  const apply = useMutation({
    ...query.companies.applyImport.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async (applied) => {
      client.setQueryData(batchKey, applied)
      // A workbook may change anything that the programme holds.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey !== batchKey })
    },
    // The server has kept what it found wrong this time.
    onError: () => client.invalidateQueries({ queryKey: batchKey }),
    onSettled: () => setAsking(false),
  })
  const allDecided = outcome.errors === 0 && outcome.duplicates.length <= decisions.length
  const mayApply = batch.applicable || (allDecided && !isUnchecked && decisions.length > 0)
  const isIdle = outcome.create + outcome.update === 0 && outcome.duplicates.length === 0
  return (
    <div className={styles.apply}>
      {apply.error ? <ProblemNotice error={apply.error} compact /> : null}
      <div className={styles.applyRow}>
        <p>
          {mayApply
            ? isIdle
              ? t('import.nothingToDo')
              : t('import.willDo', { create: outcome.create, update: outcome.update })
            : isUnchecked
              ? t('import.checkFirst')
              : t('import.mendFirst')}
        </p>
        <Button
          variant="filled"
          size="md"
          disabled={!mayApply || isIdle}
          loading={apply.isPending}
          onClick={() => setAsking(true)}
        >
          {t('import.apply')}
        </Button>
      </div>
      <Confirm
        opened={asking}
        title={t('import.applyTitle', { name: batch.fileName })}
        confirmLabel={t('import.apply')}
        busy={apply.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => apply.mutate({ programmeId: programme.id, importId: batch.id, decisions: [...decisions] })}
      >
        <p>{t('import.willDo', { create: outcome.create, update: outcome.update })}</p>
        <p className={page.quiet}>{t('import.allOrNothing')}</p>
      </Confirm>
    </div>
  )
}
