import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { notify } from '../../../ui/notices.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { Board } from '../board/board-facts.ts'
import { useBoardWordsOf } from '../board/use-board-words.ts'
import { ScheduleTabs } from '../schedule-tabs.tsx'
import { StepLink } from '../step-link.tsx'
import { ChoiceCards } from './choice-cards.tsx'
import { ChosenRepair } from './chosen-repair.tsx'
import { type Choice, disturbanceOf, isCode } from './disturbances.ts'
import { messages } from './messages.ts'
import { OutageList } from './outage-list.tsx'
import { RepairForm } from './repair-form.tsx'
import styles from './repair-page.module.css'

const FROZEN_MINUTES = 20

export function RepairPage({
  programmeId,
  eventId,
  board,
  what,
  id,
}: {
  programmeId: string
  eventId: string
  board: Board
  what: string | undefined
  id: string | undefined
}) {
  const t = useMessages(messages)
  const text = useText()
  const client = useQueryClient()
  const input = { programmeId, eventId }
  const { facts, speaker } = useBoardWordsOf(board)
  const [choice, setChoice] = useState<Choice>({
    code: isCode(what) ? what : 'cancelled',
    id: id ?? '',
    fromSlot: '',
    untilSlot: '',
    timeslots: 1,
  })
  const [frozenMinutes, setFrozenMinutes] = useState(FROZEN_MINUTES)
  const [chosen, setChosen] = useState(0)
  const disturbance = disturbanceOf(board, choice)
  const propose = useMutation({
    ...query.scheduling.proposeRepair.mutationOptions(),
    meta: { quiet: true },
    onSuccess: () => setChosen(0),
  })
  const apply = useMutation({
    ...query.scheduling.applyRepair.mutationOptions(),
    meta: { quiet: true },
    onSuccess: ({ version, heldBack }) => {
      notify({ text: version === null ? t('applied') : t('appliedAndReleased', { version }) })
      if (heldBack.length > 0) notify({ text: t('heldBack', { count: heldBack.length }), tone: 'hand' })
      propose.reset()
      setChoice({ ...choice, id: '', fromSlot: '', untilSlot: '' })
      return client.invalidateQueries({ queryKey: query.scheduling.key() })
    },
  })
  const change = (next: Choice) => {
    setChoice(next)
    propose.reset()
    apply.reset()
  }
  const proposal = propose.data
  const selected = proposal?.choices[chosen]
  return (
    <>
      <PageHead title={t('title')} lead={`${text(board.eventName)}. ${t('lead')}`}>
        <ScheduleTabs {...input} mayEdit={board.may.edit} />
      </PageHead>
      {board.revision === 0 || !board.may.edit ? (
        <EmptyState title={t('noDraft')} action={<StepLink path="/schedule">{t('toBoard')}</StepLink>}>
          {t('noDraftHint')}
        </EmptyState>
      ) : (
        <div className={styles.page}>
          <div className={styles.side}>
            <Panel title={t('happened')}>
              <RepairForm
                facts={facts}
                speaker={speaker}
                choice={choice}
                onChoice={change}
                frozenMinutes={frozenMinutes}
                onFrozenMinutes={(minutes) => {
                  setFrozenMinutes(minutes)
                  propose.reset()
                }}
                ready={disturbance !== null}
                busy={propose.isPending}
                onAsk={() => disturbance && propose.mutate({ ...input, disturbance, frozenMinutes })}
              />
            </Panel>
            <OutageList input={input} speaker={speaker} facts={facts} />
          </div>
          <div className={styles.answer} aria-live="polite">
            {propose.error ? <ProblemNotice error={propose.error} /> : null}
            {proposal && selected && disturbance ? (
              <>
                <ChoiceCards proposal={proposal} facts={facts} chosen={chosen} onChoose={setChosen} />
                <ChosenRepair
                  proposal={proposal}
                  choice={selected}
                  facts={facts}
                  speaker={speaker}
                  error={apply.error}
                  busy={apply.isPending}
                  onApply={(release) =>
                    apply.mutate({
                      ...input,
                      disturbance,
                      frozenMinutes,
                      revision: proposal.revision,
                      changes: selected.changes,
                      release,
                      note: release ? t(`codes.${choice.code}`) : null,
                    })
                  }
                />
              </>
            ) : propose.error ? null : (
              <Panel title={t('ways')}>
                <EmptyState title={t('notAsked')}>{t('notAskedHint')}</EmptyState>
              </Panel>
            )}
          </div>
        </div>
      )}
    </>
  )
}
