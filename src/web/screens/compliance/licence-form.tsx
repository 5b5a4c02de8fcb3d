import { Button, TextInput, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import { useRefresh } from './use-refresh.ts'

type LicenceOf =
  | { readonly kind: 'party'; readonly screeningId: string; readonly revision: number }
  | { readonly kind: 'technology'; readonly questionnaireId: string; readonly revision: number }

/** A licence with number, scope and last day, for a party or for a technology. */
export function LicenceForm({ of, onClose }: { of: LicenceOf; onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const [facts, setFacts] = useState({ number: '', authority: '', scope: '', validFrom: '', expiresOn: '' })
  const [tried, setTried] = useState(false)
  const set = (key: keyof typeof facts) => (input: { currentTarget: { value: string } }) =>
    setFacts({ ...facts, [key]: input.currentTarget.value })
  const fault = (key: keyof typeof facts) => (tried && facts[key].trim() === '' ? t('decide.missing') : null)
  const saved = {
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('licence.added') })
      onClose()
    },
  }
  const ofParty = useMutation({ ...query.compliance.addLicence.mutationOptions(), ...saved })
  const ofTechnology = useMutation({ ...query.compliance.addTechnologyLicence.mutationOptions(), ...saved })
  const add = of.kind === 'party' ? ofParty : ofTechnology
  const send = () => {
    setTried(true)
    if (Object.values(facts).some((value) => value.trim() === '')) return
    const input = { programmeId: programme.id, ...facts, revision: of.revision }
    if (of.kind === 'party') ofParty.mutate({ ...input, screeningId: of.screeningId })
    else ofTechnology.mutate({ ...input, questionnaireId: of.questionnaireId })
  }
  return (
    <Modal
      opened
      title={t('licence.add')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={add.isPending} onClick={send}>
          {t('licence.deed')}
        </Button>
      }
    >
      <div className={page.form}>
        <div className={page.row}>
          <TextInput
            label={t('licence.number')}
            maxLength={80}
            value={facts.number}
            error={fault('number')}
            onChange={set('number')}
          />
          <TextInput
            label={t('licence.authority')}
            maxLength={200}
            value={facts.authority}
            error={fault('authority')}
            onChange={set('authority')}
          />
        </div>
        <Textarea
          label={t('licence.scope')}
          rows={2}
          maxLength={1000}
          value={facts.scope}
          error={fault('scope')}
          onChange={set('scope')}
        />
        <div className={page.row}>
          <TextInput
            type="date"
            label={t('licence.from')}
            value={facts.validFrom}
            error={fault('validFrom')}
            onChange={set('validFrom')}
          />
          <TextInput
            type="date"
            label={t('licence.until')}
            value={facts.expiresOn}
            error={fault('expiresOn')}
            onChange={set('expiresOn')}
          />
        </div>
        {add.error ? <ProblemNotice error={add.error} compact /> : null}
      </div>
    </Modal>
  )
}
