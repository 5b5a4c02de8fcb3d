import { useMessages } from '../../locale.tsx'
import { messages as commitmentMessages } from '../../../modules/commitments/messages.ts'
import type { Tone } from '../../ui/status-badge.tsx'
import type { CommitmentStatus } from './shapes.ts'

/** Labels of the commitments module: states, kinds of evidence, methods, quantities and how they are computed. */
export const useCommitmentWords = () => useMessages(commitmentMessages)

export const STATUS_TONES: Readonly<Record<CommitmentStatus, Tone>> = {
  open: 'neutral',
  'evidence-given': 'hand',
  accepted: 'accent',
  objected: 'hand',
  fulfilled: 'done',
  overdue: 'hand',
  'suspended-by-law': 'off',
  withdrawn: 'off',
  'not-followed': 'off',
}
