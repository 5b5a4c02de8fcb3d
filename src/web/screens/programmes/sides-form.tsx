import { Button, TextInput } from '@mantine/core'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Inputs } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { messages } from './setup-messages.ts'
import styles from './settings.module.css'

type Side = NonNullable<Inputs['programmes']['openProgramme']['sides']>[number]

/** A side as it is typed: languages as one line. */
export interface SideDraft {
  readonly name: LocalizedText
  readonly code: string
  readonly country: string
  readonly timeZone: string
  readonly languages: string
}

export const toDraft = ({
  name,
  code,
  country,
  timeZone,
  languages,
}: Omit<Side, 'name'> & { readonly name: object }): SideDraft => ({
  name: name as LocalizedText,
  code,
  country,
  timeZone,
  languages: languages.join(' '),
})

export const toSide = ({ languages, ...side }: SideDraft): Side => ({
  ...side,
  languages: languages.split(/[\s,;]+/).filter(Boolean),
})

const NEW_SIDE: SideDraft = { name: {}, code: '', country: '', timeZone: '', languages: '' }
const FEWEST = 2
const MOST = 12

/** Two sides or more, each with its region, clock and languages. */
export function SidesForm({
  sides,
  onChange,
}: {
  sides: readonly SideDraft[]
  onChange: (sides: readonly SideDraft[]) => void
}) {
  const t = useMessages(messages)
  const zones = Intl.supportedValuesOf('timeZone')
  const change = (at: number, part: Partial<SideDraft>) =>
    onChange(sides.map((side, index) => (index === at ? { ...side, ...part } : side)))
  return (
    <div className={styles.wide}>
      <datalist id="time-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      {sides.map((side, at) => (
        // Sides have no name of their own until they are saved.
        <fieldset key={at} className={styles.side}>
          <legend>{t('create.side', { number: at + 1 })}</legend>
          <LocalizedFields
            label={t('create.sideName')}
            required
            maxLength={200}
            value={side.name}
            onChange={(name) => change(at, { name })}
          />
          <Field label={t('create.sideCode')} value={side.code} onChange={(code) => change(at, { code })} />
          <Field
            label={t('create.country')}
            hint={t('create.countryHint')}
            value={side.country}
            onChange={(country) => change(at, { country: country.toUpperCase() })}
          />
          <Field
            label={t('create.timeZone')}
            list="time-zones"
            value={side.timeZone}
            onChange={(timeZone) => change(at, { timeZone })}
          />
          <Field
            label={t('create.languages')}
            hint={t('create.languagesHint')}
            value={side.languages}
            onChange={(languages) => change(at, { languages: languages.toLowerCase() })}
          />
          {sides.length > FEWEST ? (
            <Button size="xs" onClick={() => onChange(sides.filter((_, index) => index !== at))}>
              {t('create.removeSide', { number: at + 1 })}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button disabled={sides.length >= MOST} onClick={() => onChange([...sides, NEW_SIDE])}>
        {t('create.addSide')}
      </Button>
    </div>
  )
}

function Field({
  label,
  hint,
  list,
  value,
  onChange,
}: {
  label: string
  hint?: string
  list?: string
  value: string
  onChange: (value: string) => void
}) {
  return (
    <TextInput
      label={label}
      required
      maxLength={60}
      value={value}
      autoComplete="off"
      spellCheck={false}
      {...(hint ? { description: hint } : {})}
      {...(list ? { list } : {})}
      onChange={(input) => onChange(input.currentTarget.value)}
    />
  )
}
