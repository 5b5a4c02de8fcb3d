import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../../api.ts'
import { useMessages, useText } from '../../../locale.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { wallClock } from '../../../../kernel/time-zone.ts'
import type { Board } from '../board/board-facts.ts'
import { useBoardWordsOf } from '../board/use-board-words.ts'
import { ScheduleTabs } from '../schedule-tabs.tsx'
import { StepLink } from '../step-link.tsx'
import type { Study } from './curve.ts'
import { messages } from './messages.ts'
import { useQuestionWords } from './question-words.ts'
import { StudyFigure } from './study-figure.tsx'
import { isWorkedOn } from './use-studies.ts'
import styles from './what-if-page.module.css'

type Question = Study['question']

/** Steps to each side. */
const MOST = 3

export function WhatIfPage({
  programmeId,
  eventId,
  board,
  studies,
}: {
  programmeId: string
  eventId: string
  board: Board
  studies: readonly Study[]
}) {
  const t = useMessages(messages)
  const text = useText()
  const client = useQueryClient()
  const input = { programmeId, eventId }
  const { speaker } = useBoardWordsOf(board)
  const wordsOf = useQuestionWords(speaker)
  const questions = questionsOf(board)
  const [chosen, setChosen] = useState(0)
  const question = questions[chosen]
  const reload = () =>
    client.invalidateQueries({ queryKey: query.scheduling.listStudies.queryOptions({ input }).queryKey })
  const start = useMutation({ ...query.scheduling.startStudy.mutationOptions(), onSettled: reload })
  const stop = useMutation({ ...query.scheduling.stopStudy.mutationOptions(), onSettled: reload })
  const going = studies.some(isWorkedOn)
  return (
    <>
      <PageHead title={t('title')} lead={`${text(board.eventName)}. ${t('lead')}`}>
        <ScheduleTabs {...input} mayEdit={board.may.edit} />
      </PageHead>
      <div className={styles.page}>
        {board.revision === 0 ? (
          <EmptyState title={t('noDraft')} action={<StepLink path="/schedule">{t('toBoard')}</StepLink>}>
            {t('noDraftHint')}
          </EmptyState>
        ) : (
          <>
            {board.may.edit ? (
              <Panel title={t('ask')}>
                <form
                  className={styles.form}
                  onSubmit={(event) => {
                    event.preventDefault()
                    if (question) start.mutate({ ...input, question })
                  }}
                >
                  <label className={styles.field}>
                    <span>{t('what')}</span>
                    <select value={chosen} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
                      {questions.map((each, index) => (
                        <option key={wordsOf(each)} value={index}>
                          {wordsOf(each)}
                        </option>
                      ))}
                    </select>
                  </label>
                  <Button type="submit" variant="filled" disabled={going || !question} loading={start.isPending}>
                    {t('go')}
                  </Button>
                  <p>{t('hint', { most: MOST })}</p>
                </form>
              </Panel>
            ) : null}
            {studies.length === 0 ? (
              <Panel title={t('curves')}>
                <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
              </Panel>
            ) : (
              <div className={styles.figures}>
                {studies.map((study) => (
                  <StudyFigure
                    key={study.id}
                    study={study}
                    title={wordsOf(study.question)}
                    onStop={board.may.edit ? () => stop.mutate({ ...input, studyId: study.id }) : undefined}
                  />
                ))}
              </div>
            )}
          </>
        )}
      </div>
    </>
  )
}

/** What can be asked of this event: its language pairs, kinds of places and days. */
function questionsOf(board: Board): readonly Question[] {
  const most = MOST
  const pairs = new Set(board.interpreters.flatMap(({ languagePairs }) => languagePairs))
  const kinds = new Set(board.places.map(({ kind }) => kind))
  const [side] = board.sides
  const days = new Set(board.timeslots.map(({ startsAt }) => wallClock(startsAt, side?.timeZone ?? 'UTC').date))
  return [
    ...[...pairs].toSorted().map((languagePair) => ({ code: 'interpreters', languagePair, most }) as const),
    ...[...kinds].toSorted().map((kind) => ({ code: 'places', kind, most }) as const),
    ...[...days].toSorted().map((day) => ({ code: 'timeslots', day, most }) as const),
  ]
}
