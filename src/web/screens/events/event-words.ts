import { useMessages } from '../../locale.tsx'
import { messages as eventMessages } from '../../../modules/events/messages.ts'
import type { Tone } from '../../ui/status-badge.tsx'
import type { EventStatus } from './shapes.ts'

/** Labels of the events module: states, modes, kinds of attendance. */
export const useEventWords = () => useMessages(eventMessages)

export const STATUS_TONES: Readonly<Record<EventStatus, Tone>> = { setup: 'neutral', open: 'accent', closed: 'off' }
