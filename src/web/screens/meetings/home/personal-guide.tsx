import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { type GuideStep, GuidePanel } from '../../../shell/guide/guide-panel.tsx'
import { messages } from '../../../shell/guide/messages.ts'

/** The way in for a representative (of this company) or, without one, for an interpreter. */
export function PersonalGuide({ companyId }: { companyId: string | undefined }) {
  const { programme } = useProgramme()
  const isClosed = programme.closedStages.includes('events')
  const events = useQuery({
    ...query.events.listEvents.queryOptions({ input: { programmeId: programme.id } }),
    enabled: !isClosed,
  })
  // The one that can still be changed, else the newest; the steps are those of an event.
  const event = events.data?.rows.find(({ status }) => status === 'open') ?? events.data?.rows.at(-1)
  if (!event) return null
  return companyId ? (
    <CompanyGuide eventId={event.id} companyId={companyId} />
  ) : (
    <InterpreterGuide timeslots={event.timeslots} />
  )
}

function useHasAgenda(): boolean | undefined {
  const { programme } = useProgramme()
  const { data } = useQuery(query.scheduling.listMyAgendas.queryOptions({ input: { programmeId: programme.id } }))
  return data && data.rows.some(({ entries }) => entries.length > 0)
}

function CompanyGuide({ eventId, companyId }: { eventId: string; companyId: string }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const ofEvent = { programmeId: programme.id, eventId }
  const company = useQuery(
    query.companies.readCompany.queryOptions({ input: { programmeId: programme.id, companyId } }),
  ).data
  const participants = useQuery(query.events.listParticipants.queryOptions({ input: ofEvent })).data
  const requests = useQuery(
    query.meetings.listMeetingRequests.queryOptions({ input: { ...ofEvent, pageSize: 1 } }),
  ).data
  const hasAgenda = useHasAgenda()
  if (!company || !participants || !requests || hasAgenda === undefined) return null
  const step = (id: 'profile' | 'hours' | 'requests' | 'agenda', path: string, done: boolean): GuideStep => ({
    id,
    path,
    done,
    title: t(`company.${id}.title`),
    why: t(`company.${id}.why`),
  })
  const isRegistered = participants.rows.some((row) => row.companyId === companyId && row.status === 'registered')
  return (
    <GuidePanel
      name="company"
      steps={[
        step(
          'profile',
          '/my/profile',
          company.profiles.some(({ status }) => status === 'published'),
        ),
        step('hours', '/my/availability', isRegistered),
        step('requests', '/my/partners', requests.total > 0),
        step('agenda', '/my/agenda', hasAgenda),
      ]}
    />
  )
}

function InterpreterGuide({ timeslots }: { timeslots: number }) {
  const t = useMessages(messages)
  const hasAgenda = useHasAgenda()
  if (hasAgenda === undefined) return null
  const step = (id: 'hours' | 'agenda', path: string, done: boolean): GuideStep => ({
    id,
    path,
    done,
    title: t(`interpreter.${id}.title`),
    why: t(`interpreter.${id}.why`),
  })
  return (
    <GuidePanel
      name="interpreter"
      steps={[step('hours', '/my/availability', timeslots > 0), step('agenda', '/my/agenda', hasAgenda)]}
    />
  )
}
