import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { Agenda } from './agenda-days.ts'
import { messages } from './messages.ts'
import styles from './agenda-screen.module.css'

/** A secret address for a calendar program, made when it is asked for. */
export function CalendarFeed({ programmeId, agenda }: { programmeId: string; agenda: Agenda }) {
  const t = useMessages(messages)
  const make = useMutation({ ...query.scheduling.createCalendarFeed.mutationOptions(), meta: { quiet: true } })
  const { eventId, participantId, interpreterId } = agenda
  const holder = participantId ? { participantId } : interpreterId ? { interpreterId } : {}
  const url = make.data?.url
  const copy = (text: string) => {
    void navigator.clipboard.writeText(text).then(() => notify({ text: t('copied') }))
  }
  return (
    <section className={styles.feed} aria-labelledby={`feed-${eventId}`}>
      <h2 id={`feed-${eventId}`}>{t('subscribe')}</h2>
      <p>{t('subscribeHint')}</p>
      {url ? (
        <div className={styles.address}>
          <input readOnly value={url} aria-label={t('subscribe')} onFocus={(event) => event.currentTarget.select()} />
          <Button variant="filled" onClick={() => copy(url)}>
            {t('copy')}
          </Button>
        </div>
      ) : null}
      {make.error ? <ProblemNotice error={make.error} compact /> : null}
      <Button loading={make.isPending} onClick={() => make.mutate({ programmeId, eventId, ...holder })}>
        {url ? t('subscribeAgain') : t('subscribeMake')}
      </Button>
    </section>
  )
}
