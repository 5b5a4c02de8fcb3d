import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Announced } from './shapes.ts'
import { useRefreshOutcomes } from './use-refresh-outcomes.ts'

/** Why an announced number differs; neither number is touched. */
export function ExplainForm({ announced, onClose }: { announced: Announced; onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshOutcomes()
  const [explanation, setExplanation] = useState<LocalizedText>(announced.explanation as LocalizedText)
  const explain = useMutation({
    ...query.outcomes.explainDifference.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('explain.done') })
      onClose()
    },
  })
  return (
    <Modal
      opened
      title={t('explain.title')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          loading={explain.isPending}
          onClick={() => explain.mutate({ programmeId: programme.id, announcedId: announced.id, explanation })}
        >
          {t('explain.save')}
        </Button>
      }
    >
      <div className={page.form}>
        <p>{t('explain.hint')}</p>
        <LocalizedFields
          label={t('explain.label')}
          value={explanation}
          rows={3}
          maxLength={1000}
          onChange={setExplanation}
        />
        {explain.error ? <ProblemNotice error={explain.error} compact /> : null}
      </div>
    </Modal>
  )
}
