import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMessages } from '../../../locale.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { BoardFacts } from '../board/board-facts.ts'
import type { Speaker } from '../board/speaker.ts'
import { differenceGroups } from '../release/difference-groups.ts'
import { DifferenceList } from '../release/difference-list.tsx'
import { messages } from './messages.ts'
import type { Proposal, RepairChoice } from './proposal.ts'
import styles from './repair-page.module.css'

/** Before and after, who will be told, and the two ways to make it true. */
export function ChosenRepair({
  proposal,
  choice,
  facts,
  speaker,
  error,
  busy,
  onApply,
}: {
  proposal: Proposal
  choice: RepairChoice
  facts: BoardFacts
  speaker: Speaker
  error: unknown
  busy: boolean
  onApply: (release: boolean) => void
}) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const { released } = facts.board
  const groups = differenceGroups(
    choice.rows,
    facts.timeslots.map(({ id }) => id),
  )
  const told = { participants: choice.toldParticipants.length, interpreters: choice.toldInterpreters.length }
  const version = (released?.number ?? 0) + 1
  return (
    <Panel title={t('changes')} note={t('count', { count: choice.rows.length })}>
      {groups.length > 0 ? (
        <DifferenceList groups={groups} facts={facts} speaker={speaker} />
      ) : (
        <p>{t('nothingChanges')}</p>
      )}
      <h3 className={styles.told}>{t('told')}</h3>
      <p>
        {[
          ...choice.toldParticipants.map(speaker.participant),
          ...choice.toldInterpreters.map(speaker.interpreter),
        ].join(', ') || t('nobody')}
      </p>
      {released && proposal.pendingChanges > 0 ? (
        <p className={styles.hand}>
          <Icon name="warning" /> {t('pending', { count: proposal.pendingChanges })}
        </p>
      ) : null}
      {error ? <ProblemNotice error={error} compact /> : null}
      <div className={styles.buttons}>
        <Button loading={busy} onClick={() => onApply(false)}>
          {t('applyDraft')}
        </Button>
        {released ? (
          <Button variant="filled" loading={busy} onClick={() => setAsking(true)}>
            {t('applyRelease', { version })}
          </Button>
        ) : null}
      </div>
      <Confirm
        opened={asking}
        title={t('confirm', { version })}
        confirmLabel={t('applyRelease', { version })}
        busy={busy}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onApply(true)
        }}
      >
        <p>{t('confirmText', told)}</p>
      </Confirm>
    </Panel>
  )
}
