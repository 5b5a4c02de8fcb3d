import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { clausesOf, freeKey, missingFields } from './agreement-draft.ts'
import { CheckSummary } from './check-summary.tsx'
import { type ClauseChange, ClauseRow, VersionsHead } from './clause-row.tsx'
import styles from './clause-row.module.css'
import { messages } from './edit-messages.ts'
import editor from './editor.module.css'
import { type EditorPart, partOfField } from './editor-parts.ts'
import type { PartProps } from './part-props.ts'
import type { Clause } from './shapes.ts'
import { usePreview } from './use-preview.ts'

const MAX_CLAUSES = 60

/** The language versions side by side, clause by clause, each difference at the clause and column where it is. */
export function TextPart({
  value,
  onChange,
  wrong,
  onGoTo,
}: PartProps & { wrong: readonly string[]; onGoTo: (part: EditorPart) => void }) {
  const t = useMessages(messages)
  const [refilling, setRefilling] = useState(false)
  const unfit = [...wrong, ...missingFields(value)]
  const preview = usePreview(value, unfit.length === 0)
  const problem = preview.error ? toProblem(preview.error) : null
  // The last answer stays in sight while something cannot be read: what is typed comes first.
  const checked = problem || unfit.length > 0 ? undefined : preview.data
  const clauses: readonly Clause[] = value.clauses
    ? value.clauseOrder.flatMap((key) => (value.clauses?.[key] ? [{ key, ...value.clauses[key] }] : []))
    : (preview.data?.clauses ?? [])
  const save = (next: readonly Clause[]) => onChange(clausesOf(next))
  const changeClause = (index: number): ClauseChange => ({
    onText: (facts) => save(clauses.map((one, at) => (at === index ? { ...one, ...facts } : one))),
    onRemove: () => save(clauses.filter((_, at) => at !== index)),
    onUp: () => save(clauses.flatMap((one, at) => moved(clauses, one, at, index))),
  })
  const missing = unfit.length > 0 ? [...new Set(unfit.map(partOfField))] : partsOf(problem?.fields ?? {})
  return (
    <>
      {missing.length > 0 ? (
        <Incomplete parts={missing} onGoTo={onGoTo} />
      ) : problem ? (
        <ProblemNotice error={problem} onRetry={() => void preview.refetch()} />
      ) : (
        <CheckSummary checked={checked} clauses={clauses} draft={value} isBehind={preview.isBehind} />
      )}
      {clauses.length > 0 ? (
        <Panel
          title={t('text.title')}
          note={
            value.clauses ? (
              <Button size="xs" onClick={() => setRefilling(true)}>
                {t('text.template')}
              </Button>
            ) : null
          }
        >
          {value.clauses ? null : <p className={styles.template}>{t('text.fromTemplate')}</p>}
          <div className={styles.versions} data-versions={value.languages.length}>
            <VersionsHead languages={value.languages} prevailing={value.prevailing} />
            {clauses.map((clause, index) => (
              <ClauseRow
                key={clause.key}
                clause={clause}
                number={index + 1}
                draft={value}
                findings={checked?.findings ?? []}
                change={changeClause(index)}
              />
            ))}
          </div>
          {clauses.length < MAX_CLAUSES ? (
            <div className={styles.add}>
              <Button
                leftSection={<Icon name="plus" />}
                onClick={() => save([...clauses, newClause(clauses.map(({ key }) => key))])}
              >
                {t('text.addClause')}
              </Button>
            </div>
          ) : null}
        </Panel>
      ) : null}
      <Confirm
        opened={refilling}
        title={t('text.templateTitle')}
        confirmLabel={t('text.templateConfirm')}
        serious
        onCancel={() => setRefilling(false)}
        onConfirm={() => {
          onChange({ clauses: null, clauseOrder: [] })
          setRefilling(false)
        }}
      >
        {t('text.templateBody')}
      </Confirm>
    </>
  )
}

const newClause = (taken: readonly string[]): Clause => ({ key: freeKey('own-', taken), heading: {}, body: {} })

/** The clause at `index` one place earlier. */
function moved(clauses: readonly Clause[], one: Clause, at: number, index: number): Clause[] {
  const lifted = clauses[index]
  if (at === index - 1 && lifted) return [lifted, one]
  return at === index && index > 0 ? [] : [one]
}

const partsOf = (fields: Readonly<Record<string, string>>): EditorPart[] => [
  ...new Set(Object.keys(fields).map(partOfField)),
]

function Incomplete({ parts, onGoTo }: { parts: readonly EditorPart[]; onGoTo: (part: EditorPart) => void }) {
  const t = useMessages(messages)
  return (
    <div className={styles.summary} data-tone="hand" role="status">
      <Icon name="warning" />
      <div>
        <p>{t('text.notYet')}</p>
        <p className={editor.itemFoot}>
          {parts.map((part) => (
            <Button key={part} size="xs" onClick={() => onGoTo(part)}>
              {t('text.goTo', { part: t(`parts.${part}`) })}
            </Button>
          ))}
        </p>
      </div>
    </div>
  )
}
