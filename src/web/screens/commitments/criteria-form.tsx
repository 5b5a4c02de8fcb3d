import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { METHODS } from './commitment-search.ts'
import { useCommitmentWords } from './commitment-words.ts'
import styles from './criteria-form.module.css'
import {
  type CriterionDraft,
  LENGTHS,
  QUANTITIES,
  draftOf,
  isComplete,
  needsTolerance,
  toCriteria,
  toDraft,
} from './criterion-draft.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Commitment } from './shapes.ts'
import { useRefreshCommitments } from './use-refresh-commitments.ts'

const MOST = 20

interface Row {
  readonly key: number
  readonly draft: CriterionDraft
}

/** Quantity, limit, unit and method of everything the result is judged by. */
export function CriteriaForm({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshCommitments()
  const [rows, setRows] = useState<readonly Row[]>(() => startOf(commitment))
  const [tried, setTried] = useState(false)
  const set = useMutation({
    ...query.commitments.setCriteria.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('deeds.criteriaDone') })
      onClose()
    },
  })
  const save = () => {
    setTried(true)
    if (!rows.every(({ draft }) => isComplete(draft))) return
    set.mutate({
      programmeId: programme.id,
      commitmentId: commitment.id,
      criteria: toCriteria(rows.map(({ draft }) => draft)),
    })
  }
  const last = rows.at(-1)
  return (
    <Modal
      opened
      title={t('criteria.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={set.isPending} onClick={save}>
          {t('criteria.save')}
        </Button>
      }
    >
      <div className={page.form}>
        <p className={page.quiet}>{t('criteria.hint')}</p>
        {rows.map(({ key, draft }) => (
          <CriterionFields
            key={key}
            draft={draft}
            tried={tried}
            onChange={(next) => setRows((all) => all.map((row) => (row.key === key ? { key, draft: next } : row)))}
            onRemove={() => setRows((all) => all.filter((row) => row.key !== key))}
          />
        ))}
        {rows.length < MOST ? (
          <div className={page.actions}>
            <Button
              leftSection={<Icon name="plus" />}
              onClick={() =>
                setRows((all) => [
                  ...all,
                  { key: (last?.key ?? 0) + 1, draft: draftOf(last?.draft.method ?? METHODS[0]) },
                ])
              }
            >
              {t('criteria.add')}
            </Button>
          </div>
        ) : null}
        {set.error ? <ProblemNotice error={set.error} compact /> : null}
      </div>
    </Modal>
  )
}

const startOf = ({ criteria }: Commitment): Row[] =>
  criteria.length === 0
    ? [{ key: 1, draft: draftOf(METHODS[0]) }]
    : criteria.map((criterion, index) => ({ key: index + 1, draft: toDraft(criterion) }))

function CriterionFields({
  draft,
  tried,
  onChange,
  onRemove,
}: {
  draft: CriterionDraft
  tried: boolean
  onChange: (draft: CriterionDraft) => void
  onRemove: () => void
}) {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const quantities = QUANTITIES[draft.method]
  const units = quantities.find(({ quantity }) => quantity === draft.quantity)?.units ?? []
  const missing = (value: number | null) => (tried && value === null ? t('criteria.numberMissing') : null)
  const numberOf = (value: string | number) => (value === '' ? null : Number(value))
  return (
    <fieldset className={styles.criterion}>
      <legend className="hidden-text">{words(`quantities.${draft.quantity}`)}</legend>
      <Select
        label={t('criteria.method')}
        value={draft.method}
        allowDeselect={false}
        data={METHODS.map((one) => ({ value: one, label: words(`methods.${one}`) }))}
        onChange={(value) => onChange(draftOf(METHODS.find((one) => one === value) ?? draft.method))}
      />
      <Select
        label={t('criteria.quantity')}
        value={draft.quantity}
        allowDeselect={false}
        data={quantities.map(({ quantity }) => ({ value: quantity, label: words(`quantities.${quantity}`) }))}
        onChange={(value) =>
          onChange(draftOf(draft.method, quantities.find(({ quantity }) => quantity === value)?.quantity))
        }
      />
      <div className={styles.limit}>
        <Select
          label={t('criteria.comparison')}
          value={draft.comparison}
          allowDeselect={false}
          data={(['at-most', 'at-least'] as const).map((one) => ({ value: one, label: t(`criteria.${one}`) }))}
          onChange={(value) => onChange({ ...draft, comparison: value === 'at-least' ? 'at-least' : 'at-most' })}
        />
        <NumberInput
          label={t('criteria.limit')}
          value={draft.limit ?? ''}
          error={missing(draft.limit)}
          onChange={(value) => onChange({ ...draft, limit: numberOf(value) })}
        />
        <Select
          label={t('criteria.unit')}
          value={draft.unit}
          allowDeselect={false}
          data={[...units]}
          onChange={(value) => onChange({ ...draft, unit: value ?? draft.unit })}
        />
      </div>
      {needsTolerance(draft) ? (
        <div className={styles.limit}>
          <NumberInput
            label={t('criteria.tolerance')}
            value={draft.toleranceValue ?? ''}
            allowNegative={false}
            error={missing(draft.toleranceValue)}
            onChange={(value) => onChange({ ...draft, toleranceValue: numberOf(value) })}
          />
          <Select
            label={t('criteria.toleranceUnit')}
            value={draft.toleranceUnit}
            allowDeselect={false}
            data={[...LENGTHS]}
            onChange={(value) => onChange({ ...draft, toleranceUnit: value ?? draft.toleranceUnit })}
          />
        </div>
      ) : null}
      <ActionIcon className={styles.remove ?? ''} aria-label={t('criteria.remove')} onClick={onRemove}>
        <Icon name="close" />
      </ActionIcon>
    </fieldset>
  )
}
