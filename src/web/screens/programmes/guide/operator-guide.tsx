import type { Outputs } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { type GuideStep, GuidePanel } from '../../../shell/guide/guide-panel.tsx'
import { messages } from '../../../shell/guide/messages.ts'
import { OPERATOR_STEPS, isDone } from './operator-steps.ts'

/** From the empty programme to the released schedule, without the parts that the programme does without. */
export function OperatorGuide({ stages }: { stages: Outputs['programmes']['readOverview']['stages'] }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const steps = OPERATOR_STEPS.filter(({ stage }) => !programme.closedStages.includes(stage)).map(
    (step): GuideStep => ({
      id: step.id,
      title: t(`operator.${step.id}.title`),
      why: t(`operator.${step.id}.why`),
      path: step.path,
      done: isDone(step, stages),
    }),
  )
  return <GuidePanel name="operator" steps={steps} />
}
