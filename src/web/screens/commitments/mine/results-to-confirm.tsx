import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { amountText } from '../../../../kernel/money.ts'
import { messages as outcomeMessages } from '../../../../modules/outcomes/messages.ts'
import { type Outputs, query } from '../../../api.ts'
import { useLocale, useMessages, useNumbers, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { notify } from '../../../ui/notices.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { formatCalendarDay } from '../../../ui/time-format.ts'
import { messages } from '../messages.ts'
import page from '../page.module.css'
import styles from './results-to-confirm.module.css'

type Outcome = Outputs['outcomes']['listOutcomes']['rows'][number]

/** Results that name the own company, each with its proof; the company says whether it is so. */
export function ResultsToConfirm() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { data } = useQuery(query.outcomes.listOutcomes.queryOptions({ input: { programmeId: programme.id } }))
  const rows = data?.rows.filter(({ status }) => status === 'recorded') ?? []
  return (
    <Panel title={t('mine.results')}>
      {rows.length === 0 ? (
        <p className={page.quiet}>{t('mine.resultsNone')}</p>
      ) : (
        <ul className={styles.results}>
          {rows.map((row) => (
            <Result key={row.id} outcome={row} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Result({ outcome }: { outcome: Outcome }) {
  const t = useMessages(messages)
  const words = useMessages(outcomeMessages)
  const text = useText()
  const { list } = useNumbers()
  const { locale } = useLocale()
  const [asking, setAsking] = useState(false)
  const { kind, title, basis, amount, happenedOn, grade, parties, may, confirmedBy } = outcome
  return (
    <li>
      <div className={styles.words}>
        <b>{text(title)}</b>
        <span>{list(parties.map(({ name }) => text(name)))}</span>
        <small className={page.small}>
          {[
            words(`kinds.${kind}`),
            words(`bases.${basis}`),
            ...(amount ? [amountText(amount, locale)] : []),
            formatCalendarDay(happenedOn, locale),
          ].join(' · ')}
        </small>
      </div>
      <StatusBadge>{words(`grades.${grade}`)}</StatusBadge>
      {may.confirm ? (
        <Button
          size="xs"
          variant="light"
          aria-label={`${t('mine.confirm')}: ${text(title)}`}
          onClick={() => setAsking(true)}
        >
          {t('mine.confirm')}
        </Button>
      ) : confirmedBy.length > 0 ? (
        <span className={page.small}>{t('mine.isConfirmed')}</span>
      ) : null}
      {asking ? <ConfirmResult outcome={outcome} onClose={() => setAsking(false)} /> : null}
    </li>
  )
}

function ConfirmResult({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const t = useMessages(messages)
  const words = useMessages(outcomeMessages)
  const text = useText()
  const { programme } = useProgramme()
  const client = useQueryClient()
  const confirm = useMutation({
    ...query.outcomes.confirmOutcome.mutationOptions(),
    onSuccess: async ({ grade }) => {
      await client.invalidateQueries({ queryKey: query.outcomes.key() })
      notify({ text: t('mine.confirmed', { grade: words(`grades.${grade}`) }) })
      onClose()
    },
  })
  return (
    <Confirm
      opened
      title={t('mine.confirmTitle')}
      confirmLabel={t('mine.confirm')}
      busy={confirm.isPending}
      onCancel={onClose}
      onConfirm={() => confirm.mutate({ programmeId: programme.id, outcomeId: outcome.id })}
    >
      <p>
        <b>{text(outcome.title)}</b>
      </p>
      <p>{t('mine.confirmBody')}</p>
    </Confirm>
  )
}
