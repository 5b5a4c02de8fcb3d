import { Button, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { messages as meetingMessages } from '../../../modules/meetings/messages.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { codedName } from './code-beside.ts'
import { type GuestChoice, guestChoices } from './guest-choices.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { MeetingRequest, Participant } from './shapes.ts'
import { useLivePairs, useNeverPairs } from './use-pairs.ts'
import { useRefreshRequests } from './use-refresh-requests.ts'

const MOST_MATCHES = 500

/** Asks one company for a meeting in the name of another; guests come with their match, best first. */
export function AskForm({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(meetingMessages)
  const { programme } = useProgramme()
  const refresh = useRefreshRequests()
  const wishId = useId()
  const [hostId, setHostId] = useState<string | null>(null)
  const [guestId, setGuestId] = useState<string | null>(null)
  const [wish, setWish] = useState<MeetingRequest['wish']>('want')
  const [note, setNote] = useState('')
  const { event, participants, guests } = useChoices(eventId, hostId)
  const optionOf = useOption()
  const ask = useMutation({
    ...query.meetings.requestMeeting.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ status }) => {
      await refresh()
      notify({ text: t(status === 'accepted' ? 'ask.arranged' : 'ask.sent') })
      onClose()
    },
    onError: () => refresh(),
  })
  const isClosed = event?.status === 'closed'
  return (
    <Modal
      opened
      title={t('ask.title')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          disabled={!hostId || !guestId || isClosed}
          loading={ask.isPending}
          onClick={() => {
            if (!hostId || !guestId) return
            const text = note.trim()
            ask.mutate({ programmeId: programme.id, eventId, hostId, guestId, wish, note: text === '' ? null : text })
          }}
        >
          {t('ask.deed')}
        </Button>
      }
    >
      <div className={page.form}>
        {isClosed ? <p className={page.quiet}>{t('ask.notOpen')}</p> : null}
        <Select
          label={t('ask.host')}
          placeholder={t('ask.hostHint')}
          searchable
          maxDropdownHeight={240}
          value={hostId}
          data={participants.map((one) => optionOf({ participant: one, score: null, barred: null }))}
          onChange={(id) => {
            setHostId(id)
            setGuestId(null)
          }}
        />
        <Select
          label={t('ask.guest')}
          placeholder={hostId ? t('ask.hostHint') : t('ask.guestFirst')}
          description={hostId ? t('ask.guestHint') : null}
          searchable
          maxDropdownHeight={240}
          disabled={!hostId}
          value={guestId}
          data={guests.map(optionOf)}
          onChange={setGuestId}
        />
        {event?.whoMayMeet === 'across-sides' ? <p className={page.quiet}>{t('ask.sideOnly')}</p> : null}
        <div>
          <p className={page.label} id={wishId}>
            {t('ask.wish')}
          </p>
          <SegmentedControl
            aria-labelledby={wishId}
            value={wish}
            onChange={(value) => setWish(value as MeetingRequest['wish'])}
            data={(['want', 'must'] as const).map((one) => ({ value: one, label: words(`wishes.${one}`) }))}
          />
        </div>
        <Textarea
          label={t('ask.note')}
          description={t('ask.noteHint')}
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(input) => setNote(input.currentTarget.value)}
        />
        {ask.error ? <ProblemNotice error={ask.error} compact /> : null}
      </div>
    </Modal>
  )
}

function useOption(): (choice: GuestChoice) => { value: string; label: string; disabled: boolean } {
  const t = useMessages(messages)
  const text = useText()
  return ({ participant: { id, companyCode, companyName }, score, barred }) => {
    const remark = barred ? t(`ask.${barred}`) : score === null ? '' : t('ask.match', { score: Math.round(score) })
    const name = codedName(companyCode, text(companyName))
    return { value: id, label: remark === '' ? name : `${name} · ${remark}`, disabled: barred !== null }
  }
}

function useChoices(eventId: string, hostId: string | null) {
  const { programme } = useProgramme()
  const input = { programmeId: programme.id, eventId }
  const event = useQuery(query.events.readEvent.queryOptions({ input })).data
  const list = useQuery(query.events.listParticipants.queryOptions({ input })).data
  const participants: readonly Participant[] = (list?.rows ?? [])
    .filter(({ status }) => status === 'registered')
    .toSorted((a, b) => a.companyCode.localeCompare(b.companyCode, 'en', { numeric: true }))
  const host = participants.find(({ id }) => id === hostId)
  const matches = useQuery({
    ...query.matching.listMatches.queryOptions({
      input: { programmeId: programme.id, limit: MOST_MATCHES, ...(host ? { companyId: host.companyId } : {}) },
    }),
    enabled: host !== undefined,
  })
  const live = useLivePairs(eventId).data ?? []
  const never = useNeverPairs(eventId).data ?? []
  const acrossSidesOnly = event?.whoMayMeet !== 'anyone'
  return {
    event,
    participants,
    guests: host
      ? guestChoices(host, participants, { acrossSidesOnly, matches: matches.data?.rows ?? [], live, never })
      : [],
  }
}
