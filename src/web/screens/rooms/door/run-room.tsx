import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { notify } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { messages } from '../messages.ts'
import type { RoomRecord } from '../shapes.ts'
import styles from './door.module.css'

const REHEARSAL_MINUTES = 60

/** The operator's keys: open outside the time, a link in place of the room, and who waits at the door. */
export function RunRoom({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  return (
    <Panel title={t('run.title')}>
      <div className={styles.run}>
        <Knocks room={room} />
        <Opening room={room} />
        <PastedLink room={room} />
      </div>
    </Panel>
  )
}

function useAfterwards() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: query.rooms.key() })
}

function Knocks({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  const afterwards = useAfterwards()
  const { programme } = useProgramme()
  const { mutate, isPending } = useMutation(query.rooms.answerKnock.mutationOptions({ onSettled: afterwards }))
  if (room.waiting.length === 0) return null
  return (
    <div className={styles.knocks}>
      <strong>{t('run.knocks')}</strong>
      <ul>
        {room.waiting.map(({ knockId, name }) => {
          const answer = (role: 'interpreter' | 'observer' | null) =>
            mutate({ programmeId: programme.id, requestId: room.requestId, knockId, role })
          return (
            <li key={knockId}>
              <span>{name}</span>
              <Button size="xs" disabled={isPending} onClick={() => answer('observer')}>
                {t('run.asObserver')}
              </Button>
              <Button size="xs" variant="default" disabled={isPending} onClick={() => answer('interpreter')}>
                {t('run.asInterpreter')}
              </Button>
              <Button size="xs" variant="default" disabled={isPending} onClick={() => answer(null)}>
                {t('run.decline')}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Opening({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  const afterwards = useAfterwards()
  const { programme } = useProgramme()
  const { mutate, isPending } = useMutation(
    query.rooms.openRoom.mutationOptions({
      onSuccess: ({ openedUntil }) => {
        notify({ text: t(openedUntil ? 'run.opened' : 'run.shutDone') })
        return afterwards()
      },
    }),
  )
  if (room.state === 'open' && !room.rehearsal) return null
  const set = (minutes: number) => mutate({ programmeId: programme.id, requestId: room.requestId, minutes })
  return (
    <div>
      {room.rehearsal ? (
        <Button variant="default" loading={isPending} onClick={() => set(0)}>
          {t('run.shut')}
        </Button>
      ) : (
        <Button variant="default" loading={isPending} onClick={() => set(REHEARSAL_MINUTES)}>
          {t('run.open', { minutes: REHEARSAL_MINUTES })}
        </Button>
      )}
      <p className={styles.hint}>{t('run.openHint')}</p>
    </div>
  )
}

function PastedLink({ room }: { room: RoomRecord }) {
  const t = useMessages(messages)
  const afterwards = useAfterwards()
  const { programme } = useProgramme()
  const [text, setText] = useState(room.link ?? '')
  const { mutate, isPending, error } = useMutation(
    query.rooms.linkRoom.mutationOptions({
      meta: { quiet: true },
      onSuccess: ({ link }) => {
        setText(link ?? '')
        notify({ text: t(link ? 'run.saved' : 'run.removed') })
        return afterwards()
      },
    }),
  )
  const set = (link: string | null) => mutate({ programmeId: programme.id, requestId: room.requestId, link })
  return (
    <form
      className={styles.pasted}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') set(text)
      }}
    >
      <TextInput
        label={t('run.link')}
        type="url"
        maxLength={2000}
        placeholder="https://"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button type="submit" variant="default" loading={isPending} disabled={text.trim() === ''}>
          {t('run.save')}
        </Button>
        {room.link === null ? null : (
          <Button variant="default" loading={isPending} onClick={() => set(null)}>
            {t('run.remove')}
          </Button>
        )}
      </div>
      {error ? <ProblemNotice error={error} compact /> : null}
    </form>
  )
}
