import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Inputs, query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { FilePicker } from '../../ui/file-picker.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Desk } from './shapes.ts'
import { useRefresh } from './use-refresh.ts'

type Format = Inputs['compliance']['importList']['format']
const FORMATS = Object.keys(messages.en.formats) as Format[]
const MAX_BYTES = 50_000_000
const NEW = 'new'

/** Reads a watch list in: the next version of one that is there, or a new one. */
export function ImportForm({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const known = desk.lists.filter(({ fictional }) => !fictional)
  const [listId, setListId] = useState(known[0]?.id ?? NEW)
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [format, setFormat] = useState<Format>('ofac-sdn-csv')
  const [source, setSource] = useState('')
  const [publishedOn, setPublishedOn] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const list = known.find(({ id }) => id === listId)
  const read = useMutation({
    ...query.compliance.importList.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ version, entries, unchanged }) => {
      await refresh()
      notify({ text: unchanged ? t('import.unchanged') : t('import.done', { version, entries }) })
      onClose()
    },
  })
  const send = () => {
    setTried(true)
    const facts = list
      ? { code: list.code, name: list.name, format: list.format as Format, source: list.source }
      : { code: code.trim(), name: name.trim(), format, source: source.trim() || null }
    if (!file || facts.code === '' || facts.name === '') return
    read.mutate({ programmeId: programme.id, ...facts, publishedOn: publishedOn || null, file })
  }
  return (
    <Modal
      opened
      title={t('import.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={read.isPending} onClick={send}>
          {t('import.deed')}
        </Button>
      }
    >
      <div className={page.form}>
        {known.length > 0 ? (
          <Select
            label={t('lists.name')}
            value={listId}
            onChange={(value) => setListId(value ?? NEW)}
            data={[
              ...known.map(({ id, name: label }) => ({ value: id, label })),
              { value: NEW, label: t('import.isNew') },
            ]}
          />
        ) : null}
        {list ? null : (
          <>
            <div className={page.row}>
              <TextInput
                label={t('import.code')}
                description={t('import.codeHint')}
                value={code}
                maxLength={60}
                onChange={(input) => setCode(input.currentTarget.value)}
              />
              <TextInput
                label={t('import.name')}
                value={name}
                maxLength={200}
                onChange={(input) => setName(input.currentTarget.value)}
              />
            </div>
            <Select
              label={t('import.format')}
              value={format}
              onChange={(value) => setFormat((value ?? 'ofac-sdn-csv') as Format)}
              data={FORMATS.map((one) => ({ value: one, label: t(`formats.${one}`) }))}
            />
            <TextInput
              label={t('import.source')}
              value={source}
              maxLength={500}
              onChange={(input) => setSource(input.currentTarget.value)}
            />
          </>
        )}
        <TextInput
          type="date"
          label={t('import.published')}
          value={publishedOn}
          onChange={(input) => setPublishedOn(input.currentTarget.value)}
        />
        <FilePicker
          label={t('import.file')}
          accept={['.csv', '.xml', '.json', '.jsonl', '.txt']}
          maxBytes={MAX_BYTES}
          onPick={setFile}
          picked={file?.name ?? null}
        />
        {tried && (!file || (!list && (code.trim() === '' || name.trim() === ''))) ? (
          <p role="alert">{t('import.missing')}</p>
        ) : null}
        {read.error ? <ProblemNotice error={read.error} compact /> : null}
      </div>
    </Modal>
  )
}
