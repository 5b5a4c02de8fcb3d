import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { toInstant } from '../../../../kernel/instant.ts'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Time } from '../../../ui/time.tsx'
import { usePairWords } from '../language-words.ts'
import { messages } from '../messages.ts'
import { Card } from './card.tsx'
import styles from './home.module.css'
import { type OwnMeeting, nextMeetings } from './next-meetings.ts'

const FEW = 4
const MANY = 12

/** The meetings that come next, and the way to the whole agenda. */
export function MeetingsCard() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const [now] = useState(() => toInstant(Date.now()))
  const { data, error } = useQuery(
    query.scheduling.listMyAgendas.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} />
  if (!data) return <div className={styles.waiting} aria-busy="true" />
  const isInterpreter = !roles.includes('company-representative')
  const { meetings, isOver } = nextMeetings(data.rows, now, isInterpreter ? MANY : FEW)
  return (
    <Card title={t('home.meetings')} action={t('home.toAgenda')} path="/my/agenda">
      {meetings.length === 0 ? (
        <p className={styles.quiet}>{t(isInterpreter ? 'home.interpreterNone' : 'home.meetingsNone')}</p>
      ) : null}
      {isOver ? <p className={styles.quiet}>{t('home.meetingsOver')}</p> : null}
      <ol className={styles.list}>
        {meetings.map((meeting) => (
          <Meeting key={`${meeting.requestId} ${meeting.startsAt}`} meeting={meeting} />
        ))}
      </ol>
    </Card>
  )
}

function Meeting({ meeting }: { meeting: OwnMeeting }) {
  const t = useMessages(messages)
  const text = useText()
  const pairWords = usePairWords()
  const { startsAt, placeKind, placeName, asInterpreter, languagePair } = meeting
  return (
    <li>
      <Time at={startsAt} day="short" />
      <b>
        {asInterpreter
          ? `${text(meeting.hostName)} · ${text(meeting.guestName)}`
          : t('home.with', { partner: text(meeting.partnerName) })}
        {asInterpreter && languagePair ? (
          <small> {t('home.interpreted', { pair: pairWords(languagePair) })}</small>
        ) : null}
      </b>
      <span className={styles.where}>
        {placeKind && placeName ? t(`home.${placeKind}`, { name: placeName }) : null}
      </span>
    </li>
  )
}
