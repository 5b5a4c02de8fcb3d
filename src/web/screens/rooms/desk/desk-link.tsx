import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { LinkButton } from '../../../ui/link-button.tsx'
import { messages } from './desk-messages.ts'

/** From the rooms to the desk; for the operator alone. */
export function DeskLink() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  if (!roles.includes('operator')) return null
  return (
    <LinkButton to="/programmes/$programmeId/rooms/desk" params={{ programmeId: programme.id }}>
      {t('title')}
    </LinkButton>
  )
}
