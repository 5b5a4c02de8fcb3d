import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { ZonesProvider } from '../../ui/time.tsx'
import { availabilityOfSlots, slotsWithin } from './availability.ts'
import { STATUS_TONES, useEventWords } from './event-words.ts'
import { messages } from './messages.ts'
import styles from './own-participation.module.css'
import page from './page.module.css'
import { type Participation, ParticipationFields } from './participation-fields.tsx'
import type { EventDetails, Participant } from './shapes.ts'
import { SlotPicker } from './slot-picker.tsx'
import { useEventData, useRefreshEvent } from './use-event.ts'
import { useZonesFrom } from './zones-of-side.ts'

/** How and when one's own company takes part in one event; registers it when it does not yet. */
export function OwnParticipation({ eventId, companyId }: { eventId: string; companyId: string }) {
  const { programme } = useProgramme()
  const { event, participants } = useEventData(eventId)
  const company = useQuery(
    query.companies.readCompany.queryOptions({ input: { programmeId: programme.id, companyId } }),
  )
  const error = event.error ?? participants.error ?? company.error
  if (error) return <ProblemNotice error={error} />
  if (!event.data || !participants.data || !company.data) return <div className={styles.waiting} aria-busy="true" />
  const own = participants.data.rows.find((row) => row.companyId === companyId)
  const side = programme.sides.find(({ id }) => id === company.data.sideId)
  const { languages } = company.data
  return (
    <OwnForm
      // What others change meanwhile begins the form anew.
      key={`${own?.id} ${own?.status} ${JSON.stringify(own?.availability)}`}
      event={event.data}
      companyId={companyId}
      sideId={company.data.sideId}
      own={own ?? null}
      languages={own?.languages ?? (languages.length > 0 ? languages : (side?.languages ?? []))}
    />
  )
}

function OwnForm({
  event,
  companyId,
  sideId,
  own,
  languages,
}: {
  event: EventDetails
  companyId: string
  sideId: string
  own: Participant | null
  languages: string[]
}) {
  const t = useMessages(messages)
  const words = useEventWords()
  const text = useText()
  const zones = useZonesFrom(sideId)
  const takesPart = own?.status === 'registered'
  const start: Participation = {
    delegates: own?.delegates ?? 1,
    attendance: own?.attendance ?? 'online',
    languages,
    maxMeetings: own?.maxMeetings ?? null,
  }
  const [participation, setParticipation] = useState(start)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(slotsWithin(event.timeslots, own?.availability ?? []).map(({ id }) => id)),
  )
  const [leaving, setLeaving] = useState(false)
  const deeds = useDeeds(event, companyId, own)
  const locked = event.status !== 'open'
  const isComplete = participation.languages.length > 0 && chosen.size > 0
  const availability = availabilityOfSlots(event.timeslots, chosen)
  const before = availabilityOfSlots(
    event.timeslots,
    new Set(slotsWithin(event.timeslots, own?.availability ?? []).map(({ id }) => id)),
  )
  const isChanged = JSON.stringify([participation, availability]) !== JSON.stringify([start, before])
  return (
    <Panel
      title={text(event.name)}
      note={<StatusBadge tone={STATUS_TONES[event.status]}>{words(`statuses.${event.status}`)}</StatusBadge>}
    >
      <div className={styles.form}>
        <Standing event={event} own={own} />
        {locked && !takesPart ? null : (
          <>
            <ZonesProvider zones={zones}>
              <SlotPicker timeslots={event.timeslots} value={chosen} onChange={setChosen} disabled={locked} />
            </ZonesProvider>
            <div className={styles.fields}>
              <ParticipationFields value={participation} onChange={setParticipation} disabled={locked} />
            </div>
          </>
        )}
        {deeds.error ? <ProblemNotice error={deeds.error} compact /> : null}
        {locked ? null : (
          <div className={styles.foot}>
            <Button
              variant="filled"
              size="md"
              disabled={!isComplete || (takesPart && !isChanged)}
              loading={deeds.busy}
              onClick={() => deeds.save({ ...participation, availability })}
            >
              {t(takesPart ? 'participation.save' : 'mine.register')}
            </Button>
            {takesPart && isChanged ? <span>{t('mine.changed')}</span> : null}
            {takesPart ? (
              <Button variant="subtle" size="md" onClick={() => setLeaving(true)}>
                {t('mine.withdraw')}
              </Button>
            ) : null}
          </div>
        )}
      </div>
      <Confirm
        opened={leaving}
        title={t('mine.withdrawTitle')}
        confirmLabel={t('mine.withdraw')}
        serious
        busy={deeds.busy}
        onCancel={() => setLeaving(false)}
        onConfirm={() => deeds.withdraw(() => setLeaving(false))}
      >
        <p>{t('mine.withdrawBody')}</p>
      </Confirm>
    </Panel>
  )
}

/** Where one stands, when that is not simply "takes part in an open event". */
function Standing({ event, own }: { event: EventDetails; own: Participant | null }) {
  const t = useMessages(messages)
  if (event.status !== 'open') return <p className={page.quiet}>{t(`mine.${event.status}`)}</p>
  if (own?.status === 'withdrawn') return <p className={styles.standing}>{t('mine.withdrawn')}</p>
  if (own) return null
  return (
    <p className={styles.standing}>
      <b>{t('mine.notRegistered')}</b> {t('mine.notRegisteredHint')}
    </p>
  )
}

type Facts = Participation & { readonly availability: Participant['availability'] }

function useDeeds(event: EventDetails, companyId: string, own: Participant | null) {
  const t = useMessages(messages)
  const refresh = useRefreshEvent()
  const quiet = { meta: { quiet: true } }
  const register = useMutation({ ...query.events.registerParticipant.mutationOptions(), ...quiet })
  const update = useMutation({ ...query.events.updateParticipant.mutationOptions(), ...quiet })
  const withdraw = useMutation(query.events.withdrawParticipant.mutationOptions())
  const ofEvent = { programmeId: event.programmeId, eventId: event.id }
  const done = (text: string) => ({
    onSuccess: async () => {
      await refresh()
      notify({ text })
    },
  })
  return {
    busy: register.isPending || update.isPending || withdraw.isPending,
    error: register.error ?? update.error,
    save(facts: Facts) {
      if (own?.status === 'registered') {
        update.mutate({ ...ofEvent, participantId: own.id, ...facts }, done(t('mine.saved')))
      } else {
        register.mutate({ ...ofEvent, companyId, ...facts }, done(t('mine.registered')))
      }
    },
    withdraw(onSettled: () => void) {
      if (!own) return
      withdraw.mutate({ ...ofEvent, participantId: own.id }, { ...done(t('mine.withdrawDone')), onSettled })
    },
  }
}
