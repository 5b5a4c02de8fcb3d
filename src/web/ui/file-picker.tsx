import { useId, useState } from 'react'
import { useMessages, useNumbers } from '../locale.tsx'
import { Icon } from './icon.tsx'
import { messages } from './messages.ts'
import styles from './file-picker.module.css'

const MEGABYTE = 1_000_000

/**
 * A drop zone that is also a button. `accept` lists endings (`.xlsx`); wrong kinds and files over `maxBytes` are
 * refused here in words, before anything is sent. The server checks again.
 */
export function FilePicker({
  label,
  accept,
  maxBytes,
  onPick,
  picked,
  disabled = false,
}: {
  label: string
  accept: readonly string[]
  maxBytes: number
  onPick: (file: File) => void
  /** Name of the file that was taken. */
  picked?: string | null
  disabled?: boolean
}) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const [over, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const id = useId()
  const size = (bytes: number) =>
    t('files.megabytes', { value: number(bytes / MEGABYTE, { maximumFractionDigits: bytes < MEGABYTE ? 2 : 0 }) })
  const endings = accept.join(', ')

  const take = (file: File | undefined) => {
    if (!file) return
    const known = accept.some((ending) => file.name.toLowerCase().endsWith(ending))
    if (!known) return setRefusal(t('files.wrongType', { name: file.name, accept: endings }))
    if (file.size > maxBytes) {
      return setRefusal(t('files.tooLarge', { name: file.name, size: size(file.size), max: size(maxBytes) }))
    }
    setRefusal(null)
    onPick(file)
  }

  return (
    <div>
      <div className={styles.zone} data-over={over || undefined} data-disabled={disabled || undefined}>
        <Icon name="upload" size={24} />
        <label htmlFor={id}>{label}</label>
        <span>
          <u>{picked ?? t('files.choose')}</u> {picked ? null : t('files.drop')}
        </span>
        <small id={`${id}-limits`}>{t('files.limits', { accept: endings, max: size(maxBytes) })}</small>
        {/* Lies over the whole zone: the browser's own field takes presses and drops alike. */}
        <input
          id={id}
          type="file"
          accept={accept.join(',')}
          disabled={disabled}
          aria-describedby={`${id}-limits`}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
          onChange={(event) => {
            take(event.currentTarget.files?.[0])
            // The same file may be chosen again after it was corrected.
            event.currentTarget.value = ''
          }}
        />
      </div>
      <p className={styles.refusal} role="alert">
        {refusal}
      </p>
    </div>
  )
}
