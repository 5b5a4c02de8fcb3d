import { Button, Select, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { FilePicker } from '../../ui/file-picker.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { METHODS } from './commitment-search.ts'
import { useCommitmentWords } from './commitment-words.ts'
import { exampleAddress } from './example-address.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Commitment, Method } from './shapes.ts'
import { useRefreshCommitments } from './use-refresh-commitments.ts'

const MAX_BYTES = 10_000_000
const DOCUMENTS = ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.xlsx', '.csv'] as const
const TABLES = ['.csv', '.xlsx'] as const
const HEADINGS: Readonly<Record<Method, string>> = {
  'displacement-trace': 'time [s], displacement [nm]',
  'deviation-inspection': 'deviation [µm]',
  'heater-map': 'x [mm], y [mm], temperature [°C]',
  'strength-series': 'strength [MPa]',
}

/** Shows that the promise is kept: words, and a file that is kept or read as a measurement. */
export function EvidenceForm({ commitment, onClose }: { commitment: Commitment; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const { programme } = useProgramme()
  const refresh = useRefreshCommitments()
  const [note, setNote] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [method, setMethod] = useState<Method | null>(commitment.criteria[0]?.method ?? null)
  const [tried, setTried] = useState(false)
  const isMissing = note.trim() === ''
  const give = useMutation({
    ...query.commitments.giveEvidence.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('deeds.evidenceDone') })
      onClose()
    },
  })
  const send = () => {
    setTried(true)
    if (isMissing) return
    give.mutate({
      programmeId: programme.id,
      commitmentId: commitment.id,
      note: note.trim(),
      file,
      method: file ? method : null,
    })
  }
  return (
    <Modal
      opened
      title={t('evidence.formTitle')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={give.isPending} onClick={send}>
          {t('deeds.give')}
        </Button>
      }
    >
      <div className={page.form}>
        <Textarea
          label={t('evidence.note')}
          rows={3}
          maxLength={2000}
          required
          value={note}
          error={tried && isMissing ? t('evidence.noteMissing') : null}
          onChange={(input) => setNote(input.currentTarget.value)}
        />
        <Select
          label={t('evidence.method')}
          value={method ?? 'none'}
          allowDeselect={false}
          data={[
            { value: 'none', label: t('evidence.noMethod') },
            ...METHODS.map((one) => ({ value: one, label: words(`methods.${one}`) })),
          ]}
          onChange={(value) => setMethod(METHODS.find((one) => one === value) ?? null)}
        />
        {method ? (
          <p className={page.small}>
            {t('evidence.methodHint', { example: HEADINGS[method] })}{' '}
            <a href={exampleAddress(programme.id, method)} download>
              {t('evidence.exampleFile')}
            </a>
          </p>
        ) : null}
        <FilePicker
          label={t('evidence.pick')}
          accept={method ? TABLES : DOCUMENTS}
          maxBytes={MAX_BYTES}
          picked={file?.name ?? null}
          onPick={setFile}
        />
        {give.error ? <ProblemNotice error={give.error} compact /> : null}
      </div>
    </Modal>
  )
}
