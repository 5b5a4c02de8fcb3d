import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './ceremony-screen.module.css'
import { messages } from './messages.ts'
import type { Agreement } from './shapes.ts'
import { useSteps } from './use-steps.ts'

/** Names the witness and opens the frozen text for signature in the room. */
export function CeremonyOpening({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { send } = useSteps(agreement)
  const [witness, setWitness] = useState('')
  const key = { programmeId: programme.id, agreementId: agreement.id }
  return (
    <form
      className={styles.opening}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate({ ...key, expiresAt: null, witness: witness.trim() === '' ? null : witness })
      }}
    >
      <p>{t('ceremony.beginBody')}</p>
      <TextInput
        size="md"
        label={t('deeds.witness')}
        description={t('deeds.witnessHint')}
        maxLength={200}
        value={witness}
        onChange={(event) => setWitness(event.currentTarget.value)}
      />
      {send.error ? <ProblemNotice error={send.error} compact /> : null}
      <Button type="submit" variant="filled" size="md" loading={send.isPending}>
        {t('ceremony.begin')}
      </Button>
    </form>
  )
}
