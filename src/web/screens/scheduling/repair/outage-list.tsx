import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { BoardFacts } from '../board/board-facts.ts'
import type { Speaker } from '../board/speaker.ts'
import { messages } from './messages.ts'
import styles from './repair-page.module.css'

/** What has been recorded as lost, each to be taken back when it is there again. */
export function OutageList({
  input,
  speaker,
  facts,
}: {
  input: { programmeId: string; eventId: string }
  speaker: Speaker
  facts: BoardFacts
}) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const { data } = useQuery(query.scheduling.listOutages.queryOptions({ input }))
  const takeBack = useMutation({
    ...query.scheduling.takeBackOutage.mutationOptions(),
    onSettled: () => client.invalidateQueries({ queryKey: query.scheduling.key() }),
  })
  if (!data || data.rows.length === 0) return null
  return (
    <Panel title={t('outages')} note={data.rows.length}>
      <p className={styles.quiet}>{t('outagesHint')}</p>
      <ul className={styles.outages}>
        {data.rows.map((row) => {
          const place = row.placeId === null ? undefined : facts.placeOf.get(row.placeId)
          const who =
            row.participantId !== null
              ? speaker.participant(row.participantId)
              : row.interpreterId !== null
                ? speaker.interpreter(row.interpreterId)
                : place
                  ? speaker.t(`selected.${place.kind}`, { name: place.name })
                  : ''
          return (
            <li key={row.id}>
              <span>
                <b>{who}</b>
                <small>
                  {t(`codes.${row.cause}`)}; {speaker.times(row.timeslotIds)}
                </small>
              </span>
              <Button
                size="xs"
                loading={takeBack.isPending && takeBack.variables.outageId === row.id}
                onClick={() => takeBack.mutate({ ...input, outageId: row.id })}
              >
                {t('takeBack')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
