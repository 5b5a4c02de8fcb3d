import { ActionIcon, Button, MultiSelect, NumberInput, Select, Switch, TagsInput, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Panel } from '../../ui/panel.tsx'
import { COMPANY_KINDS, COMPANY_SIZES, IDENTIFIER_SCHEMES, MAX_NAME_LENGTH, MAX_TEXT_LENGTH } from './choices.ts'
import { countryChoices, languageChoices } from './code-names.ts'
import type { CompanyDraft } from './company-draft.ts'
import { useCompanyWords } from './company-words.ts'
import { type FieldErrors, errorAt, localizedErrors } from './field-errors.ts'
import styles from './form-page.module.css'
import { messages } from './messages.ts'
import type { CompanyKind, CompanySize, IdentifierScheme } from './shapes.ts'

interface FormProps {
  readonly value: CompanyDraft
  readonly errors: FieldErrors
  readonly onChange: (change: Partial<CompanyDraft>) => void
}

const orNull = (text: string): string | null => (text === '' ? null : text)
const numberOrNull = (value: number | string): number | null => (typeof value === 'number' ? value : null)

/** Everything that is stored of a company. Where it stands in the programme is the operator's to say. */
export function CompanyForm(props: FormProps) {
  const t = useMessages(messages)
  return (
    <>
      <Panel title={t('form.basics')}>
        <Basics {...props} />
      </Panel>
      <Panel title={t('form.about')}>
        <About {...props} />
      </Panel>
      <Panel title={t('company.identifiers')}>
        <Identifiers {...props} />
      </Panel>
    </>
  )
}

function Basics({ value, errors, onChange }: FormProps) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const text = useText()
  const { locale } = useLocale()
  const { programme, roles } = useProgramme()
  const countries = useMemo(() => countryChoices(locale), [locale])
  const isOperator = roles.includes('operator')
  return (
    <div className={styles.fields}>
      <LocalizedFields
        label={words('sheets.companies.name')}
        description={t('form.nameHint')}
        required
        maxLength={MAX_NAME_LENGTH}
        value={value.name}
        errors={localizedErrors(errors, 'name', locale)}
        onChange={(name) => onChange({ name })}
      />
      <div className={styles.row}>
        {isOperator ? (
          <>
            <Select
              label={words('sheets.companies.side')}
              required
              value={value.sideId}
              data={programme.sides.map(({ id, name }) => ({ value: id, label: text(name) }))}
              error={errorAt(errors, 'sideId')}
              onChange={(sideId) => {
                const side = programme.sides.find(({ id }) => id === sideId)
                if (side) onChange({ sideId: side.id, country: side.country })
              }}
            />
            <TextInput
              label={words('sheets.companies.code')}
              description={t('form.codeHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              required
              maxLength={40}
              value={value.code}
              error={errorAt(errors, 'code')}
              onChange={(event) => onChange({ code: event.currentTarget.value })}
            />
          </>
        ) : null}
        <Select
          label={words('sheets.companies.kind')}
          required
          value={value.kind}
          data={COMPANY_KINDS.map((kind) => ({ value: kind, label: words(`kinds.${kind}`) }))}
          error={errorAt(errors, 'kind')}
          onChange={(kind) => onChange({ kind: (kind ?? 'company') as CompanyKind })}
        />
        <TextInput
          label={words('sheets.companies.legalName')}
          maxLength={300}
          value={value.legalName ?? ''}
          error={errorAt(errors, 'legalName')}
          onChange={(event) => onChange({ legalName: orNull(event.currentTarget.value) })}
        />
        <Select
          label={words('sheets.companies.country')}
          required
          searchable
          onFocus={(event) => event.currentTarget.select()}
          value={value.country}
          data={countries}
          error={errorAt(errors, 'country')}
          onChange={(country) => {
            if (country) onChange({ country })
          }}
        />
        <TextInput
          label={words('sheets.companies.region')}
          maxLength={120}
          value={value.region ?? ''}
          error={errorAt(errors, 'region')}
          onChange={(event) => onChange({ region: orNull(event.currentTarget.value) })}
        />
        <TextInput
          label={words('sheets.companies.website')}
          type="text"
          inputMode="url"
          maxLength={500}
          value={value.website ?? ''}
          error={errorAt(errors, 'website')}
          onChange={(event) => onChange({ website: orNull(event.currentTarget.value) })}
        />
      </div>
    </div>
  )
}

function About({ value, errors, onChange }: FormProps) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const languages = useMemo(
    () => languageChoices(locale, [...new Set(programme.sides.flatMap((side) => side.languages))]),
    [locale, programme],
  )
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <Select
          label={words('sheets.companies.size')}
          value={value.size ?? ''}
          data={[
            { value: '', label: t('form.notSaid') },
            ...COMPANY_SIZES.map((size) => ({ value: size, label: words(`sizes.${size}`) })),
          ]}
          error={errorAt(errors, 'size')}
          onChange={(size) => onChange({ size: size ? (size as CompanySize) : null })}
        />
        <NumberInput
          label={words('sheets.companies.employees')}
          min={0}
          max={10_000_000}
          allowDecimal={false}
          hideControls
          value={value.employees ?? ''}
          error={errorAt(errors, 'employees')}
          onChange={(employees) => onChange({ employees: numberOrNull(employees) })}
        />
        <NumberInput
          label={words('sheets.companies.foundedYear')}
          min={1000}
          max={2200}
          allowDecimal={false}
          hideControls
          value={value.foundedYear ?? ''}
          error={errorAt(errors, 'foundedYear')}
          onChange={(year) => onChange({ foundedYear: numberOrNull(year) })}
        />
      </div>
      <LocalizedFields
        label={words('sheets.companies.description')}
        description={t('form.descriptionHint')}
        maxLength={MAX_TEXT_LENGTH}
        rows={5}
        value={value.description}
        errors={localizedErrors(errors, 'description', locale)}
        onChange={(description) => onChange({ description })}
      />
      <div className={styles.row}>
        <MultiSelect
          label={words('sheets.companies.languages')}
          searchable
          hidePickedOptions
          maxValues={10}
          value={value.languages}
          data={languages}
          error={errorAt(errors, 'languages')}
          onChange={(chosen) => onChange({ languages: chosen })}
        />
        <TagsInput
          label={words('sheets.companies.certifications')}
          placeholder={value.certifications.length === 0 ? t('form.certificationsHint') : ''}
          maxTags={20}
          splitChars={[';', ',']}
          value={value.certifications}
          error={errorAt(errors, 'certifications')}
          onChange={(certifications) => onChange({ certifications })}
        />
      </div>
      <Switch
        label={words('sheets.companies.anonymous')}
        description={t('form.anonymousHint')}
        checked={value.anonymous}
        onChange={(event) => onChange({ anonymous: event.currentTarget.checked })}
      />
    </div>
  )
}

const MAX_IDENTIFIERS = 6

function Identifiers({ value: { identifiers }, errors, onChange }: FormProps) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const error = errorAt(errors, 'identifiers')
  const free = IDENTIFIER_SCHEMES.filter((scheme) => identifiers.every((one) => one.scheme !== scheme))
  const put = (index: number, change: Partial<(typeof identifiers)[number]>) =>
    onChange({ identifiers: identifiers.map((one, at) => (at === index ? { ...one, ...change } : one)) })
  const [next] = free
  return (
    <div className={styles.group} role="group" aria-label={t('company.identifiers')}>
      <p>{t('form.identifiersHint')}</p>
      {identifiers.map(({ scheme, value }, index) => (
        // Rows are told apart by their place: while one is typed nothing else about it is certain.
        <div key={index} className={styles.identifier}>
          <Select
            aria-label={t('form.scheme')}
            value={scheme}
            data={IDENTIFIER_SCHEMES.filter((one) => one === scheme || free.includes(one)).map((one) => ({
              value: one,
              label: words(`identifierSchemes.${one}`),
            }))}
            onChange={(one) => put(index, { scheme: one as IdentifierScheme })}
          />
          <TextInput
            aria-label={words(`identifierSchemes.${scheme}`)}
            maxLength={40}
            required
            value={value}
            error={Boolean(error)}
            onChange={(event) => put(index, { value: event.currentTarget.value })}
          />
          <ActionIcon
            aria-label={t('form.removeIdentifier', { scheme: words(`identifierSchemes.${scheme}`) })}
            onClick={() => onChange({ identifiers: identifiers.filter((_, at) => at !== index) })}
          >
            <Icon name="close" />
          </ActionIcon>
        </div>
      ))}
      {error ? <p className={styles.wrong}>{error}</p> : null}
      {next && identifiers.length < MAX_IDENTIFIERS ? (
        <Button
          size="xs"
          leftSection={<Icon name="plus" />}
          onClick={() => onChange({ identifiers: [...identifiers, { scheme: next, value: '' }] })}
        >
          {t('form.addIdentifier')}
        </Button>
      ) : null}
    </div>
  )
}
