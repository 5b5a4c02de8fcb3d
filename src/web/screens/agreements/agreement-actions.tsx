import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { messages } from './messages.ts'
import type { Agreement } from './shapes.ts'
import { type Step, StepDialog } from './step-dialog.tsx'
import { useSteps } from './use-steps.ts'

/** What the operator can do with the agreement as it stands; others have nothing to press. */
export function AgreementActions({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const [step, setStep] = useState<Step | null>(null)
  const steps = useSteps(agreement)
  const { may, status, mode, origin } = agreement
  const params = { programmeId: programme.id, agreementId: agreement.id }
  const isDrafted = origin === 'drafted'
  const isOperator = Object.values(may).some(Boolean)
  const isCeremony = isOperator && isDrafted && mode === 'ceremony' && ['frozen', 'sent', 'signed'].includes(status)
  const button = (name: Step, filled = false) => (
    <Button variant={filled ? 'filled' : 'default'} onClick={() => setStep(name)}>
      {t(`detail.${name}`)}
    </Button>
  )
  return (
    <>
      {may.suspend ? button('suspend') : null}
      {may.recall ? button('recall') : null}
      {may.change ? (
        <LinkButton to="/programmes/$programmeId/agreements/$agreementId/edit" params={params}>
          {t(status === 'draft' ? 'detail.edit' : 'detail.editAgain')}
        </LinkButton>
      ) : null}
      {may.recall && mode === 'remote' ? (
        <Button
          leftSection={<Icon name="mail" />}
          loading={steps.remind.isPending}
          onClick={() => steps.remind.mutate(params)}
        >
          {t('detail.remind')}
        </Button>
      ) : null}
      {may.resume ? button('resume', true) : null}
      {may.freeze ? button('freeze', true) : null}
      {may.send && mode === 'remote' ? button('send', true) : null}
      {isCeremony ? (
        <LinkButton
          to="/programmes/$programmeId/agreements/$agreementId/ceremony"
          params={params}
          variant={status === 'signed' ? 'default' : 'filled'}
        >
          {t('detail.toCeremony')}
        </LinkButton>
      ) : null}
      {step ? <StepDialog step={step} agreement={agreement} steps={steps} onClose={() => setStep(null)} /> : null}
    </>
  )
}
