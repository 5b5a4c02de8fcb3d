import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useLocale, useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Panel } from '../../ui/panel.tsx'
import {
  COMPANY_KINDS,
  COMPANY_SIZES,
  IPR_STATUSES,
  MAX_SUMMARY_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_TITLE_LENGTH,
  PARTNERSHIP_TYPES_OF,
  PROFILE_TYPES,
  STAGES_OF_DEVELOPMENT,
} from './choices.ts'
import { countryChoices, languageChoices } from './code-names.ts'
import { useCompanyWords } from './company-words.ts'
import { type FieldErrors, errorAt, localizedErrors } from './field-errors.ts'
import styles from './form-page.module.css'
import { KeywordPicker } from './keyword-picker.tsx'
import { messages } from './messages.ts'
import type { ProfileDraft, ProfileTextKey } from './profile-draft.ts'
import type { ProfileType } from './shapes.ts'

interface FormProps {
  readonly value: ProfileDraft
  readonly errors: FieldErrors
  readonly onChange: (change: Partial<ProfileDraft>) => void
}

/** A partnering profile in the shape of the Enterprise Europe Network, each text in three languages. */
export function ProfileForm(props: FormProps) {
  const t = useMessages(messages)
  return (
    <>
      <Panel title={t('form.what')}>
        <What {...props} />
      </Panel>
      <Panel title={t('form.details')}>
        <Details {...props} />
      </Panel>
      <Panel title={t('form.keywords')}>
        <Keywords {...props} />
      </Panel>
      <Panel title={t('form.partner')}>
        <Partner {...props} />
      </Panel>
    </>
  )
}

function ProfileText({
  field,
  maxLength = MAX_TEXT_LENGTH,
  rows = 5,
  required = false,
  props: { value, errors, onChange },
}: {
  field: ProfileTextKey
  maxLength?: number
  rows?: number
  required?: boolean
  props: FormProps
}) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const { locale } = useLocale()
  return (
    <LocalizedFields
      label={words(`sheets.profiles.${field === 'title' ? 'titleText' : field}`)}
      description={t(`hints.${field}`)}
      required={required}
      maxLength={maxLength}
      rows={rows}
      value={value[field]}
      errors={localizedErrors(errors, field, locale)}
      onChange={(text) => onChange({ [field]: text })}
    />
  )
}

function What(props: FormProps) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const { value, errors, onChange } = props
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <Select
          label={words('sheets.profiles.type')}
          required
          value={value.type}
          data={PROFILE_TYPES.map((type) => ({ value: type, label: words(`profileTypes.${type}`) }))}
          error={errorAt(errors, 'type')}
          onChange={(type) => onChange({ type: (type ?? 'technology-offer') as ProfileType })}
        />
        <TextInput
          label={words('sheets.profiles.code')}
          required
          maxLength={40}
          value={value.code}
          error={errorAt(errors, 'code')}
          onChange={(event) => onChange({ code: event.currentTarget.value })}
        />
        <p className={styles.typeHint}>{t(`typeHints.${value.type}`)}</p>
      </div>
      <ProfileText field="title" maxLength={MAX_TITLE_LENGTH} rows={2} required props={props} />
      <ProfileText field="summary" maxLength={MAX_SUMMARY_LENGTH} rows={4} props={props} />
    </div>
  )
}

function Details(props: FormProps) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const { value, errors, onChange } = props
  return (
    <div className={styles.fields}>
      <ProfileText field="description" rows={8} props={props} />
      <ProfileText field="advantages" props={props} />
      <div className={styles.row}>
        <Select
          label={words('sheets.profiles.stage')}
          value={value.stage ?? ''}
          data={[
            { value: '', label: t('form.notSaid') },
            ...STAGES_OF_DEVELOPMENT.map((stage) => ({ value: stage, label: words(`stages.${stage}`) })),
          ]}
          error={errorAt(errors, 'stage')}
          onChange={(stage) => onChange({ stage: stage ? (stage as ProfileDraft['stage']) : null })}
        />
        <Select
          label={words('sheets.profiles.iprStatus')}
          value={value.iprStatus ?? ''}
          data={[
            { value: '', label: t('form.notSaid') },
            ...IPR_STATUSES.map((status) => ({ value: status, label: words(`iprStatuses.${status}`) })),
          ]}
          error={errorAt(errors, 'iprStatus')}
          onChange={(status) => onChange({ iprStatus: status ? (status as ProfileDraft['iprStatus']) : null })}
        />
      </div>
    </div>
  )
}

function Keywords({ value, errors, onChange }: FormProps) {
  const words = useCompanyWords()
  return (
    <div className={styles.row}>
      <KeywordPicker
        list="technology"
        label={words('sheets.profiles.technologyKeywords')}
        value={value.technologyKeywords}
        error={errorAt(errors, 'technologyKeywords')}
        onChange={(technologyKeywords) => onChange({ technologyKeywords })}
      />
      <KeywordPicker
        list="market"
        label={words('sheets.profiles.marketKeywords')}
        value={value.marketKeywords}
        error={errorAt(errors, 'marketKeywords')}
        onChange={(marketKeywords) => onChange({ marketKeywords })}
      />
    </div>
  )
}

function Partner(props: FormProps) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const { value, errors, onChange } = props
  const countries = useMemo(() => countryChoices(locale), [locale])
  const languages = useMemo(
    () => languageChoices(locale, [...new Set(programme.sides.flatMap((side) => side.languages))]),
    [locale, programme],
  )
  const toggle = <T,>(chosen: readonly T[], one: T): T[] =>
    chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]
  return (
    <div className={styles.fields}>
      <ProfileText field="technicalSpecification" props={props} />
      <ProfileText field="partnerRole" props={props} />
      <Choices
        label={words('sheets.profiles.partnershipTypes')}
        hint={t('form.partnershipHint', { type: words(`profileTypes.${value.type}`) })}
        error={errorAt(errors, 'partnershipTypes')}
        options={PARTNERSHIP_TYPES_OF[value.type].map((type) => ({
          key: type,
          label: words(`partnershipTypes.${type}`),
          checked: value.partnershipTypes.includes(type),
          onToggle: () => onChange({ partnershipTypes: toggle(value.partnershipTypes, type) }),
        }))}
      />
      <Choices
        label={words('sheets.profiles.partnerKinds')}
        hint={t('form.noneMeansAll')}
        error={errorAt(errors, 'partnerKinds')}
        options={COMPANY_KINDS.map((kind) => ({
          key: kind,
          label: words(`kinds.${kind}`),
          checked: value.partnerKinds.includes(kind),
          onToggle: () => onChange({ partnerKinds: toggle(value.partnerKinds, kind) }),
        }))}
      />
      <Choices
        label={words('sheets.profiles.partnerSizes')}
        hint={t('form.noneMeansAll')}
        error={errorAt(errors, 'partnerSizes')}
        options={COMPANY_SIZES.map((size) => ({
          key: size,
          label: words(`sizes.${size}`),
          checked: value.partnerSizes.includes(size),
          onToggle: () => onChange({ partnerSizes: toggle(value.partnerSizes, size) }),
        }))}
      />
      <div className={styles.row}>
        <MultiSelect
          label={words('sheets.profiles.targetCountries')}
          description={t('form.noneMeansAll')}
          searchable
          hidePickedOptions
          maxValues={60}
          value={value.targetCountries}
          data={countries}
          error={errorAt(errors, 'targetCountries')}
          onChange={(targetCountries) => onChange({ targetCountries })}
        />
        <MultiSelect
          label={words('sheets.profiles.languages')}
          description={t('form.languagesHint')}
          searchable
          hidePickedOptions
          maxValues={10}
          value={value.languages}
          data={languages}
          error={errorAt(errors, 'languages')}
          onChange={(chosen) => onChange({ languages: chosen })}
        />
      </div>
    </div>
  )
}

function Choices({
  label,
  hint,
  error,
  options,
}: {
  label: string
  hint: string
  error: string | null
  options: readonly { key: string; label: string; checked: boolean; onToggle: () => void }[]
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      <p>{hint}</p>
      <div className={styles.checkboxes}>
        {options.map((option) => (
          <Checkbox key={option.key} label={option.label} checked={option.checked} onChange={option.onToggle} />
        ))}
      </div>
      {error ? <p className={styles.wrong}>{error}</p> : null}
    </fieldset>
  )
}
