import { Navigate } from '@tanstack/react-router'
import { Suspense, lazy } from 'react'
import type { Outputs } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useChain, useOverview } from '../../shell/chain.ts'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { messages as programmeMessages } from '../../../modules/programmes/messages.ts'
import { isUnderWay } from './guide/operator-steps.ts'
import { messages } from './messages.ts'
import { OverviewPage } from './overview-page.tsx'

/** Only while there is a way to go. */
const OperatorGuide = lazy(async () => ({
  default: (await import('./guide/operator-guide.tsx')).OperatorGuide,
}))

type StepCode = keyof (typeof programmeMessages)['en']['nextSteps']
type Overview = Outputs['programmes']['readOverview']

/** The programme at a glance for operators and officials; everybody else goes on to their own first page. */
export function OverviewScreen() {
  const { seesChain } = useProgramme()
  return seesChain ? <ProgrammeOverview /> : <ToOwnPage />
}

function ProgrammeOverview() {
  const { heldRoles } = useProgramme()
  const t = useMessages(messages)
  const words = useMessages(programmeMessages)
  const text = useText()
  const chain = useChain()
  const { data, error } = useOverview()
  if (error && !data) throw error
  if (!data) return <PendingScreen />
  const { programme } = data
  const [operator, host] = [text(programme.operatorName), text(programme.hostName)]
  return (
    <OverviewPage
      title={text(programme.name)}
      lead={host ? t('lead', { operator, host }) : operator}
      shores={programme.sides
        .toSorted((a, b) => a.position - b.position)
        .map((side) => ({
          id: side.id,
          name: text(side.name),
          zone: side.timeZone,
          companies: companiesOf(data, side.id),
        }))}
      guide={
        heldRoles.includes('operator') && isUnderWay(data.stages, data.programme.closedStages) ? (
          <Suspense>
            <OperatorGuide stages={data.stages} />
          </Suspense>
        ) : null
      }
      chain={chain}
      figures={data.figures.map((figure) => ({ ...figure, name: text(figure.name) }))}
      steps={data.nextSteps.flatMap(({ code, stage, count }) => {
        const found = chain.find(({ id }) => id === stage)
        return found ? [{ code, stage: found, text: words(`nextSteps.${code as StepCode}`, { count }) }] : []
      })}
    />
  )
}

/** Companies of a side: what the companies stage says, else what a recorded figure says; null when nobody does. */
function companiesOf(overview: Overview, sideId: string): number | null {
  const told = overview.stages.find(({ stage }) => stage === 'companies')?.facts[sideId]
  if (told !== undefined) return Number(told)
  const counts = overview.figures.flatMap(({ recordedBySide }) => recordedBySide)
  return counts.find((count) => count.sideId === sideId)?.count ?? null
}

/** Their own first page: next meetings, requests that wait, the state of the profile. */
function ToOwnPage() {
  const { programme } = useProgramme()
  return <Navigate to="/programmes/$programmeId/my" params={{ programmeId: programme.id }} replace />
}
