import { Checkbox, Select, TextInput } from '@mantine/core'
import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useAgreementWords } from './agreement-words.ts'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'
import { errorAt, localizedErrors } from './field-errors.ts'
import { languageName } from './language-names.ts'
import { messages as screenMessages } from './messages.ts'
import type { PartProps } from './part-props.ts'
import { type AgreementType, TYPES } from './shapes.ts'

/** What it is, in which languages, and how it is signed. */
export function BasicsPart(props: PartProps) {
  const t = useMessages(messages)
  return (
    <div className={styles.parts}>
      <Panel title={t('basics.about')}>
        <About {...props} />
      </Panel>
      <Panel title={t('basics.languages')}>
        <Languages {...props} />
      </Panel>
      <Panel title={t('basics.signing')}>
        <Signing {...props} />
      </Panel>
    </div>
  )
}

function About({ value, errors, onChange }: PartProps) {
  const t = useMessages(messages)
  const words = useAgreementWords()
  const { locale } = useLocale()
  return (
    <div className={styles.fields}>
      <div className={styles.row}>
        <TextInput
          label={t('basics.number')}
          description={t('basics.numberHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          maxLength={40}
          value={value.number}
          error={errorAt(errors, 'number')}
          onChange={(event) => onChange({ number: event.currentTarget.value })}
        />
        <Select
          label={t('basics.type')}
          required
          value={value.type}
          data={TYPES.map((type) => ({ value: type, label: words(`types.${type}`) }))}
          onChange={(type) => {
            if (type) onChange({ type: type as AgreementType })
          }}
        />
      </div>
      <LocalizedFields
        label={t('basics.title')}
        required
        maxLength={300}
        value={value.title}
        errors={localizedErrors(errors, 'title', locale)}
        onChange={(title) => onChange({ title })}
      />
    </div>
  )
}

function Languages({ value: { languages, prevailing }, errors, onChange }: PartProps) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const toggle = (language: Locale, isIn: boolean) => {
    const next = LOCALES.filter((one) => (one === language ? isIn : languages.includes(one)))
    const keeps = prevailing !== null && next.includes(prevailing)
    onChange({ languages: next, prevailing: keeps ? prevailing : null })
  }
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t('basics.languagesHint')}</p>
      <div className={styles.checks} role="group" aria-label={t('basics.languages')}>
        {LOCALES.map((language) => (
          <Checkbox
            key={language}
            label={languageName(language, locale)}
            checked={languages.includes(language)}
            disabled={languages.length === 1 && languages.includes(language)}
            onChange={(event) => toggle(language, event.currentTarget.checked)}
          />
        ))}
      </div>
      {languages.length > 1 ? (
        <div className={styles.row}>
          <Select
            label={t('basics.prevailing')}
            description={t('basics.prevailingHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            required
            placeholder={t('basics.choosePrevailing')}
            value={prevailing}
            data={languages.map((language) => ({ value: language, label: languageName(language, locale) }))}
            error={errorAt(errors, 'prevailing')}
            onChange={(language) => onChange({ prevailing: language as Locale | null })}
          />
        </div>
      ) : null}
    </div>
  )
}

function Signing({ value: { mode, signingOrder }, onChange }: PartProps) {
  const t = useMessages(messages)
  const screen = useMessages(screenMessages)
  return (
    <div className={styles.row}>
      <Select
        label={t('basics.mode')}
        value={mode}
        data={(['remote', 'ceremony'] as const).map((one) => ({ value: one, label: screen(`detail.modes.${one}`) }))}
        onChange={(one) => onChange({ mode: one === 'ceremony' ? 'ceremony' : 'remote' })}
      />
      <Select
        label={t('basics.order')}
        value={signingOrder}
        data={(['in-order', 'parallel'] as const).map((one) => ({ value: one, label: t(`basics.orders.${one}`) }))}
        onChange={(one) => onChange({ signingOrder: one === 'parallel' ? 'parallel' : 'in-order' })}
      />
    </div>
  )
}
