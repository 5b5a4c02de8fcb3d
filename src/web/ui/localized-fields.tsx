import { useId } from 'react'
import { LOCALES, type Locale, type LocalizedText } from '../../kernel/locale.ts'
import { useLocale, useMessages } from '../locale.tsx'
import { messages } from './messages.ts'
import styles from './localized-fields.module.css'

/**
 * One text side by side in ko, ru and en, the reader's language first, each with its counter.
 * An emptied field leaves the value, so absent stays absent. `rows` > 1 makes text areas.
 */
export function LocalizedFields({
  label,
  description,
  value,
  onChange,
  maxLength,
  rows = 1,
  required = false,
  errors = {},
  disabled = false,
}: {
  label: string
  description?: string
  value: LocalizedText
  onChange: (value: LocalizedText) => void
  maxLength: number
  rows?: number
  /** At least one language has to be filled. */
  required?: boolean
  errors?: Partial<Record<Locale, string>>
  disabled?: boolean
}) {
  const { locale } = useLocale()
  const ordered = [locale, ...LOCALES.filter((other) => other !== locale)]
  return (
    <fieldset className={styles.fields} disabled={disabled}>
      <legend>
        {label}
        {required ? <span aria-hidden="true"> *</span> : null}
      </legend>
      {description ? <p className={styles.description}>{description}</p> : null}
      <div className={styles.columns}>
        {ordered.map((language) => (
          <Field
            key={language}
            language={language}
            text={value[language] ?? ''}
            rows={rows}
            maxLength={maxLength}
            error={errors[language]}
            label={label}
            onText={(text) => {
              const { [language]: _before, ...others } = value
              onChange(text === '' ? others : { ...others, [language]: text })
            }}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Field({
  language,
  text,
  rows,
  maxLength,
  error,
  label,
  onText,
}: {
  language: Locale
  text: string
  rows: number
  maxLength: number
  error: string | undefined
  label: string
  onText: (text: string) => void
}) {
  const t = useMessages(messages)
  const id = useId()
  // Counted as a person counts: an emoji or a composed Hangul syllable is one.
  const length = [...text.normalize('NFC')].length
  const over = length > maxLength
  const counter = over
    ? t('charactersOver', { over: length - maxLength })
    : t('charactersLeft', { left: maxLength - length })
  const shared = {
    id,
    lang: language,
    value: text,
    'aria-describedby': `${id}-note`,
    'aria-invalid': over || error !== undefined,
    onChange: (event: { currentTarget: { value: string } }) => onText(event.currentTarget.value),
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        <span className="hidden-text">{label}, </span>
        {t(`languages.${language}`)}
      </label>
      {rows > 1 ? <textarea rows={rows} {...shared} /> : <input type="text" {...shared} />}
      <p id={`${id}-note`} className={styles.note} data-wrong={over || error ? true : undefined}>
        <span>{error ?? (over ? counter : null)}</span>
        <span aria-hidden="true">
          {length}/{maxLength}
        </span>
        {over || error ? null : <span className="hidden-text">{counter}</span>}
      </p>
    </div>
  )
}
