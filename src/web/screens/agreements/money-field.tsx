import { Select, TextInput } from '@mantine/core'
import { CURRENCIES, isCurrency } from '../../../kernel/money.ts'
import { useMessages } from '../../locale.tsx'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'
import type { MoneyText } from './money-text.ts'

/** An amount and its currency; what is typed stays as it is until it is saved. */
export function MoneyField({
  label,
  description,
  value,
  error,
  onChange,
}: {
  label: string
  description?: string
  value: MoneyText
  error: string | null
  onChange: (value: MoneyText) => void
}) {
  const t = useMessages(messages)
  return (
    <div className={styles.money}>
      <TextInput
        label={label}
        {...(description === undefined ? {} : { description })}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        inputMode="decimal"
        maxLength={40}
        value={value.text}
        error={error}
        onChange={(event) => onChange({ ...value, text: event.currentTarget.value })}
      />
      <Select
        label={t('terms.currency')}
        value={value.currency}
        data={CURRENCIES}
        onChange={(currency) => {
          if (currency && isCurrency(currency)) onChange({ ...value, currency })
        }}
      />
    </div>
  )
}
