import { useMessages } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { BoardFacts } from '../board/board-facts.ts'
import type { Speaker } from '../board/speaker.ts'
import type { Difference, DifferenceGroup } from './difference-groups.ts'
import { messages } from './messages.ts'
import styles from './release-page.module.css'

type Meeting = NonNullable<Difference['after']>

/** Every meeting that changes, by what happens to it: from where to where. */
export function DifferenceList({
  groups,
  facts,
  speaker,
}: {
  groups: readonly DifferenceGroup[]
  facts: BoardFacts
  speaker: Speaker
}) {
  const t = useMessages(messages)
  return groups.map(({ kind, rows }) => (
    <section key={kind} className={styles.group} data-kind={kind}>
      <h3>
        {t(`kinds.${kind}`)} <small>{rows.length}</small>
      </h3>
      <ul>
        {rows.map((row) => (
          <li key={row.requestId}>
            <b>{speaker.meeting(row.requestId)}</b>
            <Way before={row.before && positionWords(row.before)} after={row.after && positionWords(row.after)} />
          </li>
        ))}
      </ul>
    </section>
  ))

  function positionWords(meeting: Meeting): Position {
    const place = meeting.placeId === null ? undefined : facts.placeOf.get(meeting.placeId)
    const interpreter = meeting.interpreterId === null ? '' : speaker.interpreter(meeting.interpreterId)
    return {
      time: speaker.time(meeting.timeslotId),
      place: place ? speaker.t(`selected.${place.kind}`, { name: place.name }) : '',
      interpreter,
    }
  }
}

interface Position {
  readonly time: string
  readonly place: string
  readonly interpreter: string
}

const details = ({ place, interpreter }: Position): string =>
  [place, interpreter].filter((part) => part !== '').join(', ')

/** From where to where; at the same time only what is another is struck out. */
function Way({ before, after }: { before: Position | null; after: Position | null }) {
  const t = useMessages(messages)
  const from = <span className="hidden-text">{t('from')}: </span>
  const to = <span className="hidden-text">{t('to')}: </span>
  if (before && after && before.time === after.time) {
    const changed = (key: 'place' | 'interpreter') =>
      before[key] === after[key] ? null : (
        <small key={key}>
          {from}
          <del>{before[key] || t(key === 'place' ? 'noPlace' : 'nobody')}</del> <Icon name="arrow-right" size={12} />{' '}
          {to}
          {after[key] || t(key === 'place' ? 'noPlace' : 'nobody')}
        </small>
      )
    return (
      <div className={styles.way}>
        <span>
          {after.time} {changed('place')} {changed('interpreter')}
        </span>
      </div>
    )
  }
  return (
    <div className={styles.way}>
      {before ? (
        <span>
          {from}
          <del>{before.time}</del> <small>{details(before)}</small>
        </span>
      ) : null}
      {before && after ? <Icon name="arrow-right" /> : null}
      {after ? (
        <span>
          {to}
          {after.time} <small>{details(after)}</small>
        </span>
      ) : null}
    </div>
  )
}
