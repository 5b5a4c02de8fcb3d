import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { messages as caseMessages } from '../../../modules/cases/messages.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { STATES } from './case-search.ts'
import styles from './cases.module.css'
import { messages } from './messages.ts'
import type { CaseFile } from './shapes.ts'
import { useRefreshCases } from './use-case-deeds.ts'

/** Next action, state and owner: what whoever looks after a case changes. */
export function CaseDeeds({ file }: { file: CaseFile }) {
  const t = useMessages(messages)
  return (
    <>
      <PlanPanel file={file} />
      <Panel title={t('one.move')}>
        <div className={styles.form}>
          <MoveForm file={file} />
          <TransferForm file={file} />
        </div>
      </Panel>
    </>
  )
}

function PlanPanel({ file }: { file: CaseFile }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshCases()
  const [action, setAction] = useState(file.nextAction ?? '')
  const [day, setDay] = useState(file.nextActionOn ?? '')
  const [tried, setTried] = useState(false)
  const lacksAction = day !== '' && action.trim() === ''
  const plan = useMutation({
    ...query.cases.planCase.mutationOptions(),
    onSuccess: () => void notify({ text: t('one.planned') }),
    onSettled: refresh,
  })
  return (
    <Panel title={t('one.plan')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (lacksAction) return
          const { id: caseId, revision } = file
          plan.mutate({ programmeId: programme.id, caseId, revision, nextAction: action, nextActionOn: day || null })
        }}
      >
        <div className={styles.pair}>
          <TextInput
            label={t('columns.next')}
            maxLength={500}
            value={action}
            error={tried && lacksAction ? t('one.actionMissing') : null}
            onChange={(event) => setAction(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('columns.by')}
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
        </div>
        <p className={styles.hint}>{t('one.planHint')}</p>
        <div>
          <Button type="submit" variant="default" loading={plan.isPending}>
            {t('one.planSave')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function MoveForm({ file }: { file: CaseFile }) {
  const t = useMessages(messages)
  const words = useMessages(caseMessages)
  const { programme } = useProgramme()
  const refresh = useRefreshCases()
  const [state, setState] = useState<string | null>(null)
  const to = STATES.find((one) => one === state)
  const move = useMutation({
    ...query.cases.moveCase.mutationOptions(),
    onSuccess: (_, sent) => void notify({ text: t('one.moved', { state: words(`states.${sent.state}`) }) }),
    onSettled: refresh,
  })
  const { id: caseId, revision } = file
  return (
    <div className={styles.deed}>
      <Select
        label={t('one.moveTo')}
        value={state}
        data={STATES.filter((one) => file.mayMoveTo.includes(one)).map((one) => ({
          value: one,
          label: words(`states.${one}`),
        }))}
        onChange={setState}
      />
      <Button
        variant="default"
        disabled={!to}
        loading={move.isPending}
        onClick={() => {
          if (to) move.mutate({ programmeId: programme.id, caseId, revision, state: to })
        }}
      >
        {t('one.move')}
      </Button>
    </div>
  )
}

function TransferForm({ file }: { file: CaseFile }) {
  const t = useMessages(messages)
  const { programme, person } = useProgramme()
  const refresh = useRefreshCases()
  const others = file.owners.filter(({ id }) => id !== file.owner?.id)
  const [ownerId, setOwnerId] = useState<string | null>(
    file.owner === null && others.some(({ id }) => id === person.id) ? person.id : null,
  )
  const name = others.find(({ id }) => id === ownerId)?.name
  const transfer = useMutation({
    ...query.cases.transferCase.mutationOptions(),
    onSuccess: () => void notify({ text: t('one.transferred', { name: name ?? '' }) }),
    onSettled: refresh,
  })
  const { id: caseId, revision } = file
  if (others.length === 0) return null
  return (
    <div className={styles.deed}>
      <Select
        label={t('one.owner')}
        placeholder={file.owner?.name ?? t('noOwner')}
        value={ownerId}
        data={others.map(({ id, name: label }) => ({ value: id, label }))}
        onChange={setOwnerId}
      />
      <Button
        variant="default"
        disabled={name === undefined}
        loading={transfer.isPending}
        onClick={() => {
          if (ownerId) transfer.mutate({ programmeId: programme.id, caseId, revision, ownerId })
        }}
      >
        {file.owner === null && ownerId === person.id ? t('one.take') : t('one.transfer')}
      </Button>
    </div>
  )
}
