import { Button, Select, TextInput } from '@mantine/core'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { type MilestoneDraft, type PartyDraft, type TermsDraft, freeKey } from './agreement-draft.ts'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'
import { type FieldErrors, errorAt, localizedErrors } from './field-errors.ts'
import { MoneyField } from './money-field.tsx'
import { NO_MONEY } from './money-text.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from './shapes.ts'

interface RowsProps {
  readonly terms: TermsDraft
  readonly parties: readonly PartyDraft[]
  readonly errors: FieldErrors
  readonly onTerms: (change: Partial<TermsDraft>) => void
}

const MAX_ROWS = 50

const replaced = <T extends object>(rows: readonly T[], index: number, facts: Partial<T>): T[] =>
  rows.map((row, at) => (at === index ? { ...row, ...facts } : row))
const without = <T,>(rows: readonly T[], index: number): T[] => rows.filter((_, at) => at !== index)

/** Dated promises: they stand in the text and become commitments when the agreement is signed. */
export function Milestones({ terms: { milestones }, parties, errors, onTerms }: RowsProps) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const change = (index: number, facts: Partial<MilestoneDraft>) =>
    onTerms({ milestones: replaced(milestones, index, facts) })
  const add = () => {
    const key = freeKey(
      'm',
      milestones.map((one) => one.key),
    )
    const row = { key, party: 1, what: {}, dueOn: '', evidenceKind: 'document' as const, amount: NO_MONEY }
    onTerms({ milestones: [...milestones, row] })
  }
  return (
    <div className={styles.fields}>
      {milestones.length === 0 ? <p className={styles.quiet}>{t('terms.milestonesNone')}</p> : null}
      {milestones.map((milestone, index) => {
        const path = `terms.milestones.${index}`
        return (
          <div key={milestone.key} className={styles.item}>
            <LocalizedFields
              label={`${index + 1}. ${t('terms.what')}`}
              required
              maxLength={1000}
              value={milestone.what}
              errors={localizedErrors(errors, `${path}.what`, locale)}
              onChange={(what) => change(index, { what })}
            />
            <div className={styles.row}>
              <PartySelect parties={parties} value={milestone.party} onChange={(party) => change(index, { party })} />
              <TextInput
                type="date"
                label={t('terms.dueOn')}
                value={milestone.dueOn}
                error={errorAt(errors, `${path}.dueOn`)}
                onChange={(event) => change(index, { dueOn: event.currentTarget.value })}
              />
              <Select
                label={t('terms.evidence')}
                value={milestone.evidenceKind}
                data={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`terms.evidenceKinds.${kind}`) }))}
                onChange={(kind) => change(index, { evidenceKind: kind as EvidenceKind })}
              />
              <MoneyField
                label={t('terms.amount')}
                value={milestone.amount}
                error={errorAt(errors, `${path}.amount`)}
                onChange={(amount) => change(index, { amount })}
              />
            </div>
            <div className={styles.itemFoot}>
              <Button
                size="xs"
                leftSection={<Icon name="close" size={12} />}
                onClick={() => onTerms({ milestones: without(milestones, index) })}
              >
                {t('terms.remove')}
              </Button>
            </div>
          </div>
        )
      })}
      {milestones.length < MAX_ROWS ? (
        <div>
          <Button leftSection={<Icon name="plus" />} onClick={add}>
            {t('terms.addMilestone')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** Who brings in what. */
export function Contributions({ terms: { contributions }, parties, errors, onTerms }: RowsProps) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  return (
    <div className={styles.fields}>
      {contributions.length === 0 ? <p className={styles.quiet}>{t('terms.contributionsNone')}</p> : null}
      {contributions.map(({ party, what }, index) => (
        // The rows have no name of their own.
        <div key={index} className={styles.item}>
          <div className={styles.row}>
            <PartySelect
              parties={parties}
              value={party}
              onChange={(next) => onTerms({ contributions: replaced(contributions, index, { party: next }) })}
            />
          </div>
          <LocalizedFields
            label={t('terms.what')}
            required
            maxLength={1000}
            value={what}
            errors={localizedErrors(errors, `terms.contributions.${index}.what`, locale)}
            onChange={(next) => onTerms({ contributions: replaced(contributions, index, { what: next }) })}
          />
          <div className={styles.itemFoot}>
            <Button
              size="xs"
              leftSection={<Icon name="close" size={12} />}
              onClick={() => onTerms({ contributions: without(contributions, index) })}
            >
              {t('terms.remove')}
            </Button>
          </div>
        </div>
      ))}
      {contributions.length < MAX_ROWS ? (
        <div>
          <Button
            leftSection={<Icon name="plus" />}
            onClick={() => onTerms({ contributions: [...contributions, { party: 1, what: {} }] })}
          >
            {t('terms.addContribution')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function PartySelect({
  parties,
  value,
  onChange,
}: {
  parties: readonly PartyDraft[]
  value: number
  onChange: (party: number) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <Select
      label={t('terms.party')}
      value={String(value)}
      data={parties.map(({ name, legalName }, index) => ({
        value: String(index + 1),
        label: text(name) || legalName || t('parties.party', { position: index + 1 }),
      }))}
      onChange={(party) => onChange(Number(party ?? 1))}
    />
  )
}
