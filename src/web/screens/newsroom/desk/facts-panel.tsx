import { TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Instant } from '../../../../kernel/instant.ts'
import { fromWallClock, wallClock } from '../../../../kernel/time-zone.ts'
import { useMessages } from '../../../locale.tsx'
import { LocalizedFields } from '../../../ui/localized-fields.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { useZones } from '../../../ui/time.tsx'
import { messages } from '../messages.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import type { WrittenWords } from './use-article-words.ts'

const MOST_TAGS = 12

/** Byline, tags, day, embargo and address. */
export function FactsPanel({ written }: { written: WrittenWords }) {
  const t = useMessages(messages)
  const { desk, mayEdit } = useDesk()
  const { words, change } = written
  const isRead = desk.article.status !== 'draft'
  const [zone] = useZones()
  return (
    <Panel title={t('facts.title')}>
      <div className={styles.facts}>
        <LocalizedFields
          label={t('facts.byline')}
          value={words.byline}
          onChange={(byline) => change({ byline })}
          maxLength={200}
          required
          disabled={!mayEdit}
        />
        <TagsInput
          label={t('facts.tags')}
          description={t('facts.tagsHint')}
          value={[...words.tags]}
          maxTags={MOST_TAGS}
          disabled={!mayEdit}
          onChange={(tags) => change({ tags: tags.map((tag) => tag.slice(0, 40)) })}
        />
        <TextInput
          type="date"
          label={t('facts.day')}
          disabled={!mayEdit}
          value={words.day ?? ''}
          onChange={(input) => change({ day: input.currentTarget.value || null })}
        />
        <MomentField
          label={t('facts.embargo')}
          hint={desk.article.isPublic ? t('facts.embargoPast') : t('facts.embargoHint', { place: zone?.name ?? 'UTC' })}
          value={words.embargoUntil}
          disabled={!mayEdit || desk.article.isPublic}
          onChange={(embargoUntil) => change({ embargoUntil })}
        />
        <MomentField
          label={t('facts.pinned')}
          hint={null}
          value={words.pinnedUntil}
          disabled={!mayEdit}
          onChange={(pinnedUntil) => change({ pinnedUntil })}
        />
        <TextInput
          label={t('facts.address')}
          description={isRead ? t('facts.addressFixed') : t('create.addressHint')}
          disabled={!mayEdit || isRead}
          maxLength={100}
          value={words.slug}
          onChange={(input) => change({ slug: input.currentTarget.value })}
        />
      </div>
    </Panel>
  )
}

/** A moment by the clock of the first side; empty is no moment. */
function MomentField({
  label,
  hint,
  value,
  disabled,
  onChange,
}: {
  label: string
  hint: string | null
  value: Instant | null
  disabled: boolean
  onChange: (value: Instant | null) => void
}) {
  const [home] = useZones()
  const zone = home?.zone ?? 'UTC'
  const [typed, setTyped] = useState(() => localText(value, zone))
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={hint}
      disabled={disabled}
      value={typed}
      onChange={(input) => {
        const text = input.currentTarget.value
        setTyped(text)
        const [date = '', time = ''] = text.split('T')
        onChange(date === '' || time === '' ? null : fromWallClock({ date, time: time.slice(0, 5) }, zone))
      }}
    />
  )
}

function localText(value: Instant | null, zone: string): string {
  if (value === null) return ''
  const { date, time } = wallClock(value, zone)
  return `${date}T${time}`
}
