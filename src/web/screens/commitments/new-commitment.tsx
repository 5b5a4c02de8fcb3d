import { Button, Select, Switch, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { messages as commitmentMessages } from '../../../modules/commitments/messages.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useCommitmentWords } from './commitment-words.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { EvidenceKind } from './shapes.ts'
import { useRefreshCommitments } from './use-refresh-commitments.ts'

const KINDS = Object.keys(commitmentMessages.en.evidenceKinds) as EvidenceKind[]
const MOST_AGREEMENTS = 200

/** A promise of a signed agreement, entered by hand. */
export function NewCommitment({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const text = useText()
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const refresh = useRefreshCommitments()
  const [agreementId, setAgreementId] = useState<string | null>(null)
  const [partyId, setPartyId] = useState<string | null>(null)
  const [what, setWhat] = useState<LocalizedText>({})
  const [dueOn, setDueOn] = useState('')
  const [kind, setKind] = useState<EvidenceKind>('document')
  const [source, setSource] = useState('')
  const [followed, setFollowed] = useState(true)
  const [tried, setTried] = useState(false)
  const programmeId = programme.id
  const { data } = useQuery(
    query.agreements.listAgreements.queryOptions({
      input: { programmeId, status: 'signed', pageSize: MOST_AGREEMENTS },
    }),
  )
  const agreement = useQuery({
    ...query.agreements.readAgreement.queryOptions({ input: { programmeId, agreementId: agreementId ?? '' } }),
    enabled: agreementId !== null,
  }).data
  const create = useMutation({
    ...query.commitments.createCommitment.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('form.done') })
      onClose()
    },
  })
  const isNameless = Object.values(what).every((part) => !part?.trim())
  const save = () => {
    setTried(true)
    if (isNameless || !agreementId || !partyId) return
    create.mutate({
      programmeId,
      agreementId,
      partyId,
      what,
      dueOn: dueOn === '' ? null : dueOn,
      evidenceKind: kind,
      followed,
      source: source.trim() === '' ? null : source.trim(),
    })
  }
  return (
    <Modal
      opened
      title={t('form.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={create.isPending} disabled={!agreementId || !partyId} onClick={save}>
          {t('form.save')}
        </Button>
      }
    >
      <div className={page.form}>
        <Select
          label={t('form.agreement')}
          searchable
          value={agreementId}
          description={data && data.rows.length === 0 ? t('form.agreementNone') : null}
          data={(data?.rows ?? []).map(({ id, number, title }) => ({ value: id, label: `${number} · ${text(title)}` }))}
          onChange={(id) => {
            setAgreementId(id)
            setPartyId(null)
          }}
        />
        <Select
          label={t('form.party')}
          disabled={!agreement}
          value={partyId}
          data={(agreement?.parties ?? []).map(({ id, name, legalName }) => ({
            value: id,
            label: text(name) || legalName,
          }))}
          onChange={setPartyId}
        />
        <LocalizedFields
          label={t('form.what')}
          value={what}
          maxLength={1000}
          rows={2}
          required
          onChange={setWhat}
          {...(tried && isNameless ? { errors: { [locale]: t('form.whatMissing') } } : {})}
        />
        <div className={page.row}>
          <TextInput
            type="date"
            label={t('form.due')}
            description={t('form.dueHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={dueOn}
            onChange={(input) => setDueOn(input.currentTarget.value)}
          />
          <Select
            label={t('form.evidence')}
            value={kind}
            allowDeselect={false}
            data={KINDS.map((one) => ({ value: one, label: words(`evidenceKinds.${one}`) }))}
            onChange={(value) => setKind(KINDS.find((one) => one === value) ?? kind)}
          />
        </div>
        <TextInput
          label={t('form.source')}
          description={t('form.sourceHint')}
          maxLength={500}
          value={source}
          onChange={(input) => setSource(input.currentTarget.value)}
        />
        <Switch
          label={t('form.followed')}
          description={t('form.notFollowedHint')}
          checked={followed}
          onChange={(input) => setFollowed(input.currentTarget.checked)}
        />
        {create.error ? <ProblemNotice error={create.error} compact /> : null}
      </div>
    </Modal>
  )
}
