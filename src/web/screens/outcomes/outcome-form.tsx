import { Button, Checkbox, MultiSelect, Select, TextInput, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { CURRENCIES } from '../../../kernel/money.ts'
import { wallClock } from '../../../kernel/time-zone.ts'
import { toInstant } from '../../../kernel/instant.ts'
import { query } from '../../api.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import { type OutcomeDraft, currencyOr, newDraft, toNewOutcome } from './outcome-draft.ts'
import { BASES, GRADES, KINDS, useOutcomeWords } from './outcome-words.ts'
import page from './page.module.css'
import { useRefreshOutcomes } from './use-refresh-outcomes.ts'

const MOST = 500
const MOST_AGREEMENTS = 200

type Change = (part: Partial<OutcomeDraft>) => void

/** What came of it, entered by hand. What looks like a known record is asked about before it counts again. */
export function OutcomeForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const refresh = useRefreshOutcomes()
  const [draft, setDraft] = useState(() =>
    newDraft(wallClock(toInstant(Date.now()), programme.sides[0]?.timeZone ?? 'UTC').date),
  )
  const [tried, setTried] = useState(false)
  const change: Change = (part) => setDraft((before) => ({ ...before, ...part }))
  const companies = useCompanies()
  const record = useMutation({
    ...query.outcomes.recordOutcome.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ conversions }) => {
      await refresh()
      const warns = conversions.some((one) => one.warns)
      notify({ text: t(warns ? 'form.doneWarns' : 'form.done'), tone: warns ? 'hand' : 'done' })
      onClose()
    },
  })
  const isNameless = Object.values(draft.title).every((part) => !part?.trim())
  const isAlone = draft.companyIds.length === 0 && draft.others.trim() === ''
  const looksAlike = record.error !== null && toProblem(record.error).code === 'outcomes.looks-alike'
  const save = () => {
    setTried(true)
    if (isNameless || isAlone || draft.day === '') return
    record.mutate(toNewOutcome(draft, programme.id, companies))
  }
  return (
    <Modal
      opened
      title={t('form.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={record.isPending} onClick={save}>
          {t('form.save')}
        </Button>
      }
    >
      <div className={page.form}>
        <LocalizedFields
          label={t('form.what')}
          value={draft.title}
          maxLength={300}
          required
          onChange={(title) => change({ title })}
          {...(tried && isNameless ? { errors: { [locale]: t('form.whatMissing') } } : {})}
        />
        <KindFields draft={draft} onChange={change} />
        <AmountFields draft={draft} onChange={change} />
        <PartyFields
          draft={draft}
          onChange={change}
          companies={companies}
          fault={tried && isAlone ? t('form.partiesMissing') : null}
        />
        <PlaceFields draft={draft} onChange={change} />
        <SecondAmountFields draft={draft} onChange={change} />
        {record.error ? <ProblemNotice error={record.error} compact /> : null}
        {looksAlike || draft.distinct ? (
          <Checkbox
            label={t('form.distinct')}
            checked={draft.distinct}
            onChange={(input) => change({ distinct: input.currentTarget.checked })}
          />
        ) : null}
      </div>
    </Modal>
  )
}

interface Fields {
  readonly draft: OutcomeDraft
  readonly onChange: Change
}

function KindFields({ draft, onChange }: Fields) {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  return (
    <div className={page.row}>
      <Select
        label={t('form.kind')}
        value={draft.kind}
        allowDeselect={false}
        data={KINDS.map((one) => ({ value: one, label: words(`kinds.${one}`) }))}
        onChange={(value) => onChange({ kind: KINDS.find((one) => one === value) ?? draft.kind })}
      />
      <Select
        label={t('form.basis')}
        value={draft.basis}
        allowDeselect={false}
        data={BASES.map((one) => ({ value: one, label: words(`bases.${one}`) }))}
        onChange={(value) => onChange({ basis: BASES.find((one) => one === value) ?? draft.basis })}
      />
      <Select
        label={t('form.grade')}
        value={draft.grade}
        allowDeselect={false}
        data={GRADES.map((one) => ({ value: one, label: words(`grades.${one}`) }))}
        onChange={(value) => onChange({ grade: GRADES.find((one) => one === value) ?? draft.grade })}
      />
      <TextInput
        type="date"
        label={t('form.day')}
        required
        value={draft.day}
        onChange={(input) => onChange({ day: input.currentTarget.value })}
      />
    </div>
  )
}

function AmountFields({ draft, onChange }: Fields) {
  const t = useMessages(messages)
  return (
    <div className={page.row}>
      <TextInput
        label={t('form.amount')}
        description={t('form.amountHint')}
        inputMode="decimal"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.amount}
        onChange={(input) => onChange({ amount: input.currentTarget.value })}
      />
      <Select
        label={t('form.currency')}
        value={draft.currency}
        allowDeselect={false}
        data={CURRENCIES}
        onChange={(value) => onChange({ currency: currencyOr(value, draft.currency) })}
      />
    </div>
  )
}

function PartyFields({
  draft,
  onChange,
  companies,
  fault,
}: Fields & { companies: ReturnType<typeof useCompanies>; fault: string | null }) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <>
      <MultiSelect
        label={t('form.companies')}
        searchable
        maxDropdownHeight={240}
        value={[...draft.companyIds]}
        error={fault}
        data={companies.map(({ id, code, name }) => ({
          value: id,
          label: [code, text(name)].filter(Boolean).join(' · '),
        }))}
        onChange={(companyIds) => onChange({ companyIds })}
      />
      <Textarea
        label={t('form.others')}
        rows={2}
        maxLength={2000}
        value={draft.others}
        onChange={(input) => onChange({ others: input.currentTarget.value })}
      />
    </>
  )
}

function PlaceFields({ draft, onChange }: Fields) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const programmeId = programme.id
  const agreements = useQuery(
    query.agreements.listAgreements.queryOptions({ input: { programmeId, pageSize: MOST_AGREEMENTS } }),
  ).data
  const events = useQuery(query.events.listEvents.queryOptions({ input: { programmeId } })).data
  return (
    <>
      <div className={page.row}>
        <Select
          label={t('form.agreement')}
          clearable
          searchable
          value={draft.agreementId}
          data={(agreements?.rows ?? []).map(({ id, number, title }) => ({
            value: id,
            label: `${number} · ${text(title)}`,
          }))}
          onChange={(agreementId) => onChange({ agreementId })}
        />
        {draft.agreementId === null ? (
          <TextInput
            label={t('form.reference')}
            description={t('form.referenceHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={60}
            value={draft.reference}
            onChange={(input) => onChange({ reference: input.currentTarget.value })}
          />
        ) : null}
        <Select
          label={t('form.event')}
          clearable
          value={draft.eventId}
          data={(events?.rows ?? []).map(({ id, name }) => ({ value: id, label: text(name) }))}
          onChange={(eventId) => onChange({ eventId })}
        />
      </div>
      <TextInput
        label={t('form.evidence')}
        description={t('one.evidenceHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={500}
        value={draft.evidence}
        onChange={(input) => onChange({ evidence: input.currentTarget.value })}
      />
    </>
  )
}

function SecondAmountFields({ draft, onChange }: Fields) {
  const t = useMessages(messages)
  return (
    <details>
      <summary>{t('form.second')}</summary>
      <div className={page.form}>
        <p className={page.small}>{t('form.secondHint')}</p>
        <div className={page.row}>
          <TextInput
            label={t('form.published')}
            inputMode="decimal"
            value={draft.published}
            onChange={(input) => onChange({ published: input.currentTarget.value })}
          />
          <Select
            label={t('form.currency')}
            value={draft.publishedCurrency}
            allowDeselect={false}
            data={CURRENCIES}
            onChange={(value) => onChange({ publishedCurrency: currencyOr(value, draft.publishedCurrency) })}
          />
          <TextInput
            label={t('form.rate')}
            inputMode="decimal"
            value={draft.rate}
            onChange={(input) => onChange({ rate: input.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('form.rateDay')}
            value={draft.rateDay}
            onChange={(input) => onChange({ rateDay: input.currentTarget.value })}
          />
        </div>
        <TextInput
          label={t('form.rateSource')}
          maxLength={200}
          value={draft.rateSource}
          onChange={(input) => onChange({ rateSource: input.currentTarget.value })}
        />
      </div>
    </details>
  )
}

function useCompanies() {
  const { programme } = useProgramme()
  const { data } = useQuery(
    query.companies.listCompanies.queryOptions({ input: { programmeId: programme.id, pageSize: MOST } }),
  )
  return data?.rows ?? []
}
