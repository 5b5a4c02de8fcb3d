import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api.ts'
import { Modal } from '../../../ui/modal.tsx'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { Board, UnmetRequest } from './board-facts.ts'
import { useBoardView } from './board-view.ts'
import { changeSentence } from './sentences.ts'
import { boardQuery } from './use-draft-edits.ts'
import styles from './dock.module.css'

/** Makes the cheapest change and solves; who has to agree or to come is asked for first. */
export function ChangeDialog({ unmet, onClose }: { unmet: UnmetRequest | null; onClose: () => void }) {
  const { speaker, facts } = useBoardView()
  const change = unmet?.change
  return (
    <Modal opened={unmet !== null} title={speaker.t('apply.title')} onClose={onClose}>
      {unmet && change ? (
        <ApplyChange
          key={`${unmet.requestId} ${facts.board.revision}`}
          unmet={{ ...unmet, change }}
          onClose={onClose}
        />
      ) : null}
    </Modal>
  )
}

function ApplyChange({
  unmet: { requestId, change },
  onClose,
}: {
  unmet: UnmetRequest & { readonly change: NonNullable<UnmetRequest['change']> }
  onClose: () => void
}) {
  const { programmeId, eventId, facts, speaker } = useBoardView()
  const { t } = speaker
  const client = useQueryClient()
  const input = { programmeId, eventId }
  const [name, setName] = useState('')
  const needsName = change.code === 'add-interpreter'
  const { sentence, consentOf } = changeSentence(speaker, change)
  const apply = useMutation({
    ...query.scheduling.applyCheapestChange.mutationOptions(),
    meta: { quiet: true },
    onSuccess: (run) => {
      client.setQueryData(query.scheduling.readRun.queryOptions({ input }).queryKey, run)
      void client.invalidateQueries({ queryKey: boardQuery(input).queryKey })
      notify({ text: t('apply.started') })
      onClose()
    },
  })
  return (
    <form
      className={styles.apply}
      onSubmit={(event) => {
        event.preventDefault()
        const interpreterName = needsName ? name.trim() : null
        apply.mutate({ ...input, requestId, revision: facts.board.revision, interpreterName })
      }}
    >
      <p>
        <b>{speaker.meeting(requestId)}</b>
      </p>
      <p>{sentence}</p>
      <p className={styles.quiet}>
        {t('apply.effect', { held: change.held, requested: facts.board.requests.length, moved: change.moved })}
      </p>
      {consentOf ? <p className={styles.quiet}>{t('apply.consent', { participant: consentOf })}</p> : null}
      {needsName ? (
        <TextInput
          label={t('apply.name')}
          description={t('apply.nameHint')}
          value={name}
          maxLength={200}
          required
          onChange={(event) => setName(event.currentTarget.value)}
        />
      ) : null}
      {apply.error ? <ProblemNotice error={apply.error} compact /> : null}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('apply.cancel')}</Button>
        <Button type="submit" variant="filled" loading={apply.isPending}>
          {t('apply.confirm')}
        </Button>
      </div>
    </form>
  )
}

/** Looks for the cheapest change of a request for which none is known, such as after a move by hand. */
export function FindChange({ requestId }: { requestId: string }) {
  const { programmeId, eventId, facts, speaker } = useBoardView()
  const { t } = speaker
  const client = useQueryClient()
  const find = useMutation({
    ...query.scheduling.findCheapestChange.mutationOptions(),
    onSuccess: (found) =>
      client.setQueryData<Board>(boardQuery({ programmeId, eventId }).queryKey, (board) =>
        board
          ? {
              ...board,
              outcome: {
                ...board.outcome,
                unmet: [...board.outcome.unmet.filter((one) => one.requestId !== requestId), found],
              },
            }
          : board,
      ),
  })
  if (find.data && find.data.change === null) return <small>{t('apply.none')}</small>
  return (
    <Button
      size="xs"
      loading={find.isPending}
      onClick={() => find.mutate({ programmeId, eventId, requestId, revision: facts.board.revision })}
    >
      {t('apply.find')}
    </Button>
  )
}
