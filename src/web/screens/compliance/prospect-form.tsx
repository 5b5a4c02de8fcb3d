import { Button, Select, TextInput, Textarea } from '@mantine/core'
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

const KINDS = ['organisation', 'person', 'vessel', 'other'] as const

/** Checks a name before there is a record of it. */
export function ProspectForm({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const [names, setNames] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('organisation')
  const [countries, setCountries] = useState('')
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const written = names
    .split('\n')
    .map((name) => name.trim())
    .filter(Boolean)
  const check = useMutation({
    ...query.compliance.screenProspect.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ name, state }) => {
      await refresh()
      notify({
        text: t(state === 'hit' ? 'prospect.hit' : 'prospect.noHit', { name }),
        tone: state === 'hit' ? 'hand' : 'done',
      })
      onClose()
    },
  })
  const send = () => {
    setTried(true)
    if (written.length === 0) return
    const identifiers = number.trim() === '' ? [] : [{ kind: 'registration', value: number.trim() }]
    const codes = countries
      .toUpperCase()
      .split(/[\s,]+/)
      .filter(Boolean)
    check.mutate({ programmeId: programme.id, party: { kind, names: written, identifiers, countries: codes } })
  }
  return (
    <Modal
      opened
      title={t('prospect.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={check.isPending} onClick={send}>
          {t('prospect.deed')}
        </Button>
      }
    >
      <div className={page.form}>
        <Textarea
          label={t('prospect.names')}
          description={t('prospect.namesHint')}
          rows={3}
          value={names}
          maxLength={2000}
          error={tried && written.length === 0 ? t('decide.missing') : null}
          onChange={(input) => setNames(input.currentTarget.value)}
        />
        <Select
          label={t('prospect.kind')}
          value={kind}
          onChange={(value) => setKind((value ?? 'organisation') as typeof kind)}
          data={KINDS.map((one) => ({ value: one, label: t(`partyKinds.${one}`) }))}
        />
        <div className={page.row}>
          <TextInput
            label={t('prospect.countries')}
            value={countries}
            maxLength={40}
            onChange={(input) => setCountries(input.currentTarget.value)}
          />
          <TextInput
            label={t('prospect.identifier')}
            value={number}
            maxLength={80}
            onChange={(input) => setNumber(input.currentTarget.value)}
          />
        </div>
        {check.error ? <ProblemNotice error={check.error} compact /> : null}
      </div>
    </Modal>
  )
}
