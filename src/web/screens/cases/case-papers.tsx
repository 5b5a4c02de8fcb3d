import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { FilePicker } from '../../ui/file-picker.tsx'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './cases.module.css'
import { messages } from './messages.ts'
import type { CaseFile } from './shapes.ts'
import { useRefreshCases } from './use-case-deeds.ts'

const MAX_BYTES = 10_000_000
const DOCUMENTS = ['.pdf', '.jpg', '.jpeg', '.png', '.docx', '.xlsx', '.pptx', '.hwp', '.hwpx', '.csv', '.txt'] as const

export function NotesPanel({ file }: { file: CaseFile }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshCases()
  const [note, setNote] = useState('')
  const add = useMutation({
    ...query.cases.addCaseNote.mutationOptions(),
    onSuccess: async () => {
      setNote('')
      await refresh()
      notify({ text: t('one.noted') })
    },
  })
  return (
    <Panel title={t('one.notes')}>
      {file.mayMoveTo.length > 0 ? (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (note.trim() !== '') add.mutate({ programmeId: programme.id, caseId: file.id, text: note.trim() })
          }}
        >
          <Textarea
            label={t('one.note')}
            rows={2}
            maxLength={4000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="default" disabled={note.trim() === ''} loading={add.isPending}>
              {t('one.addNote')}
            </Button>
          </div>
        </form>
      ) : null}
      {file.notes.length === 0 ? (
        <p className={styles.hint}>{t('one.noNotes')}</p>
      ) : (
        <ul className={styles.history}>
          {file.notes.map(({ id, text, name, writtenAt }) => (
            <li key={id}>
              <span className={styles.text}>{text}</span>
              <small>
                <Time at={writtenAt} day="short" /> · {name ?? ''}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

export function DocumentsPanel({ file }: { file: CaseFile }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshCases()
  const add = useMutation({
    ...query.cases.addCaseDocument.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('one.added') })
    },
  })
  const base = `/api/v1/programmes/${programme.id}/cases/${file.id}/documents`
  return (
    <Panel title={t('one.documents')}>
      {file.documents.length === 0 ? (
        <p className={styles.hint}>{t('one.noDocuments')}</p>
      ) : (
        <ul className={styles.history}>
          {file.documents.map(({ id, fileName, name, addedAt }) => (
            <li key={id}>
              <a href={`${base}/${id}`} download>
                {fileName}
              </a>
              <small>
                <Time at={addedAt} day="short" /> · {name ?? ''}
              </small>
            </li>
          ))}
        </ul>
      )}
      {file.mayMoveTo.length > 0 ? (
        <FilePicker
          label={t('one.document')}
          accept={DOCUMENTS}
          maxBytes={MAX_BYTES}
          disabled={add.isPending}
          onPick={(picked) => add.mutate({ programmeId: programme.id, caseId: file.id, file: picked })}
        />
      ) : null}
    </Panel>
  )
}
