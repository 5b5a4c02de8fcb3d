import { MultiSelect } from '@mantine/core'
import { useMemo } from 'react'
import { useMessages, useText } from '../../locale.tsx'
import { MAX_KEYWORDS } from './choices.ts'
import { keywordGroups } from './keyword-choices.ts'
import { keywordFilter } from './keyword-filter.ts'
import { useKeywords } from './keyword-names.ts'
import { messages } from './messages.ts'
import type { Keyword } from './shapes.ts'

/** Up to five keywords of one list, found by words in any of the three languages. */
export function KeywordPicker({
  list,
  label,
  value,
  error,
  onChange,
}: {
  list: Keyword['list']
  label: string
  value: readonly string[]
  error: string | null
  onChange: (codes: string[]) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const keywords = useKeywords()
  const groups = useMemo(() => keywordGroups(keywords, list, text), [keywords, list, text])
  const isFull = value.length >= MAX_KEYWORDS
  return (
    <MultiSelect
      label={label}
      description={
        isFull
          ? t('keywords.full', { max: MAX_KEYWORDS })
          : t('keywords.count', { count: value.length, max: MAX_KEYWORDS })
      }
      value={[...value]}
      data={groups.map(({ group, items }) => ({ group, items: [...items] }))}
      maxValues={MAX_KEYWORDS}
      searchable
      clearable
      hidePickedOptions
      maxDropdownHeight={320}
      placeholder={value.length === 0 ? t('keywords.search') : ''}
      nothingFoundMessage={t('keywords.noneFound')}
      error={error}
      filter={keywordFilter(keywords)}
      onChange={onChange}
    />
  )
}
