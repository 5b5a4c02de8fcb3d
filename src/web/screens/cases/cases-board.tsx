import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { messages as caseMessages } from '../../../modules/cases/messages.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { CaseDue } from './case-due.tsx'
import { STATES, stateBeside } from './case-search.ts'
import styles from './cases.module.css'
import { messages } from './messages.ts'
import type { CaseRow, CaseState } from './shapes.ts'
import { useMoveCase, usePairName } from './use-case-deeds.ts'

/** A lane for each state. A card is dragged, moved by its own field, or with Shift and the arrow keys. */
export function CasesBoard({ rows }: { rows: readonly CaseRow[] }) {
  const t = useMessages(messages)
  const move = useMoveCase()
  const [focusId, setFocusId] = useState<string | null>(null)
  const [carried, setCarried] = useState<CaseRow | null>(null)
  const moveTo = (row: CaseRow, state: CaseState, keepFocus = false) => {
    if (keepFocus) setFocusId(row.id)
    move(row, state)
  }
  return (
    <>
      {rows.some(({ mayMoveTo }) => mayMoveTo.length > 0) ? <p className={styles.hint}>{t('board.hint')}</p> : null}
      <div className={styles.scroll} role="region" aria-label={t('board.label')}>
        <div className={styles.board}>
          {STATES.map((state) => (
            <Lane key={state} state={state} rows={rows.filter((row) => row.state === state)} carried={carried}>
              {(row) => (
                <Card
                  key={row.id}
                  row={row}
                  hasFocus={focusId === row.id}
                  onMove={moveTo}
                  onCarry={setCarried}
                  onDrop={(to) => {
                    setCarried(null)
                    if (to !== null && to !== row.state) moveTo(row, to)
                  }}
                />
              )}
            </Lane>
          ))}
        </div>
      </div>
    </>
  )
}

function Lane({
  state,
  rows,
  carried,
  children,
}: {
  state: CaseState
  rows: readonly CaseRow[]
  carried: CaseRow | null
  children: (row: CaseRow) => React.ReactNode
}) {
  const t = useMessages(messages)
  const words = useMessages(caseMessages)
  const { number } = useNumbers()
  const lane = useRef<HTMLElement>(null)
  const [over, setOver] = useState(false)
  const takes = carried !== null && carried.mayMoveTo.includes(state)
  useEffect(() => {
    if (!lane.current) return
    return dropTargetForElements({
      element: lane.current,
      getData: () => ({ state }),
      canDrop: ({ source }) => typeof source.data.caseId === 'string',
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [state])
  const name = words(`states.${state}`)
  return (
    <section
      ref={lane}
      className={styles.lane}
      aria-label={t('board.lane', { state: name, count: rows.length })}
      data-takes={takes || undefined}
      data-over={(over && takes) || undefined}
      data-empty={rows.length === 0 || undefined}
    >
      <h2>
        <span>{name}</span> <small>{number(rows.length)}</small>
      </h2>
      {rows.map(children)}
      {takes ? <p className={styles.drop}>{t('board.drop')}</p> : null}
    </section>
  )
}

function Card({
  row,
  hasFocus,
  onMove,
  onCarry,
  onDrop,
}: {
  row: CaseRow
  hasFocus: boolean
  onMove: (row: CaseRow, state: CaseState, keepFocus?: boolean) => void
  onCarry: (row: CaseRow) => void
  onDrop: (state: CaseState | null) => void
}) {
  const t = useMessages(messages)
  const words = useMessages(caseMessages)
  const pairName = usePairName()
  const { programme } = useProgramme()
  const card = useRef<HTMLElement>(null)
  const link = useRef<HTMLAnchorElement>(null)
  const hands = useRef({ row, onCarry, onDrop })
  hands.current = { row, onCarry, onDrop }
  const mayMove = row.mayMoveTo.length > 0
  // Moved by key, the card is drawn anew in another lane: the keys go with it.
  useEffect(() => {
    if (hasFocus) link.current?.focus()
  }, [hasFocus])
  useEffect(() => {
    if (!card.current || !mayMove) return
    return draggable({
      element: card.current,
      getInitialData: () => ({ caseId: row.id }),
      onDragStart: () => hands.current.onCarry(hands.current.row),
      onDrop: ({ location }) => {
        const state = location.current.dropTargets[0]?.data.state
        hands.current.onDrop(STATES.find((one) => one === state) ?? null)
      },
    })
  }, [mayMove, row.id])
  return (
    <article ref={card} className={styles.card} data-hand={row.age.overdue || undefined}>
      <Link
        ref={link}
        to="/programmes/$programmeId/cases/$caseId"
        params={{ programmeId: programme.id, caseId: row.id }}
        draggable={false}
        onKeyDown={(event) => {
          const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : null
          if (!event.shiftKey || step === null) return
          event.preventDefault()
          const state = stateBeside(row, step)
          if (state) onMove(row, state, true)
        }}
      >
        {pairName(row)}
      </Link>
      {row.nextAction ? <p>{row.nextAction}</p> : null}
      <CaseDue row={row} />
      <p className={styles.facts}>
        <span data-hand={row.owner === null || undefined}>{row.owner?.name ?? t('noOwner')}</span>
        <span data-hand={row.age.stale || undefined}>{t('days', { days: row.age.daysInState })}</span>
        {row.confidential ? <StatusBadge tone="neutral">{t('confidential')}</StatusBadge> : null}
      </p>
      {mayMove ? (
        <select
          aria-label={t('board.moveOf', { pair: pairName(row) })}
          value=""
          onChange={(event) => {
            const state = STATES.find((one) => one === event.currentTarget.value)
            if (state) onMove(row, state, true)
          }}
        >
          <option value="">{t('board.move')}</option>
          {STATES.filter((state) => row.mayMoveTo.includes(state)).map((state) => (
            <option key={state} value={state}>
              {words(`states.${state}`)}
            </option>
          ))}
        </select>
      ) : null}
    </article>
  )
}
