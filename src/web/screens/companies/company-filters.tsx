import { Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { COMPANY_KINDS, PROFILE_TYPES } from './choices.ts'
import styles from './companies-screen.module.css'
import { type CompanySearch, type CompanySort, SORTS, searchInput } from './company-search.ts'
import { useCompanyWords } from './company-words.ts'
import { keywordGroups } from './keyword-choices.ts'
import { keywordFilter } from './keyword-filter.ts'
import { useKeywords } from './keyword-names.ts'
import { messages } from './messages.ts'
import { SearchField } from './search-field.tsx'
import type { CompanyFacets, CompanyKind, ProfileType } from './shapes.ts'

/** What narrows the list, each choice with the number of companies it would leave. */
export function CompanyFilters({
  search,
  onChange,
}: {
  search: CompanySearch
  onChange: (change: CompanySearch) => void
}) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const text = useText()
  const { programme } = useProgramme()
  const keywords = useKeywords()
  const withCount = useCounts(search)
  const technologies = useMemo(
    () =>
      keywordGroups(keywords, 'technology', text).map(({ group, items }) => ({
        group,
        items: items.map((item) => withCount('technologies', item.value, item.label)),
      })),
    [keywords, text, withCount],
  )
  return (
    <div className={styles.filters}>
      <SearchField
        label={t('list.search')}
        value={search.q ?? ''}
        onChange={(q) => onChange({ q })}
        className={styles.search}
      />
      <Select
        aria-label={t('list.side')}
        value={search.side ?? ''}
        data={[
          { value: '', label: t('list.anySide') },
          ...programme.sides.map((side) => withCount('sides', side.id, text(side.name))),
        ]}
        onChange={(side) => onChange({ side: side ?? '' })}
      />
      <Select
        aria-label={t('list.kind')}
        value={search.kind ?? ''}
        data={[
          { value: '', label: t('list.anyKind') },
          ...COMPANY_KINDS.map((kind) => withCount('kinds', kind, words(`kinds.${kind}`))),
        ]}
        onChange={(kind) => onChange({ kind: (kind ?? '') as CompanyKind })}
      />
      <Select
        aria-label={t('list.profileType')}
        value={search.type ?? ''}
        data={[
          { value: '', label: t('list.anyProfileType') },
          ...PROFILE_TYPES.map((type) => withCount('profileTypes', type, words(`profileTypes.${type}`))),
        ]}
        onChange={(type) => onChange({ type: (type ?? '') as ProfileType })}
      />
      <Select
        aria-label={t('list.technology')}
        placeholder={t('list.anyTechnology')}
        value={search.technology ?? null}
        data={technologies}
        searchable
        clearable
        onFocus={(event) => event.currentTarget.select()}
        maxDropdownHeight={320}
        nothingFoundMessage={t('keywords.noneFound')}
        filter={keywordFilter(keywords)}
        onChange={(technology) => onChange({ technology: technology ?? '' })}
      />
      <Select
        aria-label={t('list.sort')}
        value={search.sort ?? 'code'}
        data={SORTS.map((sort) => ({ value: sort, label: t(`list.sorts.${sort}`) }))}
        leftSection={<Icon name="sort" />}
        onChange={(sort) => onChange({ sort: (sort ?? 'code') as CompanySort })}
      />
    </div>
  )
}

/** Labels with counts. Asked apart from the list, so that nobody waits for the counts to see the companies. */
function useCounts(search: CompanySearch) {
  const { programme } = useProgramme()
  const { number } = useNumbers()
  const { data } = useQuery({
    ...query.companies.listCompanies.queryOptions({
      input: { programmeId: programme.id, pageSize: 1, facets: true, ...searchInput(search) },
    }),
    placeholderData: keepPreviousData,
  })
  const facets = data?.facets
  return useMemo(
    () => (facet: keyof CompanyFacets, value: string, label: string) => {
      const count = facets?.[facet].find((each) => each.value === value)?.count
      return { value, label: count === undefined ? label : `${label} (${number(count)})` }
    },
    [facets, number],
  )
}
