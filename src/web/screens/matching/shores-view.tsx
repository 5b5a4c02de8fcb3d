import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ShoreFlow } from '../../ui/shore-flow.tsx'
import { BestPairs, PartnersOf } from './best-partners.tsx'
import { nameWithCode } from './company-name.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import type { MatchSearch } from './match-search.ts'
import { messages } from './messages.ts'
import { type DrawnShores, drawShores } from './shore-picture.ts'
import type { CompanyRow, Shores } from './shapes.ts'
import styles from './shores-view.module.css'
import { UnseenCompanies } from './unseen-companies.tsx'
import { USUAL_BEST, useShores } from './use-shores.ts'

/** More rows than this on a shore and the eye no longer follows a line across. */
const MOST_PER_SHORE = 40
const BEST_CHOICES = [1, 3, 5, 10]

/** The picture of who fits whom between two sides; the chosen company's partners and reasons beside it. */
export function ShoresView({ search, onChange }: { search: MatchSearch; onChange: (search: MatchSearch) => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const [perCompany, setPerCompany] = useState(USUAL_BEST)
  const [pair, setPair] = useState(0)
  const { data, error, refetch } = useShores(perCompany)
  const pairs = useMemo(() => pairsOfSides(programme.sides), [programme])
  const sides = pairs[pair] ?? pairs[0]
  const selectedId = search.company ?? null
  const drawn = useMemo(
    () => (data && sides ? drawShores(data, sides, selectedId, MOST_PER_SHORE) : null),
    [data, sides, selectedId],
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data || !drawn || !sides) return <PendingScreen />
  if (data.companies.length === 0) return <NothingPublished />
  const select = (id: string | null) => {
    const { company: _, ...others } = search
    onChange(id === null ? others : { ...others, company: id })
  }
  const selected = data.companies.find(({ id }) => id === selectedId)
  return (
    <div className={styles.view}>
      <Panel
        title={t('shores.title')}
        note={
          drawn.left.length + drawn.right.length < drawn.total
            ? t('shores.part', {
                shown: drawn.left.length + drawn.right.length,
                total: drawn.total,
              })
            : t('shores.note')
        }
      >
        <div className={styles.tools}>
          <CompanyPicker companies={data.companies} selectedId={selectedId} onSelect={select} />
          <Select
            aria-label={t('shores.perCompany')}
            value={String(perCompany)}
            data={BEST_CHOICES.map((count) => ({
              value: String(count),
              label: t('shores.bestOf', { count }),
            }))}
            onChange={(count) => setPerCompany(Number(count ?? USUAL_BEST))}
          />
          {pairs.length > 1 ? <SidesPicker pairs={pairs} value={pair} onChange={setPair} /> : null}
        </div>
        <Picture
          drawn={drawn}
          sides={sides}
          unseen={data.unseen}
          perCompany={perCompany}
          selectedId={selectedId}
          onSelect={select}
        />
      </Panel>
      <div className={styles.beside}>
        {selected ? (
          <PartnersOf company={selected} shores={data} perCompany={perCompany} onClear={() => select(null)} />
        ) : (
          <BestPairs />
        )}
        <UnseenCompanies shores={data} perCompany={perCompany} selectedId={selectedId} onSelect={select} />
      </div>
    </div>
  )
}

/** Every two sides, in their order; most programmes have one such pair. */
function pairsOfSides(
  sides: readonly { readonly id: string; readonly position: number }[],
): (readonly [string, string])[] {
  const ids = sides.toSorted((a, b) => a.position - b.position).map(({ id }) => id)
  return ids.flatMap((left, index) => ids.slice(index + 1).map((right) => [left, right] as const))
}

function Picture({
  drawn,
  sides: [leftSide, rightSide],
  unseen,
  perCompany,
  selectedId,
  onSelect,
}: {
  drawn: DrawnShores<CompanyRow>
  sides: readonly [string, string]
  unseen: readonly string[]
  perCompany: number
  selectedId: string | null
  onSelect: (id: string | null) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const shore = (sideId: string, companies: readonly CompanyRow[]) => {
    const side = programme.sides.find(({ id }) => id === sideId)
    return {
      name: side ? text(side.name) : '',
      nodes: companies.map(({ id, name, code, synthetic }) => ({
        id,
        label: text(name),
        code,
        synthetic,
        ...(unseen.includes(id) ? { hand: t('unseen.of', { count: perCompany }) } : {}),
      })),
    }
  }
  return (
    <ShoreFlow
      left={shore(leftSide, drawn.left)}
      right={shore(rightSide, drawn.right)}
      links={drawn.links}
      selectedId={selectedId}
      onSelect={onSelect}
    />
  )
}

function CompanyPicker({
  companies,
  selectedId,
  onSelect,
}: {
  companies: Shores['companies']
  selectedId: string | null
  onSelect: (id: string | null) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <Select
      aria-label={t('shores.find')}
      placeholder={t('shores.find')}
      searchable
      clearable
      onFocus={(event) => event.currentTarget.select()}
      value={selectedId}
      data={companies.map(({ id, name, code }) => ({
        value: id,
        label: nameWithCode(text(name), code),
      }))}
      nothingFoundMessage={t('shores.noSuchCompany')}
      onChange={onSelect}
    />
  )
}

function SidesPicker({
  pairs,
  value,
  onChange,
}: {
  pairs: readonly (readonly [string, string])[]
  value: number
  onChange: (pair: number) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const nameOf = (id: string) => text(programme.sides.find((side) => side.id === id)?.name ?? {})
  return (
    <Select
      aria-label={t('shores.sides')}
      value={String(value)}
      data={pairs.map(([left, right], index) => ({
        value: String(index),
        label: `${nameOf(left)} – ${nameOf(right)}`,
      }))}
      onChange={(index) => onChange(Number(index ?? 0))}
    />
  )
}

function NothingPublished() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  return (
    <EmptyState
      title={t('shores.none')}
      action={
        <LinkButton to="/programmes/$programmeId/companies" params={{ programmeId: programme.id }} variant="filled">
          {t('run.toCompanies')}
        </LinkButton>
      }
    >
      {t('shores.noneHint')}
    </EmptyState>
  )
}
