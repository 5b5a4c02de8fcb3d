import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type Outputs, query } from '../../../api.ts'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { notify } from '../../../ui/notices.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { useZones } from '../../../ui/time.tsx'
import { type Board, boardFacts } from '../board/board-facts.ts'
import { createSpeaker } from '../board/speaker.ts'
import { type Comparison, differenceGroups } from './difference-groups.ts'
import { DifferenceList } from './difference-list.tsx'
import { messages } from './messages.ts'
import { VersionTable } from './version-table.tsx'
import styles from './release-page.module.css'

const NOTE_LENGTH = 1000

export function ReleasePage({
  programmeId,
  eventId,
  board,
  comparison,
  versions,
}: {
  programmeId: string
  eventId: string
  board: Board
  comparison: Comparison
  versions: Outputs['scheduling']['listVersions']['rows']
}) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const zones = useZones()
  const facts = useMemo(() => boardFacts(board), [board])
  const speaker = useMemo(
    () =>
      createSpeaker(
        facts,
        locale,
        zones.map(({ zone }) => zone),
      ),
    [facts, locale, zones],
  )
  const groups = differenceGroups(
    comparison.rows,
    facts.timeslots.map(({ id }) => id),
  )
  const { fromVersion } = comparison
  return (
    <>
      <PageHead
        title={t('title')}
        lead={`${text(board.eventName)}. ${fromVersion === null ? t('first') : t('since', { version: fromVersion })}`}
        actions={
          <Button
            leftSection={<Icon name="chevron-left" />}
            renderRoot={(props) => (
              <Link
                to="/programmes/$programmeId/events/$eventId/schedule"
                params={{ programmeId, eventId }}
                {...props}
              />
            )}
          >
            {t('back')}
          </Button>
        }
      />
      <div className={styles.page}>
        <Panel title={t('changes')} note={t('count', { count: comparison.rows.length })}>
          {groups.length > 0 ? (
            <DifferenceList groups={groups} facts={facts} speaker={speaker} />
          ) : (
            <EmptyState title={board.revision === 0 ? t('noDraft') : t('same')}>
              {board.revision === 0 ? t('noDraftHint') : t('sameHint')}
            </EmptyState>
          )}
        </Panel>
        <div className={styles.side}>
          {board.may.edit && groups.length > 0 ? (
            <ReleasePanel
              input={{ programmeId, eventId }}
              board={board}
              comparison={comparison}
              speaker={speaker}
              nextVersion={Math.max(0, ...versions.map(({ number }) => number)) + 1}
            />
          ) : null}
          <Panel title={t('versions')} flush={versions.length > 0}>
            <VersionTable versions={versions} />
          </Panel>
        </div>
      </div>
    </>
  )
}

/** Who will be told, a note, and the button; asks once more before it does. */
function ReleasePanel({
  input,
  board,
  comparison,
  speaker,
  nextVersion,
}: {
  input: { programmeId: string; eventId: string }
  board: Board
  comparison: Comparison
  speaker: ReturnType<typeof createSpeaker>
  nextVersion: number
}) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const [asking, setAsking] = useState(false)
  const { toldParticipants, toldInterpreters, revision } = comparison
  const held = new Set(board.meetings.map(({ requestId }) => requestId))
  const unmetMusts = board.requests.filter(({ id, wish }) => wish === 'must' && !held.has(id)).length
  const release = useMutation({
    ...query.scheduling.releaseSchedule.mutationOptions(),
    meta: { quiet: true },
    onSuccess: ({ number, heldBack }) => {
      notify({ text: t('released', { version: number }) })
      if (heldBack.length > 0) notify({ text: t('heldBack', { count: heldBack.length }), tone: 'hand' })
    },
    // Refused because somebody changed the draft: what is shown is out of date either way.
    onSettled: () => {
      setAsking(false)
      return client.invalidateQueries({ queryKey: query.scheduling.key() })
    },
  })
  return (
    <Panel title={t('told')}>
      <dl className={styles.told}>
        <dt>{t('toldParticipants', { count: toldParticipants.length })}</dt>
        <dd>{toldParticipants.map(speaker.participant).join(', ')}</dd>
        <dt>{t('toldInterpreters', { count: toldInterpreters.length })}</dt>
        <dd>{toldInterpreters.map(speaker.interpreter).join(', ')}</dd>
      </dl>
      <p className={styles.quiet}>{t('toldHow')}</p>
      <label className={styles.note}>
        <span>{t('note')}</span>
        <textarea
          rows={3}
          value={note}
          maxLength={NOTE_LENGTH}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <small>{t('noteHint')}</small>
      </label>
      {unmetMusts > 0 ? (
        <p className={styles.hand}>
          <Icon name="warning" /> {t('unmetMusts', { count: unmetMusts })}
        </p>
      ) : null}
      {release.error ? <ProblemNotice error={release.error} compact /> : null}
      <Button variant="filled" fullWidth onClick={() => setAsking(true)}>
        {t('release', { version: nextVersion })}
      </Button>
      <Confirm
        opened={asking}
        title={t('confirm', { version: nextVersion })}
        confirmLabel={t('release', { version: nextVersion })}
        busy={release.isPending}
        onCancel={() => setAsking(false)}
        onConfirm={() => release.mutate({ ...input, revision, note: note.trim() || null })}
      >
        <p>{t('confirmText', { participants: toldParticipants.length, interpreters: toldInterpreters.length })}</p>
      </Confirm>
    </Panel>
  )
}
