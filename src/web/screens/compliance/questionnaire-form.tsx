import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Technologies } from './shapes.ts'
import { useRefresh } from './use-refresh.ts'

/** Describes a technology with its parameters; every number needs its unit. */
export function QuestionnaireForm({ table, onClose }: { table: Technologies['table']; onClose: () => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const [key, setKey] = useState(table.technologies[0]?.key ?? '')
  const [title, setTitle] = useState('')
  const [agreementId, setAgreementId] = useState<string | null>(null)
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const agreements = useQuery(query.agreements.listAgreements.queryOptions({ input: { programmeId: programme.id } }))
  const technology = table.technologies.find((one) => one.key === key)
  const open = useMutation({
    ...query.compliance.openQuestionnaire.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('technology.saved') })
      onClose()
    },
  })
  const send = () =>
    open.mutate({
      programmeId: programme.id,
      subjectKind: agreementId === null ? 'other' : 'agreement',
      subjectId: agreementId,
      title: title.trim() || text(technology?.title ?? {}),
      technology: key,
      answers: (technology?.parameters ?? []).flatMap((parameter) => {
        const answer = answers[parameter.key]?.trim() ?? ''
        return answer === '' ? [] : [{ key: parameter.key, text: answer }]
      }),
    })
  return (
    <Modal
      opened
      title={t('technology.new')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={open.isPending} onClick={send}>
          {t('technology.deed')}
        </Button>
      }
    >
      <div className={page.form}>
        <Select
          label={t('technology.kind')}
          value={key}
          onChange={(value) => {
            setKey(value ?? key)
            setAnswers({})
          }}
          data={table.technologies.map((one) => ({ value: one.key, label: text(one.title) }))}
        />
        <TextInput
          label={t('technology.title')}
          placeholder={text(technology?.title ?? {})}
          value={title}
          maxLength={300}
          onChange={(input) => setTitle(input.currentTarget.value)}
        />
        <Select
          label={t('technology.agreement')}
          clearable
          value={agreementId}
          onChange={setAgreementId}
          data={(agreements.data?.rows ?? []).map((one) => ({
            value: one.id,
            label: `${one.number} ${text(one.title)}`,
          }))}
        />
        {technology && technology.parameters.length > 0 ? (
          <fieldset className={page.fields}>
            <legend>{t('technology.parameters')}</legend>
            <div className={page.row}>
              {technology.parameters.map((parameter) => (
                <TextInput
                  key={parameter.key}
                  label={text(parameter.title)}
                  placeholder={t('technology.example', { example: parameter.example })}
                  value={answers[parameter.key] ?? ''}
                  maxLength={60}
                  onChange={(input) => setAnswers({ ...answers, [parameter.key]: input.currentTarget.value })}
                />
              ))}
            </div>
          </fieldset>
        ) : null}
        {open.error ? <ProblemNotice error={open.error} compact /> : null}
      </div>
    </Modal>
  )
}
