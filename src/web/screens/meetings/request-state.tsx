import { useMessages } from '../../locale.tsx'
import { StatusBadge, type Tone } from '../../ui/status-badge.tsx'
import { messages } from './messages.ts'
import type { RequestStatus } from './shapes.ts'

const TONES: Readonly<Record<RequestStatus, Tone>> = {
  pending: 'neutral',
  accepted: 'done',
  declined: 'off',
  cancelled: 'off',
  expired: 'off',
}

/** The state of a request in a word; `hand` when the reader is the one to answer. */
export function RequestState({ status, hand = false }: { status: RequestStatus; hand?: boolean }) {
  const t = useMessages(messages)
  return <StatusBadge tone={hand ? 'hand' : TONES[status]}>{t(`statuses.${status}`)}</StatusBadge>
}
