import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { CURRENCIES, type Currency } from '../../../kernel/money.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { messages as commitmentMessages } from '../../../modules/commitments/messages.ts'
import { type Inputs, query } from '../../api.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import { BASES, GRADES, KINDS, useOutcomeWords } from './outcome-words.ts'
import page from './page.module.css'
import type { Basis, FigureDefinition, Grade, Kind } from './shapes.ts'
import { useRefreshOutcomes } from './use-refresh-outcomes.ts'

type Source = FigureDefinition['source']
type MeasureKind = FigureDefinition['measure']['kind']
type CommitmentStatus = keyof (typeof commitmentMessages)['en']['statuses']
type Definition = Inputs['outcomes']['defineFigure']['definition']

const SOURCES: readonly Source[] = ['outcomes', 'participants', 'requests', 'commitments']
/** What can be asked of each source; a share is taken of promises, whose states have names. */
const MEASURES: Readonly<Record<Source, readonly MeasureKind[]>> = {
  outcomes: ['records', 'companies', 'amount'],
  participants: ['companies'],
  requests: ['records', 'companies'],
  commitments: ['records', 'companies', 'share'],
}
const STATUSES = Object.keys(commitmentMessages.en.statuses) as CommitmentStatus[]
const CODE = /^[a-z][a-z0-9-]{1,60}$/

interface Draft {
  readonly code: string
  readonly name: LocalizedText
  readonly source: Source
  readonly measure: MeasureKind
  readonly currency: Currency
  readonly basis: Basis
  readonly statuses: readonly string[]
  readonly kinds: readonly Kind[]
  readonly bases: readonly Basis[]
  readonly leastGrade: Grade | null
  readonly from: string
  readonly until: string
}

const NEW_FIGURE: Draft = {
  code: '',
  name: {},
  source: 'outcomes',
  measure: 'records',
  currency: 'USD',
  basis: 'signed',
  statuses: ['fulfilled'],
  kinds: [],
  bases: [],
  leastGrade: null,
  from: '',
  until: '',
}

/** What is left empty does not narrow. */
function definitionOf(draft: Draft): Definition {
  const { source, measure, currency, basis, kinds, bases, leastGrade, from, until } = draft
  const isOutcomes = source === 'outcomes'
  return {
    source,
    measure:
      measure === 'amount'
        ? { kind: 'amount', currency, basis }
        : measure === 'share'
          ? { kind: 'share', statuses: [...draft.statuses] }
          : { kind: measure },
    where: {
      ...(isOutcomes && kinds.length > 0 ? { kinds: [...kinds] } : {}),
      ...(isOutcomes && measure !== 'amount' && bases.length > 0 ? { bases: [...bases] } : {}),
      ...(isOutcomes && leastGrade ? { leastGrade } : {}),
      ...(from === '' ? {} : { from }),
      ...(until === '' ? {} : { until }),
    },
  }
}

/** A question to the records, stored under a code. */
export function DefineForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const refresh = useRefreshOutcomes()
  const [draft, setDraft] = useState(NEW_FIGURE)
  const [tried, setTried] = useState(false)
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const define = useMutation({
    ...query.outcomes.defineFigure.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('define.done') })
      onClose()
    },
  })
  const isNameless = Object.values(draft.name).every((part) => !part?.trim())
  const isCodeless = !CODE.test(draft.code)
  const save = () => {
    setTried(true)
    if (isNameless || isCodeless) return
    define.mutate({
      programmeId: programme.id,
      code: draft.code,
      name: draft.name,
      definition: definitionOf(draft),
    })
  }
  return (
    <Modal
      opened
      title={t('define.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={define.isPending} onClick={save}>
          {t('define.save')}
        </Button>
      }
    >
      <div className={page.form}>
        <LocalizedFields
          label={t('define.name')}
          value={draft.name}
          maxLength={200}
          required
          onChange={(name) => change({ name })}
          {...(tried && isNameless ? { errors: { [locale]: t('define.nameMissing') } } : {})}
        />
        <TextInput
          label={t('define.code')}
          description={t('define.codeHint')}
          required
          maxLength={61}
          value={draft.code}
          error={tried && isCodeless ? t('define.codeMissing') : null}
          onChange={(input) => change({ code: input.currentTarget.value })}
        />
        <QuestionFields draft={draft} onChange={change} />
        {define.error ? <ProblemNotice error={define.error} compact /> : null}
      </div>
    </Modal>
  )
}

function QuestionFields({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  const promiseWords = useMessages(commitmentMessages)
  const { source, measure } = draft
  const bases = BASES.map((one) => ({ value: one, label: words(`bases.${one}`) }))
  return (
    <>
      <div className={page.row}>
        <Select
          label={t('define.source')}
          value={source}
          allowDeselect={false}
          data={SOURCES.map((one) => ({ value: one, label: t(`figure.sources.${one}`) }))}
          onChange={(value) => {
            const next = SOURCES.find((one) => one === value) ?? source
            onChange({ source: next, measure: MEASURES[next][0]! })
          }}
        />
        <Select
          label={t('define.measure')}
          value={measure}
          allowDeselect={false}
          data={MEASURES[source].map((one) => ({ value: one, label: t(`define.measures.${one}`) }))}
          onChange={(value) => onChange({ measure: MEASURES[source].find((one) => one === value) ?? measure })}
        />
      </div>
      {measure === 'amount' ? (
        <div className={page.row}>
          <Select
            label={t('form.currency')}
            value={draft.currency}
            allowDeselect={false}
            data={CURRENCIES}
            onChange={(value) => onChange({ currency: CURRENCIES.find((one) => one === value) ?? draft.currency })}
          />
          <Select
            label={t('form.basis')}
            value={draft.basis}
            allowDeselect={false}
            data={bases}
            onChange={(value) => onChange({ basis: BASES.find((one) => one === value) ?? draft.basis })}
          />
        </div>
      ) : null}
      {measure === 'share' ? (
        <MultiSelect
          label={t('define.statuses')}
          value={[...draft.statuses]}
          data={STATUSES.map((one) => ({ value: one, label: promiseWords(`statuses.${one}`) }))}
          onChange={(statuses) => onChange({ statuses })}
        />
      ) : null}
      {source === 'outcomes' ? (
        <>
          <MultiSelect
            label={t('figure.where.kinds')}
            value={[...draft.kinds]}
            data={KINDS.map((one) => ({ value: one, label: words(`kinds.${one}`) }))}
            onChange={(kinds) => onChange({ kinds: kinds as Kind[] })}
          />
          {measure === 'amount' ? null : (
            <MultiSelect
              label={t('figure.where.bases')}
              value={[...draft.bases]}
              data={bases}
              onChange={(chosen) => onChange({ bases: chosen as Basis[] })}
            />
          )}
          <Select
            label={t('figure.where.leastGrade')}
            clearable
            value={draft.leastGrade}
            data={GRADES.map((one) => ({ value: one, label: words(`grades.${one}`) }))}
            onChange={(value) => onChange({ leastGrade: GRADES.find((one) => one === value) ?? null })}
          />
        </>
      ) : null}
      {source === 'outcomes' || source === 'commitments' ? (
        <div className={page.row}>
          <TextInput
            type="date"
            label={t('define.from')}
            value={draft.from}
            onChange={(input) => onChange({ from: input.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('define.until')}
            value={draft.until}
            onChange={(input) => onChange({ until: input.currentTarget.value })}
          />
        </div>
      ) : null}
    </>
  )
}
