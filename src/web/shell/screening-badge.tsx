import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { messages } from '../../modules/compliance/messages.ts'
import { type Inputs, type Outputs, query } from '../api.ts'
import { useMessages } from '../locale.tsx'
import { StatusBadge, type Tone } from '../ui/status-badge.tsx'
import { useProgramme } from './programme-context.ts'

type State = Outputs['compliance']['readBadges']['rows'][number]['state']

const TONES: Readonly<Record<State, Tone>> = {
  unscreened: 'neutral',
  clear: 'done',
  hit: 'hand',
  'false-positive': 'done',
  escalated: 'hand',
  'cleared-with-conditions': 'done',
  'licence-required': 'hand',
  'licence-on-file': 'done',
  blocked: 'off',
  'suspended-by-law': 'off',
}

/** How a party stands, in a word; what is out of date is said instead of a state that no longer counts. */
export function ScreeningState({ state, isStale = false }: { state: State; isStale?: boolean }) {
  const t = useMessages(messages)
  if (isStale) return <StatusBadge tone="hand">{t('stale')}</StatusBadge>
  return <StatusBadge tone={TONES[state]}>{t(`states.${state}`)}</StatusBadge>
}

/**
 * The screening of a record beside its name, for those who may know of it; a link to it where there is one. Where
 * screening is not in force it says that.
 */
export function ScreeningBadge({
  subjectKind,
  subjectId,
}: {
  subjectKind: Inputs['compliance']['readBadges']['subjectKind']
  subjectId: string
}) {
  const t = useMessages(messages)
  const { programme, seesChain } = useProgramme()
  const programmeId = programme.id
  const { data } = useQuery({
    ...query.compliance.readBadges.queryOptions({ input: { programmeId, subjectKind, subjectIds: [subjectId] } }),
    enabled: seesChain && !programme.closedStages.includes('compliance'),
  })
  if (!data) return null
  if (!data.inForce) return <StatusBadge>{t('notInForce')}</StatusBadge>
  const [row] = data.rows
  if (!row) return <ScreeningState state="unscreened" />
  return (
    <Link to="/programmes/$programmeId/screening/$screeningId" params={{ programmeId, screeningId: row.screeningId }}>
      <ScreeningState state={row.state} isStale={row.stale.length > 0} />
    </Link>
  )
}
