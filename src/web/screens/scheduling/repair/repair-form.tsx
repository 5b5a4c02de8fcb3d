import { Button, NumberInput } from '@mantine/core'
import { useMessages } from '../../../locale.tsx'
import type { BoardFacts } from '../board/board-facts.ts'
import type { Speaker } from '../board/speaker.ts'
import { CODES, type Choice, type DisturbanceCode, subjectOf } from './disturbances.ts'
import { messages } from './messages.ts'
import styles from './repair-page.module.css'

const MOST_FROZEN_MINUTES = 600
const LONGER = [1, 2, 3] as const

/** What has happened, to whom, and how near is too near. */
export function RepairForm({
  facts,
  speaker,
  choice,
  onChoice,
  frozenMinutes,
  onFrozenMinutes,
  ready,
  busy,
  onAsk,
}: {
  facts: BoardFacts
  speaker: Speaker
  choice: Choice
  onChoice: (choice: Choice) => void
  frozenMinutes: number
  onFrozenMinutes: (minutes: number) => void
  /** Nothing that the server needs is missing. */
  ready: boolean
  busy: boolean
  onAsk: () => void
}) {
  const t = useMessages(messages)
  const { code } = choice
  const subjects = subjectsOf(facts, speaker, code)
  const ends = code === 'interpreter-lost' || code === 'place-lost'
  const spans = ends || code === 'no-show'
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onAsk()
      }}
    >
      <fieldset>
        <legend>{t('what')}</legend>
        {CODES.map((each) => (
          <label key={each} className={styles.radio}>
            <input
              type="radio"
              name="what"
              checked={each === code}
              onChange={() => onChoice({ ...choice, code: each, id: '', fromSlot: '', untilSlot: '' })}
            />
            {t(`codes.${each}`)}
          </label>
        ))}
      </fieldset>
      <label className={styles.field}>
        <span>{t(`subjects.${subjectOf(code)}`)}</span>
        <select value={choice.id} onChange={(event) => onChoice({ ...choice, id: event.currentTarget.value })}>
          <option value="">{subjects.length === 0 ? t('noneToChoose') : t('choose')}</option>
          {subjects.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {spans ? slotField(t('from'), t('fromNow'), 'fromSlot') : null}
      {ends ? slotField(t('until'), t('untilEnd'), 'untilSlot') : null}
      {code === 'late-arrival' ? slotField(t('arrives'), t('choose'), 'untilSlot') : null}
      {code === 'longer-meeting' ? (
        <label className={styles.field}>
          <span>{t('longer')}</span>
          <select
            value={choice.timeslots}
            onChange={(event) => onChoice({ ...choice, timeslots: Number(event.currentTarget.value) })}
          >
            {LONGER.map((count) => (
              <option key={count} value={count}>
                {t('slots', { count })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <NumberInput
        label={t('frozen')}
        description={t('frozenHint')}
        min={0}
        max={MOST_FROZEN_MINUTES}
        allowDecimal={false}
        clampBehavior="strict"
        value={frozenMinutes}
        onChange={(value) => onFrozenMinutes(typeof value === 'number' ? value : 0)}
      />
      <Button type="submit" variant="filled" disabled={!ready} loading={busy}>
        {t('ask')}
      </Button>
    </form>
  )

  function slotField(label: string, none: string, slot: 'fromSlot' | 'untilSlot') {
    return (
      <label className={styles.field}>
        <span>{label}</span>
        <select value={choice[slot]} onChange={(event) => onChoice({ ...choice, [slot]: event.currentTarget.value })}>
          <option value="">{none}</option>
          {facts.timeslots.map(({ id }) => (
            <option key={id} value={id}>
              {speaker.time(id)}
            </option>
          ))}
        </select>
      </label>
    )
  }
}

interface Subject {
  readonly id: string
  readonly label: string
}

/** What the disturbance can be about, meetings in the order of their times, the rest by name. */
function subjectsOf(facts: BoardFacts, speaker: Speaker, code: DisturbanceCode): readonly Subject[] {
  const { board } = facts
  const byLabel = (subjects: readonly Subject[]) => subjects.toSorted((a, b) => a.label.localeCompare(b.label))
  switch (subjectOf(code)) {
    case 'meeting': {
      const order = new Map(facts.timeslots.map(({ id }, index) => [id, index]))
      return board.meetings
        .toSorted((a, b) => (order.get(a.timeslotId) ?? 0) - (order.get(b.timeslotId) ?? 0))
        .map(({ requestId, timeslotId }) => ({
          id: requestId,
          label: `${speaker.time(timeslotId)}: ${speaker.meeting(requestId)}`,
        }))
    }
    case 'unmet':
      return byLabel(
        board.requests.flatMap(({ id }) => (facts.meetingOf.has(id) ? [] : [{ id, label: speaker.meeting(id) }])),
      )
    case 'participant':
      return byLabel(board.participants.map(({ id }) => ({ id, label: speaker.participant(id) })))
    case 'interpreter':
      return byLabel(board.interpreters.map(({ id, name }) => ({ id, label: name })))
    case 'place':
      return board.places.map(({ id, kind, name }) => ({ id, label: speaker.t(`selected.${kind}`, { name }) }))
  }
}
