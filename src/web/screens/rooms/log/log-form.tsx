import { Button, Checkbox, Select, TextInput, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { CURRENCIES, amountText, isCurrency } from '../../../../kernel/money.ts'
import { query } from '../../../api.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { notify } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { type LogDraft, type LogRecord, amountOf, draftOf, faultsOf, inputOf } from './log-draft.ts'
import styles from './log.module.css'
import { messages } from './messages.ts'
import { useRefreshLogs } from './use-refresh-logs.ts'

const INTERESTS = [1, 2, 3, 4, 5] as const
const ATTENDANCES = Object.keys(messages.en.attendances) as LogDraft['attended'][]
const AGREEMENTS = Object.keys(messages.en.agreements) as LogDraft['agreementKind'][]
const BASES = Object.keys(messages.en.bases) as NonNullable<LogDraft['amountBasis']>[]

/** The own log, made to be filled in within a minute on a phone. */
export function LogForm({ record, seat }: { record: LogRecord; seat: NonNullable<LogRecord['writesAs']> }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const refresh = useRefreshLogs()
  const own = record.logs.find(({ writtenAs }) => writtenAs === seat)
  const [draft, setDraft] = useState(() => draftOf(own, locale))
  const [tried, setTried] = useState(false)
  const faults = faultsOf(draft)
  const change = (part: Partial<LogDraft>) => setDraft({ ...draft, ...part })
  const save = useMutation({
    ...query.rooms.writeLog.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('form.saved') })
    },
    onError: refresh,
  })
  const isSigned = record.hostSignedAt !== null || record.guestSignedAt !== null
  return (
    <Panel title={t(`own.${seat}`)}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (faults.length > 0) return
          const { requestId } = record
          save.mutate({ programmeId: programme.id, requestId, revision: own?.revision ?? 0, ...inputOf(draft) })
        }}
      >
        <Choice
          legend={t('form.attended')}
          value={draft.attended}
          options={ATTENDANCES.map((value) => ({ value, label: t(`attendances.${value}`) }))}
          onChange={(attended) => change({ attended })}
        />
        {draft.attended === 'both' ? <Talk draft={draft} change={change} faults={tried ? faults : []} /> : null}
        <div className={styles.step}>
          <TextInput
            label={t('form.nextStep')}
            description={t('form.nextStepHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={500}
            value={draft.nextStep}
            error={tried && faults.includes('stepMissing') ? t('form.stepMissing') : null}
            onChange={(event) => change({ nextStep: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('form.nextStepOn')}
            value={draft.nextStepOn}
            onChange={(event) => change({ nextStepOn: event.currentTarget.value })}
          />
        </div>
        <Textarea
          label={t('form.note')}
          rows={3}
          maxLength={2000}
          value={draft.note}
          onChange={(event) => change({ note: event.currentTarget.value })}
        />
        <Checkbox
          label={t('form.confidential')}
          description={t(seat === 'interpreter' ? 'form.confidentialHintInterpreter' : 'form.confidentialHint')}
          checked={draft.confidential}
          onChange={(event) => change({ confidential: event.currentTarget.checked })}
        />
        {isSigned ? <p className={styles.hint}>{t('form.takesBack')}</p> : null}
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
        <div>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('form.save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

/** What is said only of a meeting that took place. */
function Talk({
  draft,
  change,
  faults,
}: {
  draft: LogDraft
  change: (part: Partial<LogDraft>) => void
  faults: ReturnType<typeof faultsOf>
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const amount = amountOf(draft)
  return (
    <>
      <Choice
        legend={t('form.interest')}
        hint={t('form.interestHint')}
        value={draft.interest}
        options={INTERESTS.map((value) => ({ value, label: String(value), name: t('form.interestOf', { value }) }))}
        onChange={(interest) => change({ interest })}
      />
      <Select
        label={t('form.agreement')}
        value={draft.agreementKind}
        allowDeselect={false}
        data={AGREEMENTS.map((value) => ({ value, label: t(`agreements.${value}`) }))}
        onChange={(value) => change({ agreementKind: AGREEMENTS.find((one) => one === value) ?? 'none' })}
      />
      <div>
        <div className={styles.money}>
          <TextInput
            label={t('form.amount')}
            description={t('form.amountHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={60}
            value={draft.amountText}
            error={faults.includes('amountWrong') ? t('form.amountWrong') : null}
            onChange={(event) => change({ amountText: event.currentTarget.value })}
          />
          <Select
            label={t('form.currency')}
            value={draft.currency}
            allowDeselect={false}
            data={CURRENCIES}
            onChange={(currency) => {
              if (currency && isCurrency(currency)) change({ currency })
            }}
          />
        </div>
        {amount && amount !== 'wrong' ? (
          <p className={styles.read} aria-live="polite">
            {t('form.amountRead', { amount: amountText(amount, locale) })}
          </p>
        ) : null}
      </div>
      {amount === null ? null : (
        <Choice
          legend={t('form.basis')}
          value={draft.amountBasis}
          options={BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
          onChange={(amountBasis) => change({ amountBasis })}
          error={faults.includes('basisMissing') ? t('form.basisMissing') : null}
        />
      )}
    </>
  )
}

/** Radio buttons as large as a thumb. */
function Choice<T extends string | number>({
  legend,
  hint,
  value,
  options,
  onChange,
  error,
}: {
  legend: string
  hint?: ReactNode
  value: T | null
  options: readonly { value: T; label: string; name?: string }[]
  onChange: (value: T) => void
  error?: string | null
}) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>
        {legend}
        {hint ? <small>{hint}</small> : null}
      </legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              aria-label={option.name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error ? <p className={styles.wrong}>{error}</p> : null}
    </fieldset>
  )
}
