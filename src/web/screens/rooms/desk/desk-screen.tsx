import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { useLive } from '../../../live.ts'
import { PendingScreen } from '../../../shell/pending-screen.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useShortcuts } from '../../../ui/keyboard.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import type { RoomsSearch } from '../rooms-search.ts'
import { DeskList } from './desk-list.tsx'
import { messages } from './desk-messages.ts'
import { DeskProposalPanel } from './desk-proposal.tsx'
import { DeskRoom } from './desk-room.tsx'
import { type Desk, missingOf, needsHand } from './desk-shapes.ts'
import { DeskStandby } from './desk-standby.tsx'
import styles from './desk.module.css'
import { useDeskRepair } from './use-desk-repair.ts'

/** Minutes of delay are counted by the server; without the live stream the desk also learns who came this way. */
const REFRESH_MS = 15_000
/** Many come at once when a round of meetings begins. */
const GATHER_MS = 500

/** The operator's live desk: every room now and next, and what to do when somebody is missing. */
export function DeskScreen() {
  const { programme } = useProgramme()
  const { day } = useSearch({ strict: false }) as RoomsSearch
  const input = { programmeId: programme.id, ...(day === undefined ? {} : { day }) }
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const isLive = useLive(`desk:${programme.id}`, () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void client.invalidateQueries({ queryKey: query.rooms.readDesk.key() }), GATHER_MS)
  })
  const { data, error, refetch } = useQuery(
    query.rooms.readDesk.queryOptions({ input, refetchInterval: REFRESH_MS, placeholderData: (before) => before }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return <DeskPage desk={data} programmeId={programme.id} isLive={isLive} />
}

function DeskPage({ desk, programmeId, isLive }: { desk: Desk; programmeId: string; isLive: boolean }) {
  const t = useMessages(messages)
  const params = { programmeId }
  return (
    <>
      <PageHead title={t('title')} lead={`${t('lead')} (${isLive ? t('live') : t('asking')})`}>
        <LinkButton to="/programmes/$programmeId/rooms" params={params}>
          {t('toRooms')}
        </LinkButton>
      </PageHead>
      {desk.rows.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <LinkButton to="/programmes/$programmeId/schedule" params={params}>
              {t('toSchedule')}
            </LinkButton>
          }
        >
          {t('noneHint')}
        </EmptyState>
      ) : (
        <DeskWork desk={desk} programmeId={programmeId} />
      )}
    </>
  )
}

function DeskWork({ desk, programmeId }: { desk: Desk; programmeId: string }) {
  const t = useMessages(messages)
  const { rows } = desk
  const first = rows.find(needsHand) ?? rows.find(({ phase }) => phase !== 'over') ?? rows[0]
  const [chosen, setChosen] = useState<string | null>(null)
  const row = rows.find(({ requestId }) => requestId === chosen) ?? first
  const message = useRef<HTMLTextAreaElement>(null)
  const side = useRef<HTMLDivElement>(null)
  const repair = useDeskRepair(programmeId)
  const step = (by: 1 | -1) => {
    const at = rows.findIndex(({ requestId }) => requestId === row?.requestId)
    const next = rows[at + by]
    if (!next) return
    setChosen(next.requestId)
    document.getElementById(`desk-${next.requestId}`)?.scrollIntoView({ block: 'nearest' })
  }
  const choose = (requestId: string) => {
    setChosen(requestId)
    repair.dismiss()
    // On a phone the list is below what is chosen from it.
    side.current?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts([
    { code: 'KeyJ', keys: 'J', label: t('keys.down'), run: () => step(1) },
    { code: 'KeyK', keys: 'K', label: t('keys.up'), run: () => step(-1) },
    {
      code: 'KeyN',
      keys: 'N',
      label: t('keys.noShow'),
      run: () => {
        const [missing] = row ? missingOf(row) : []
        if (row && missing) repair.ask({ code: 'no-show', requestId: row.requestId, party: missing.party })
      },
    },
    { code: 'KeyA', keys: 'A', label: t('keys.apply'), run: repair.apply },
    { code: 'KeyM', keys: 'M', label: t('keys.write'), run: () => message.current?.focus() },
  ])
  return (
    <div className={styles.desk}>
      <DeskList rows={rows} chosen={row?.requestId ?? null} onChoose={choose} />
      <div className={styles.side} ref={side}>
        {repair.cause ? <DeskProposalPanel repair={repair} /> : null}
        {row ? (
          <DeskRoom
            key={row.requestId}
            row={row}
            desk={desk}
            programmeId={programmeId}
            messageRef={message}
            onHappened={repair.ask}
          />
        ) : null}
        <DeskStandby rows={desk.standby} onFind={(requestId) => repair.ask({ code: 'standby', requestId })} />
      </div>
    </div>
  )
}
