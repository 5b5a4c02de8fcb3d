import { StatusBadge, type Tone } from '../../ui/status-badge.tsx'
import { useAgreementWords } from './agreement-words.ts'
import type { AgreementStatus } from './shapes.ts'

const TONES: Readonly<Record<AgreementStatus, Tone>> = {
  draft: 'neutral',
  frozen: 'accent',
  sent: 'accent',
  signed: 'done',
  declined: 'hand',
  expired: 'hand',
  recalled: 'off',
  'suspended-by-law': 'off',
}

/** The state of an agreement in a word; what was declined or ran out needs a hand. */
export function AgreementState({ status }: { status: AgreementStatus }) {
  const words = useAgreementWords()
  return <StatusBadge tone={TONES[status]}>{words(`statuses.${status}`)}</StatusBadge>
}
