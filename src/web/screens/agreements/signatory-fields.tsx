import { Select, TextInput } from '@mantine/core'
import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import type { SignatoryDraft } from './agreement-draft.ts'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'
import { type FieldErrors, errorAt } from './field-errors.ts'
import { languageName } from './language-names.ts'
import { useToday } from './use-today.ts'

/** The person who signs for a party, and what the authority to do so rests on, until when. */
export function SignatoryFields({
  signatory,
  path,
  errors,
  onChange,
}: {
  signatory: SignatoryDraft
  path: string
  errors: FieldErrors
  onChange: (signatory: SignatoryDraft) => void
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const field = (name: Exclude<keyof SignatoryDraft, 'locale'>, maxLength: number) => ({
    maxLength,
    value: signatory[name],
    error: errorAt(errors, `${path}.${name}`),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...signatory, [name]: event.currentTarget.value }),
  })
  const order = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[]
  const today = useToday()
  const lapsed = signatory.authorityUntil !== '' && signatory.authorityUntil < today
  return (
    <>
      <div className={styles.row}>
        <TextInput required label={t('parties.signatoryName')} {...field('name', 200)} />
        <TextInput required label={t('parties.signatoryLatin')} {...field('latinName', 200)} />
        <TextInput required label={t('parties.office')} {...field('office', 200)} />
      </div>
      <div className={styles.row}>
        <TextInput
          type="email"
          required
          label={t('parties.email')}
          description={t('parties.emailHint')}
          inputWrapperOrder={order}
          {...field('email', 320)}
        />
        <Select
          label={t('parties.locale')}
          value={signatory.locale}
          data={LOCALES.map((one) => ({ value: one, label: languageName(one, locale) }))}
          onChange={(one) => {
            if (one) onChange({ ...signatory, locale: one as Locale })
          }}
        />
      </div>
      <div className={styles.row}>
        <TextInput
          required
          label={t('parties.authority')}
          description={t('parties.authorityHint')}
          inputWrapperOrder={order}
          {...field('authority', 300)}
        />
        <TextInput type="date" label={t('parties.from')} {...field('authorityFrom', 10)} />
        <TextInput
          type="date"
          label={t('parties.until')}
          {...field('authorityUntil', 10)}
          {...(lapsed ? { error: t('parties.lapsed') } : {})}
        />
      </div>
    </>
  )
}
