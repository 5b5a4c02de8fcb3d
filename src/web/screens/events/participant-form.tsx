import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ZonesProvider } from '../../ui/time.tsx'
import { availabilityOfSlots, slotsWithin } from './availability.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import { type Participation, ParticipationFields } from './participation-fields.tsx'
import type { EventDetails, Participant } from './shapes.ts'
import { SlotPicker } from './slot-picker.tsx'
import { useRefreshEvent } from './use-event.ts'
import { useZonesFrom } from './zones-of-side.ts'

/** Changes how and when a company takes part; hours on its own side's clock. */
export function ParticipantForm({
  event,
  participant,
  onClose,
}: {
  event: EventDetails
  participant: Participant
  onClose: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const refresh = useRefreshEvent()
  const zones = useZonesFrom(participant.sideId)
  const { delegates, attendance, languages, maxMeetings } = participant
  const [participation, setParticipation] = useState<Participation>({ delegates, attendance, languages, maxMeetings })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(slotsWithin(event.timeslots, participant.availability).map(({ id }) => id)),
  )
  const name = text(participant.companyName)
  const save = useMutation({
    ...query.events.updateParticipant.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('participants.saved', { name }) })
      onClose()
    },
  })
  const isComplete = participation.languages.length > 0 && (chosen.size > 0 || event.timeslots.length === 0)
  return (
    <Modal
      opened
      title={t('participation.title', { name })}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          disabled={!isComplete}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              programmeId: programme.id,
              eventId: event.id,
              participantId: participant.id,
              ...participation,
              availability: availabilityOfSlots(event.timeslots, chosen),
            })
          }
        >
          {t('participation.save')}
        </Button>
      }
    >
      <div className={page.form}>
        <ParticipationFields value={participation} onChange={setParticipation} />
        <div>
          <p className={page.label}>{t('participation.hours')}</p>
          <ZonesProvider zones={zones}>
            <SlotPicker timeslots={event.timeslots} value={chosen} onChange={setChosen} />
          </ZonesProvider>
        </div>
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
      </div>
    </Modal>
  )
}
