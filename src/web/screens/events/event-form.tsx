import { Button, NumberInput, Radio } from '@mantine/core'
import { useState } from 'react'
import { useLocale, useMessages } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './event-form.module.css'
import { useEventWords } from './event-words.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { EventRules } from './shapes.ts'

const NEW_EVENT: EventRules = {
  name: {},
  requestMode: 'opt-in',
  requestExpiryHours: 72,
  maxRequestsPerParticipant: 20,
  whoMayMeet: 'across-sides',
}

/** The contract's bounds. */
const EXPIRY = { min: 1, max: 2160 }
const QUOTA = { min: 1, max: 500 }

const isWithin = (value: number, { min, max }: { min: number; max: number }): boolean =>
  Number.isInteger(value) && value >= min && value <= max

/** The rules of an event, for a new one or a change. `onSave` is given rules that hold. */
export function EventForm({
  rules = NEW_EVENT,
  title,
  saveLabel,
  busy,
  error,
  onSave,
  onClose,
}: {
  rules?: EventRules
  title: string
  saveLabel: string
  busy: boolean
  error: unknown
  onSave: (rules: EventRules) => void
  onClose: () => void
}) {
  const t = useMessages(messages)
  const words = useEventWords()
  const { locale } = useLocale()
  const [draft, setDraft] = useState(rules)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<EventRules>) => setDraft((before) => ({ ...before, ...part }))
  const faults = {
    name: Object.values(draft.name).every((text) => !text?.trim()) ? t('rules.nameMissing') : null,
    expiry: isWithin(draft.requestExpiryHours, EXPIRY) ? null : t('rules.numberMissing', EXPIRY),
    quota: isWithin(draft.maxRequestsPerParticipant, QUOTA) ? null : t('rules.numberMissing', QUOTA),
  }
  const save = () => {
    setTried(true)
    if (Object.values(faults).every((fault) => fault === null)) onSave(draft)
  }
  return (
    <Modal
      opened
      title={title}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={busy} onClick={save}>
          {saveLabel}
        </Button>
      }
    >
      <div className={page.form}>
        {error ? <ProblemNotice error={error} compact={toProblem(error).status < 500} /> : null}
        <LocalizedFields
          label={t('rules.name')}
          value={draft.name}
          maxLength={200}
          required
          onChange={(name) => change({ name })}
          {...(tried && faults.name ? { errors: { [locale]: faults.name } } : {})}
        />
        <Radio.Group
          label={t('rules.mode')}
          value={draft.requestMode}
          onChange={(mode) => change({ requestMode: mode as EventRules['requestMode'] })}
        >
          <div className={styles.choices}>
            <Radio value="opt-in" label={words('requestModes.opt-in')} />
            <Radio value="opt-out" label={words('requestModes.opt-out')} />
          </div>
        </Radio.Group>
        <Radio.Group
          label={t('rules.whoMayMeet')}
          value={draft.whoMayMeet}
          onChange={(who) => change({ whoMayMeet: who as EventRules['whoMayMeet'] })}
        >
          <div className={styles.choices}>
            <Radio value="across-sides" label={words('whoMayMeet.across-sides')} />
            <Radio value="anyone" label={words('whoMayMeet.anyone')} />
          </div>
        </Radio.Group>
        <div className={page.row}>
          <NumberInput
            label={t('rules.expiry')}
            description={t('rules.expiryHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.requestExpiryHours}
            allowDecimal={false}
            allowNegative={false}
            error={faults.expiry}
            onChange={(value) => change({ requestExpiryHours: value === '' ? Number.NaN : Number(value) })}
          />
          <NumberInput
            label={t('rules.quota')}
            description={t('rules.quotaHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft.maxRequestsPerParticipant}
            allowDecimal={false}
            allowNegative={false}
            error={faults.quota}
            onChange={(value) => change({ maxRequestsPerParticipant: value === '' ? Number.NaN : Number(value) })}
          />
        </div>
      </div>
    </Modal>
  )
}
