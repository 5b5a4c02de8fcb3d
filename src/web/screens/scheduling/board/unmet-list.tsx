import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { Button } from '@mantine/core'
import { memo, useEffect, useRef, useState } from 'react'
import type { UnmetRequest } from './board-facts.ts'
import { ChangeDialog, FindChange } from './change-dialog.tsx'
import { useBoardHands } from './board-hands.ts'
import { useBoardState } from './board-state.ts'
import { useBoardView } from './board-view.ts'
import { changeSentence, unmetSentence } from './sentences.ts'
import styles from './dock.module.css'

/** A run of thousands of requests may leave hundreds out; nobody reads more than these at once. */
const FIRST_SHOWN = 20

/** Requests without a meeting, musts first: why, and the cheapest change that would help. */
export function UnmetList({
  onPlace,
  onSelect,
}: {
  onPlace: (requestId: string) => void
  onSelect: (requestId: string) => void
}) {
  const { facts, speaker, editable } = useBoardView()
  const { t } = speaker
  const [applying, setApplying] = useState<UnmetRequest | null>(null)
  const { outcome, requests } = facts.board
  const [limit, setLimit] = useState(FIRST_SHOWN)
  const unmet = unmetRequests(facts.board.requests, outcome.unmet, facts.meetingOf)
  const ordered = unmet.toSorted((a, b) => rank(a) - rank(b))
  function rank({ requestId }: UnmetRequest): number {
    return facts.requestOf.get(requestId)?.wish === 'must' ? 0 : 1
  }
  return (
    <section aria-labelledby="unmet-title">
      <h2 id="unmet-title" tabIndex={-1}>
        {t('unmetList.title')}{' '}
        <small>{t('unmetList.count', { unmet: unmet.length, requested: requests.length })}</small>
      </h2>
      {unmet.length === 0 || editable ? (
        <p className={styles.quiet}>{t(unmet.length === 0 ? 'unmetList.all' : 'unmetList.hint')}</p>
      ) : null}
      {unmet.length === 0 ? null : (
        <ul className={styles.cards}>
          {ordered.slice(0, limit).map((request) => (
            <UnmetCard
              key={request.requestId}
              unmet={request}
              onPlace={onPlace}
              onSelect={onSelect}
              onApply={setApplying}
            />
          ))}
        </ul>
      )}
      {unmet.length > limit ? (
        <Button fullWidth onClick={() => setLimit(limit + FIRST_SHOWN)}>
          {t('unmetList.more', { count: unmet.length - limit })}
        </Button>
      ) : null}
      <ChangeDialog unmet={applying} onClose={() => setApplying(null)} />
    </section>
  )
}

/** The outcome's list as the draft stands now: an edit on its way is already counted. */
function unmetRequests(
  requests: readonly { readonly id: string }[],
  known: readonly UnmetRequest[],
  meetingOf: ReadonlyMap<string, unknown>,
): readonly UnmetRequest[] {
  const reasons = new Map(known.map((unmet) => [unmet.requestId, unmet]))
  return requests.flatMap(({ id }) =>
    meetingOf.has(id) ? [] : [reasons.get(id) ?? { requestId: id, code: 'unknown', values: {}, change: null }],
  )
}

const UnmetCard = memo(function UnmetCard({
  unmet,
  onPlace,
  onSelect,
  onApply,
}: {
  unmet: UnmetRequest
  onPlace: (requestId: string) => void
  onSelect: (requestId: string) => void
  onApply: (unmet: UnmetRequest) => void
}) {
  const { facts, speaker, editable } = useBoardView()
  const { t } = speaker
  const hands = useBoardHands()
  const { requestId, change } = unmet
  const request = facts.requestOf.get(requestId)
  const selected = useBoardState((state) => state.selected === requestId)
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!card.current) return
    return draggable({
      element: card.current,
      canDrag: hands.mayCarry,
      getInitialData: () => ({ requestId }),
      onDragStart: () => hands.drag(requestId, null),
    })
  }, [hands, requestId])
  if (!request) return null
  return (
    <li
      ref={card}
      className={styles.card}
      data-unmet={requestId}
      data-selected={selected || undefined}
      data-wish={request.wish}
      data-draggable={editable || undefined}
    >
      <div className={styles.cardHead}>
        <h3>
          <button type="button" onClick={() => onSelect(requestId)}>
            <span>{speaker.participant(request.hostId)}</span>
            <span>{speaker.participant(request.guestId)}</span>
          </button>
        </h3>
        <span className={styles.wish} data-wish={request.wish}>
          {t(`unmetList.${request.wish}`)}
        </span>
      </div>
      <p>{unmetSentence(speaker, facts, unmet)}</p>
      {change ? <CheapestChange change={change} onApply={() => onApply(unmet)} /> : null}
      {editable ? (
        <div className={styles.buttons}>
          <Button size="xs" onClick={() => onPlace(requestId)}>
            {t('selected.place')}
          </Button>
          {change ? null : <FindChange requestId={requestId} />}
        </div>
      ) : null}
    </li>
  )
})

function CheapestChange({ change, onApply }: { change: NonNullable<UnmetRequest['change']>; onApply: () => void }) {
  const { facts, speaker, editable } = useBoardView()
  const { t } = speaker
  const { sentence, consentOf } = changeSentence(speaker, change)
  const { held, moved } = change
  return (
    <div className={styles.change}>
      <b>{t('unmetList.cheapest')}</b>
      <p>{sentence}</p>
      <div className={styles.changeFoot}>
        <small>
          {t('change.effect', { held, moved, requested: facts.board.requests.length })}
          {consentOf ? ` ${t('change.consent', { participant: consentOf })}` : ''}
        </small>
        {editable ? (
          <Button size="xs" variant="filled" onClick={onApply}>
            {t('unmetList.apply')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
