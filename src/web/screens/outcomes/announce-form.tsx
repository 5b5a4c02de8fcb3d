import { Button, NumberInput, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Figure } from './shapes.ts'
import { useRefreshOutcomes } from './use-refresh-outcomes.ts'

/** A number as it was published, beside the figure that counts the same. */
export function AnnounceForm({ figures, onClose }: { figures: readonly Figure[]; onClose: () => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const refresh = useRefreshOutcomes()
  const [figureId, setFigureId] = useState(figures[0]?.id ?? null)
  const [value, setValue] = useState<number | null>(null)
  const [day, setDay] = useState('')
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)
  const figure = figures.find(({ id }) => id === figureId)
  const announce = useMutation({
    ...query.outcomes.announceFigure.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('announce.done') })
      onClose()
    },
  })
  const save = () => {
    setTried(true)
    if (!figure || value === null || source.trim() === '') return
    const { code, name, unit } = figure
    const published = { figure: code, name, unit, value, asOf: day === '' ? null : day, source: source.trim() }
    announce.mutate({ programmeId: programme.id, ...published })
  }
  return (
    <Modal
      opened
      title={t('announce.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={announce.isPending} onClick={save}>
          {t('announce.save')}
        </Button>
      }
    >
      <div className={page.form}>
        <Select
          label={t('announce.figure')}
          value={figureId}
          allowDeselect={false}
          data={figures.map(({ id, name }) => ({ value: id, label: text(name) }))}
          onChange={setFigureId}
        />
        <div className={page.row}>
          <NumberInput
            label={t('announce.value')}
            value={value ?? ''}
            allowNegative={false}
            error={tried && value === null ? t('announce.valueMissing') : null}
            onChange={(input) => setValue(input === '' ? null : Number(input))}
          />
          <TextInput
            type="date"
            label={t('announce.day')}
            value={day}
            onChange={(input) => setDay(input.currentTarget.value)}
          />
        </div>
        <TextInput
          label={t('announce.source')}
          maxLength={300}
          required
          value={source}
          error={tried && source.trim() === '' ? t('one.sourceMissing') : null}
          onChange={(input) => setSource(input.currentTarget.value)}
        />
        {announce.error ? <ProblemNotice error={announce.error} compact /> : null}
      </div>
    </Modal>
  )
}
