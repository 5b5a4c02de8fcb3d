import { useMessages } from '../../locale.tsx'
import { CapacityPicture } from './capacity-picture.tsx'
import page from './page.module.css'
import { PlacesPanel } from './places-panel.tsx'
import { RulesPanel } from './rules-panel.tsx'
import type { EventDetails, Interpreter, Participant } from './shapes.ts'
import { TimePanel } from './time-panel.tsx'
import type { CapacityFacts } from './capacity.ts'
import { Panel } from '../../ui/panel.tsx'
import { messages } from './messages.ts'

/** Time first, then whether it suffices, then the rules and places it follows from. */
export function SetupView({
  event,
  participants,
  interpreters,
  requests,
}: {
  event: EventDetails
  participants: readonly Participant[]
  interpreters: readonly Interpreter[]
  /** Null while they are read. */
  requests: CapacityFacts['requests'] | null
}) {
  const t = useMessages(messages)
  return (
    <>
      <TimePanel event={event} participants={participants} interpreters={interpreters} />
      <div className={page.columns}>
        <Panel title={t('capacity.title')} note={t('capacity.note')}>
          <CapacityPicture event={event} participants={participants} interpreters={interpreters} requests={requests} />
        </Panel>
        <div className={page.stack}>
          <RulesPanel event={event} />
          <PlacesPanel key={event.places.length} event={event} />
        </div>
      </div>
    </>
  )
}
