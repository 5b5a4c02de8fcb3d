import { Button } from '@mantine/core'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import { slotsWithin } from './availability.ts'
import { codeBeside } from './code-beside.ts'
import { useEventWords } from './event-words.ts'
import { useLanguageWords } from './language-words.ts'
import { messages } from './messages.ts'
import styles from './page.module.css'
import { RowActions } from './row-actions.tsx'
import type { EventDetails, Participant } from './shapes.ts'
import { SlotStrip } from './slot-strip.tsx'

/** What the table of participants shows; the last column only to who may change the event. */
export function useParticipantColumns(
  event: EventDetails,
  deeds: {
    readonly edit: (row: Participant) => void
    readonly withdraw: (row: Participant) => void
    readonly again: (row: Participant) => void
  },
): readonly Column<Participant>[] {
  const t = useMessages(messages)
  const words = useEventWords()
  const text = useText()
  const { number } = useNumbers()
  const { language } = useLanguageWords()
  const { programme } = useProgramme()
  const sideName = ({ sideId }: Participant) => text(programme.sides.find(({ id }) => id === sideId)?.name ?? {})
  const columns: Column<Participant>[] = [
    {
      id: 'company',
      head: t('participants.company'),
      width: '26%',
      sortBy: ({ companyCode }) => companyCode,
      onPhone: 'title',
      cell: (row) => (
        <span className={styles.name}>
          <small>{codeBeside(row.companyCode, text(row.companyName))}</small> {text(row.companyName)}
          {row.synthetic ? <SyntheticTag /> : null}
          {row.status === 'withdrawn' ? <StatusBadge tone="off">{t('participants.withdrawn')}</StatusBadge> : null}
        </span>
      ),
    },
    {
      id: 'side',
      head: t('participants.side'),
      sortBy: sideName,
      cell: (row) => <span className={styles.side}>{sideName(row)}</span>,
    },
    {
      id: 'attendance',
      head: t('participants.attendance'),
      sortBy: ({ attendance }) => attendance,
      cell: ({ attendance }) => words(`attendances.${attendance}`),
    },
    {
      id: 'languages',
      head: t('participants.languages'),
      cell: ({ languages }) => languages.map(language).join(', '),
    },
    {
      id: 'delegates',
      head: t('participants.delegates'),
      align: 'end',
      sortBy: ({ delegates }) => delegates,
      cell: ({ delegates }) => number(delegates),
    },
    {
      id: 'max',
      head: t('participants.max'),
      align: 'end',
      sortBy: ({ maxMeetings }) => maxMeetings,
      cell: ({ maxMeetings }) =>
        maxMeetings === null ? <span className={styles.quiet}>{t('participants.noMax')}</span> : number(maxMeetings),
    },
    {
      id: 'availability',
      head: t('participants.availability'),
      sortBy: ({ availability }) => slotsWithin(event.timeslots, availability).length,
      cell: ({ availability }) => <SlotStrip timeslots={event.timeslots} availability={availability} />,
    },
  ]
  if (!event.may.edit) return columns
  return [
    ...columns,
    {
      id: 'actions',
      head: t('participants.actions'),
      align: 'end',
      cell: (row) =>
        row.status === 'withdrawn' ? (
          <Button size="xs" onClick={() => deeds.again(row)}>
            {t('participants.again')}
          </Button>
        ) : (
          <RowActions
            editLabel={t('participants.edit', { name: text(row.companyName) })}
            removeLabel={t('participants.withdraw', { name: text(row.companyName) })}
            onEdit={() => deeds.edit(row)}
            onRemove={() => deeds.withdraw(row)}
          />
        ),
    },
  ]
}
