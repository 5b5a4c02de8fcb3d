import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import { fromLines, toLines } from './owner-lines.ts'
import page from './page.module.css'
import type { Screening } from './shapes.ts'
import { useRefresh } from './use-refresh.ts'

/** Who holds the party, a line each; they are checked as it is saved. */
export function OwnersForm({ screening, onClose }: { screening: Screening; onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const [text, setText] = useState(toLines(screening.owners))
  const [line, setLine] = useState<number | null>(null)
  const save = useMutation({
    ...query.compliance.setOwners.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('owners.saved') })
      onClose()
    },
  })
  const send = () => {
    const read = fromLines(text)
    setLine('line' in read ? read.line : null)
    if ('line' in read) return
    const { screeningId, revision } = screening
    save.mutate({ programmeId: programme.id, screeningId, revision, owners: read.owners })
  }
  return (
    <Modal
      opened
      title={t('owners.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={save.isPending} onClick={send}>
          {t('owners.deed')}
        </Button>
      }
    >
      <div className={page.form}>
        <Textarea
          label={t('owners.field')}
          description={t('owners.hint')}
          rows={5}
          maxLength={10_000}
          value={text}
          error={line === null ? null : t('owners.unreadable', { line })}
          onChange={(input) => setText(input.currentTarget.value)}
        />
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
      </div>
    </Modal>
  )
}
