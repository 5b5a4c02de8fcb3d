import { type CSSProperties, useId, useMemo, useState } from 'react'
import { useMessages, useNumbers } from '../locale.tsx'
import { messages } from './messages.ts'
import { SyntheticTag } from './synthetic-tag.tsx'
import styles from './shore-flow.module.css'

export interface FlowNode {
  readonly id: string
  readonly label: string
  /** Short form where there is no room: `G-07`. */
  readonly code?: string
  readonly synthetic?: boolean
  /** Why somebody has to look after this one, in a sentence; it is drawn in the signal colour. */
  readonly hand?: string
}

export interface FlowShore {
  readonly name: string
  readonly nodes: readonly FlowNode[]
}

/** `from` on the left shore, `to` on the right; `strength` 0–100. */
export interface FlowLink {
  readonly from: string
  readonly to: string
  readonly strength: number
}

const ROW_PX = 32
/** Where the four steps of strength begin: of the pairs that meet, about a quarter each lie in the lower three. */
export const STRENGTH_STEPS = [0, 25, 40, 60] as const

/** 1–4: the step whose colour (`--m1` … `--m4`) a strength takes. */
export const strengthStep = (strength: number): 1 | 2 | 3 | 4 =>
  (STRENGTH_STEPS.findLastIndex((from) => strength >= from) + 1 || 1) as 1 | 2 | 3 | 4

/**
 * Who fits whom between the two shores: a list on each side, curves across the water coloured by strength.
 * Pointing at or focusing a name brings out its links and the strength at the other ends; pressing it selects.
 */
export function ShoreFlow({
  left,
  right,
  links,
  selectedId = null,
  onSelect,
}: {
  left: FlowShore
  right: FlowShore
  links: readonly FlowLink[]
  selectedId?: string | null
  onSelect?: (id: string | null) => void
}) {
  const [pointed, setPointed] = useState<string | null>(null)
  const active = pointed ?? selectedId
  const height = Math.max(left.nodes.length, right.nodes.length, 1) * ROW_PX
  const strengths = useMemo(() => {
    const found = new Map<string, number>()
    for (const { from, to, strength } of links) {
      if (from === active) found.set(to, strength)
      if (to === active) found.set(from, strength)
    }
    return found
  }, [links, active])
  const shore = (side: 'left' | 'right', { name, nodes }: FlowShore, others: readonly FlowNode[]) => (
    <ShoreList
      side={side}
      name={name}
      nodes={nodes}
      others={others}
      links={links}
      active={active}
      selectedId={selectedId}
      strengths={strengths}
      onPoint={setPointed}
      onSelect={(id) => onSelect?.(id === selectedId ? null : id)}
    />
  )
  return (
    <figure className={styles.flow} style={{ '--flow-height': `${height}px` } as CSSProperties}>
      <div className={styles.picture}>
        {shore('left', left, right.nodes)}
        <Water left={left.nodes} right={right.nodes} links={links} active={active} height={height} />
        {shore('right', right, left.nodes)}
      </div>
      <Legend />
    </figure>
  )
}

function Water({
  left,
  right,
  links,
  active,
  height,
}: {
  left: readonly FlowNode[]
  right: readonly FlowNode[]
  links: readonly FlowLink[]
  active: string | null
  height: number
}) {
  const curves = useMemo(() => {
    const place = (nodes: readonly FlowNode[]) =>
      new Map(nodes.map((node, index) => [node.id, ((index + 0.5) * height) / nodes.length]))
    const [fromY, toY] = [place(left), place(right)]
    return links
      .toSorted((a, b) => a.strength - b.strength)
      .flatMap((link) => {
        const [y1, y2] = [fromY.get(link.from), toY.get(link.to)]
        return y1 === undefined || y2 === undefined ? [] : [{ ...link, d: `M0 ${y1}C44 ${y1} 56 ${y2} 100 ${y2}` }]
      })
  }, [left, right, links, height])
  return (
    <svg
      className={styles.water}
      viewBox={`0 0 100 ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
      data-active={active !== null || undefined}
    >
      {curves.map((curve) => (
        <path
          key={`${curve.from} ${curve.to}`}
          d={curve.d}
          data-step={strengthStep(curve.strength)}
          data-on={curve.from === active || curve.to === active || undefined}
        />
      ))}
    </svg>
  )
}

function ShoreList({
  side,
  name,
  nodes,
  others,
  links,
  active,
  selectedId,
  strengths,
  onPoint,
  onSelect,
}: {
  side: 'left' | 'right'
  name: string
  nodes: readonly FlowNode[]
  others: readonly FlowNode[]
  links: readonly FlowLink[]
  active: string | null
  selectedId: string | null
  strengths: ReadonlyMap<string, number>
  onPoint: (id: string | null) => void
  onSelect: (id: string) => void
}) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const headId = useId()
  const summary = useMemo(() => summarise(nodes, others, links), [nodes, others, links])
  return (
    <div className={styles.shore} data-side={side}>
      <h3 id={headId}>
        {name} <span>{number(nodes.length)}</span>
      </h3>
      <ul aria-labelledby={headId}>
        {nodes.map((node) => {
          const { count, best } = summary.get(node.id) ?? { count: 0, best: null }
          const strength = strengths.get(node.id)
          return (
            <li key={node.id}>
              <button
                type="button"
                aria-pressed={node.id === selectedId}
                title={node.hand}
                data-hand={node.hand !== undefined || undefined}
                data-active={node.id === active || undefined}
                data-dim={(active !== null && node.id !== active && strength === undefined) || undefined}
                onClick={() => onSelect(node.id)}
                onMouseEnter={() => onPoint(node.id)}
                onMouseLeave={() => onPoint(null)}
                onFocus={() => onPoint(node.id)}
                onBlur={() => onPoint(null)}
              >
                <span className={styles.name}>{node.label}</span>
                <span className={styles.code} aria-hidden="true">
                  {node.code ?? node.label}
                </span>
                {node.synthetic ? (
                  <span className={styles.tag}>
                    <SyntheticTag />
                  </span>
                ) : null}
                <span
                  className={styles.strength}
                  data-step={strength === undefined ? undefined : strengthStep(strength)}
                >
                  {strength === undefined ? null : number(Math.round(strength))}
                </span>
                <span className="hidden-text">
                  {node.hand === undefined ? null : `, ${node.hand}`}, {t('flow.links', { count })}
                  {best ? `, ${t('flow.best', { name: best.label, strength: Math.round(best.strength) })}` : null}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

interface NodeSummary {
  count: number
  best: { label: string; strength: number } | null
}

/** How many links a name has and its strongest, for those who hear the picture. */
function summarise(
  nodes: readonly FlowNode[],
  others: readonly FlowNode[],
  links: readonly FlowLink[],
): Map<string, NodeSummary> {
  const labels = new Map(others.map(({ id, label }) => [id, label]))
  const found = new Map<string, NodeSummary>(nodes.map(({ id }) => [id, { count: 0, best: null }]))
  for (const { from, to, strength } of links) {
    for (const [own, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const summary = found.get(own)
      const label = labels.get(other)
      if (!summary || label === undefined) continue
      summary.count += 1
      if (!summary.best || strength > summary.best.strength) summary.best = { label, strength }
    }
  }
  return found
}

/** What the four colours mean. */
function Legend() {
  const t = useMessages(messages)
  const [, ...limits] = STRENGTH_STEPS
  return (
    <figcaption className={styles.legend}>
      <span>{t('flow.strength')}</span>
      <span>
        <i data-step={1} />
        {t('flow.below', { limit: limits[0] })}
      </span>
      {limits.map((limit, index) => (
        <span key={limit}>
          <i data-step={index + 2} />
          {t('flow.from', { limit })}
        </span>
      ))}
    </figcaption>
  )
}
