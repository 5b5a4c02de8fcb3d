import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMatches } from '@tanstack/react-router'
import { query } from '../api.ts'
import { useLive } from '../live.ts'
import { useMessages, useNumbers } from '../locale.tsx'
import type { ChainLink } from '../ui/chain-picture.tsx'
import { messages as programmeMessages } from '../../modules/programmes/messages.ts'
import { messages } from './messages.ts'
import { useProgramme } from './programme-context.ts'
import { useHasScreen } from './programme-link.tsx'
import { STAGES, type Stage } from './stages.ts'

/** While the server does not say by itself that something has changed. */
const REFRESH_MS = 30_000
const REFRESH_LIVE_MS = 300_000

/** The overview with its live counts, for those who may see it. */
export function useOverview() {
  const { programme, seesChain } = useProgramme()
  const client = useQueryClient()
  const options = query.programmes.readOverview.queryOptions({ input: { programmeId: programme.id } })
  const isLive = useLive(seesChain ? `programme:${programme.id}` : null, (version) => {
    if (version !== '') void client.invalidateQueries({ queryKey: options.queryKey })
  })
  return useQuery({ ...options, enabled: seesChain, refetchInterval: isLive ? REFRESH_LIVE_MS : REFRESH_MS })
}

/** A link of the chain as the navigation and the picture draw it. */
export interface ChainStage extends ChainLink {
  readonly id: Stage
  readonly path: string
  /** What the stage is for. */
  readonly about: string
  /** What it holds now, in a sentence; null where it is not built. */
  readonly facts: string | null
  /** How many wait for a person. */
  readonly attention: number
}

/** The stages that the programme uses, in order, named and counted; those without a screen are `later`. */
export function useChain(): readonly ChainStage[] {
  const t = useMessages(messages)
  const words = useMessages(programmeMessages)
  const { number } = useNumbers()
  const hasScreen = useHasScreen()
  const { programme } = useProgramme()
  const { data } = useOverview()
  return STAGES.filter(({ id }) => !programme.closedStages.includes(id)).map(({ id, path }, index) => {
    const summary = data?.stages.find(({ stage }) => stage === id)
    const count = summary?.count ?? null
    const attention = summary?.attention ?? 0
    return {
      id,
      path,
      number: index + 1,
      name: words(`stages.${id}.name`),
      about: t(`about.${id}`),
      facts: summary?.built ? words(`stages.${id}.facts`, { ...summary.facts }) : null,
      count: count === null ? null : number(count),
      attention,
      state: !hasScreen(path) ? 'later' : attention > 0 ? 'hand' : count ? 'done' : 'open',
      ...(attention > 0 ? { hand: { count: number(attention), label: t('waiting', { count: attention }) } } : {}),
    }
  })
}

/** The stage the open screen belongs to. */
export const useCurrentStage = (): Stage | undefined =>
  useMatches({ select: (matches) => matches.findLast(({ staticData }) => staticData.stage)?.staticData.stage })
