import { Select, Switch, TextInput } from '@mantine/core'
import { useLocale, useMessages } from '../../locale.tsx'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { TermsDraft } from './agreement-draft.ts'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'
import { type FieldErrors, errorAt, localizedErrors } from './field-errors.ts'
import { MoneyField } from './money-field.tsx'
import type { PartProps } from './part-props.ts'
import { FOREGROUND_RULES, type ForegroundRule } from './shapes.ts'
import { Contributions, Milestones } from './term-rows.tsx'

interface TermsProps {
  readonly terms: TermsDraft
  readonly errors: FieldErrors
  readonly onTerms: (change: Partial<TermsDraft>) => void
}

/** What was agreed, as data: the clauses say the same in words. */
export function TermsPart({ value, errors, onChange }: PartProps) {
  const t = useMessages(messages)
  const { terms, parties } = value
  const onTerms = (change: Partial<TermsDraft>) => onChange({ terms: { ...terms, ...change } })
  const props = { terms, errors, onTerms }
  return (
    <div className={styles.parts}>
      <Panel title={t('terms.subjectTitle')}>
        <SubjectAndAmount {...props} />
      </Panel>
      <Panel title={t('terms.milestones')}>
        <Milestones {...props} parties={parties} />
      </Panel>
      <Panel title={t('terms.contributions')}>
        <Contributions {...props} parties={parties} />
      </Panel>
      <Panel title={t('terms.rules')}>
        <Rules {...props} />
      </Panel>
    </div>
  )
}

function SubjectAndAmount({ terms, errors, onTerms }: TermsProps) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const isAnnounced = terms.announced.text.trim() !== ''
  return (
    <div className={styles.fields}>
      <LocalizedFields
        label={t('terms.subject')}
        maxLength={2000}
        rows={3}
        value={terms.subject}
        errors={localizedErrors(errors, 'terms.subject', locale)}
        onChange={(subject) => onTerms({ subject })}
      />
      <div className={styles.row}>
        <MoneyField
          label={t('terms.amount')}
          value={terms.amount}
          error={errorAt(errors, 'terms.amount')}
          onChange={(amount) => onTerms({ amount })}
        />
        <MoneyField
          label={t('terms.announced')}
          description={t('terms.announcedHint')}
          value={terms.announced}
          error={errorAt(errors, 'terms.announcedAs')}
          onChange={(announced) => onTerms({ announced })}
        />
      </div>
      {isAnnounced ? (
        <div className={styles.row}>
          <TextInput
            label={t('terms.rate')}
            description={t('terms.rateHint', { from: terms.amount.currency, to: terms.announced.currency })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            inputMode="decimal"
            maxLength={20}
            value={terms.rate}
            error={errorAt(errors, 'terms.rate')}
            onChange={(event) => onTerms({ rate: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('terms.rateDate')}
            value={terms.rateDate}
            onChange={(event) => onTerms({ rateDate: event.currentTarget.value })}
          />
          <TextInput
            label={t('terms.rateSource')}
            maxLength={300}
            value={terms.rateSource}
            onChange={(event) => onTerms({ rateSource: event.currentTarget.value })}
          />
        </div>
      ) : null}
    </div>
  )
}

function Rules({ terms, errors, onTerms }: TermsProps) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const months = (name: 'confidentialityMonths' | 'termMonths', label: string) => (
    <TextInput
      label={label}
      inputMode="numeric"
      maxLength={4}
      value={terms[name]}
      error={errorAt(errors, `terms.${name}`)}
      onChange={(event) => onTerms({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <Select
          label={t('terms.foreground')}
          value={terms.foreground}
          data={FOREGROUND_RULES.map((rule) => ({ value: rule, label: t(`terms.foregrounds.${rule}`) }))}
          onChange={(rule) => {
            if (rule) onTerms({ foreground: rule as ForegroundRule })
          }}
        />
        {months('confidentialityMonths', t('terms.confidentiality'))}
        {months('termMonths', t('terms.term'))}
      </div>
      <LocalizedFields
        label={t('terms.law')}
        maxLength={500}
        value={terms.law}
        errors={localizedErrors(errors, 'terms.law', locale)}
        onChange={(law) => onTerms({ law })}
      />
      <Switch
        label={t('terms.exportControl')}
        checked={terms.exportControl}
        onChange={(event) => onTerms({ exportControl: event.currentTarget.checked })}
      />
      <Switch
        label={t('terms.electronic')}
        checked={terms.electronicExecution}
        onChange={(event) => onTerms({ electronicExecution: event.currentTarget.checked })}
      />
    </div>
  )
}
