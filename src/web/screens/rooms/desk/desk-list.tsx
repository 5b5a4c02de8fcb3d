import { useMessages, useText } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Time } from '../../../ui/time.tsx'
import { messages } from './desk-messages.ts'
import { type DeskParty, type DeskRow, needsHand } from './desk-shapes.ts'
import styles from './desk.module.css'

const PHASES = ['now', 'next', 'later', 'over'] as const

/** All rooms of the day by how near they are. */
export function DeskList({
  rows,
  chosen,
  onChoose,
}: {
  rows: readonly DeskRow[]
  chosen: string | null
  onChoose: (requestId: string) => void
}) {
  const t = useMessages(messages)
  return (
    <div className={styles.list}>
      {PHASES.map((phase) => {
        const own = rows.filter((row) => row.phase === phase)
        if (own.length === 0) return null
        return (
          <section key={phase} data-phase={phase}>
            <h2>
              {t(`phases.${phase}`)} <small>{own.length}</small>
            </h2>
            <ul>
              {own.map((row) => (
                <li key={row.requestId} id={`desk-${row.requestId}`}>
                  <button
                    type="button"
                    className={styles.row}
                    aria-pressed={row.requestId === chosen}
                    data-hand={needsHand(row) || undefined}
                    onClick={() => onChoose(row.requestId)}
                  >
                    <Time at={row.startsAt} stacked />
                    <Standing row={row} />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function Standing({ row }: { row: DeskRow }) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <span className={styles.standing}>
      {row.state === 'cancelled' ? (
        <>
          <b>{t('between', { host: text(row.host.name), guest: text(row.guest.name) })}</b>
          <small>{t('cancelled')}</small>
        </>
      ) : (
        row.parties.map((party) => <PartyLine key={party.party} row={row} party={party} />)
      )}
      <small>
        {[
          row.placeName === null ? null : t('place', { name: row.placeName }),
          row.interpreterName ?? t('noInterpreter'),
          row.waiting.length > 0 ? t('waiting', { count: row.waiting.length }) : null,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </small>
    </span>
  )
}

/** A side with a mark for the eye and the words for everybody. */
function PartyLine({ row, party }: { row: DeskRow; party: DeskParty }) {
  const words = usePartyWords(row, party)
  const isMissing = row.phase === 'now' && !party.inside && !party.absent
  return (
    <span className={styles.party} data-inside={party.inside || undefined} data-hand={isMissing || undefined}>
      <Icon name={party.inside ? 'check' : isMissing ? 'warning' : 'minus'} size={14} /> {words}
    </span>
  )
}

/** "Riban is late by 4 minutes." */
export function usePartyWords(row: DeskRow, { party, inside, lateMinutes, absent }: DeskParty): string {
  const t = useMessages(messages)
  const name = useText()(row[party].name)
  if (absent) return t('absent', { name })
  if (inside) return lateMinutes === null ? t('inside', { name }) : t('came', { name, minutes: lateMinutes })
  if (row.phase === 'now')
    return lateMinutes === null ? t('awaited', { name }) : t('late', { name, minutes: lateMinutes })
  return name
}
