import type { CSSProperties } from 'react'
import type { Outputs } from '../../../api.ts'
import { useMessages, useNumbers, useText } from '../../../locale.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { Board } from '../board/board-facts.ts'
import { useBoardWordsOf } from '../board/use-board-words.ts'
import { ScheduleTabs } from '../schedule-tabs.tsx'
import { StepLink } from '../step-link.tsx'
import { messages } from './messages.ts'
import styles from './fairness-page.module.css'

type Picture = Outputs['scheduling']['readFairness']
type CompanyShare = Picture['participants'][number]

const shareOf = ({ asked, held }: { asked: number; held: number }): number => (asked === 0 ? 1 : held / asked)

export function FairnessPage({
  programmeId,
  eventId,
  board,
  picture,
}: {
  programmeId: string
  eventId: string
  board: Board
  picture: Picture | null
}) {
  const t = useMessages(messages)
  const text = useText()
  const { speaker } = useBoardWordsOf(board)
  return (
    <>
      <PageHead title={t('title')} lead={`${text(board.eventName)}. ${t('lead')}`}>
        {board.revision > 0 ? (
          <ScheduleTabs programmeId={programmeId} eventId={eventId} mayEdit={board.may.edit} />
        ) : null}
      </PageHead>
      {picture === null ? (
        <EmptyState title={t('noDraft')} action={<StepLink path="/schedule">{t('toBoard')}</StepLink>}>
          {t('noDraftHint')}
        </EmptyState>
      ) : (
        <div className={styles.page}>
          <div className={styles.sides}>
            {board.sides.map((side) => (
              <SidePanel key={side.id} name={text(side.name)} sideId={side.id} picture={picture} />
            ))}
          </div>
          {picture.leftOut.length > 0 ? (
            <p className={styles.hand}>
              <Icon name="warning" />{' '}
              {t('leftOut', {
                count: picture.leftOut.length,
                names: new Intl.ListFormat(speaker.locale).format(picture.leftOut.map(speaker.participant)),
              })}
            </p>
          ) : null}
          <Companies board={board} picture={picture} name={speaker.participant} />
        </div>
      )}
    </>
  )
}

/** A side's own figures, and a mark a company by what it got of what it asked for. */
function SidePanel({ name, sideId, picture }: { name: string; sideId: string; picture: Picture }) {
  const t = useMessages(messages)
  const { percent, number } = useNumbers()
  const side = picture.sides.find((each) => each.sideId === sideId)
  if (!side) return null
  const companies = picture.participants
    .filter((each) => each.sideId === sideId && each.asked > 0)
    .toSorted((a, b) => shareOf(a) - shareOf(b))
  return (
    <Panel title={name} note={t('share', { share: percent(shareOf(side)) })}>
      <div className={styles.strip} role="img" aria-label={t('strip', { side: name, share: percent(shareOf(side)) })}>
        {companies.map((company) => (
          <i
            key={company.participantId}
            style={{ '--share': shareOf(company) } as CSSProperties}
            data-short={company.held < company.asked || undefined}
          />
        ))}
      </div>
      <dl className={styles.figures}>
        {(['asked', 'held', 'idleSlots', 'unsocial'] as const).map((key) => (
          <div key={key}>
            <dt>{t(`columns.${key}`)}</dt>
            <dd>{number(side[key])}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function Companies({
  board,
  picture,
  name,
}: {
  board: Board
  picture: Picture
  name: (participantId: string) => string
}) {
  const t = useMessages(messages)
  const text = useText()
  const { number } = useNumbers()
  const most = Math.max(1, ...picture.participants.map(({ asked }) => asked))
  const sideName = (sideId: string) => {
    const side = board.sides.find(({ id }) => id === sideId)
    return side ? text(side.name) : ''
  }
  return (
    <DataTable<CompanyShare>
      label={t('companies')}
      rows={picture.participants.filter(({ asked }) => asked > 0)}
      rowKey={({ participantId }) => participantId}
      initialSort={{ columnId: 'share', direction: 'up' }}
      columns={[
        {
          id: 'name',
          head: t('columns.company'),
          onPhone: 'title',
          sortBy: ({ participantId }) => name(participantId),
          cell: ({ participantId }) => name(participantId),
        },
        {
          id: 'side',
          head: t('columns.side'),
          sortBy: ({ sideId }) => sideName(sideId),
          cell: ({ sideId }) => sideName(sideId),
        },
        {
          id: 'share',
          head: t('columns.share'),
          sortBy: shareOf,
          cell: ({ asked, held }) => heldBar({ asked, held, most, words: t('heldOf', { held, asked }) }),
        },
        {
          id: 'idle',
          head: t('columns.idleSlots'),
          align: 'end',
          sortBy: ({ idleSlots }) => idleSlots,
          cell: ({ idleSlots, breaks }) => (idleSlots === 0 ? '–' : t('idle', { idleSlots, breaks })),
        },
        {
          id: 'unsocial',
          head: t('columns.unsocial'),
          align: 'end',
          sortBy: ({ unsocial }) => unsocial,
          cell: ({ unsocial }) => (unsocial === 0 ? '–' : number(unsocial)),
        },
      ]}
      empty={<EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
    />
  )
}

/** What was asked for as an outline, what is held of it filled; `most` is the longest bar of the table. */
const heldBar = ({ asked, held, most, words }: { asked: number; held: number; most: number; words: string }) => (
  <span className={styles.bar}>
    <span
      aria-hidden="true"
      style={{ '--asked': asked / most, '--held': held / most } as CSSProperties}
      data-short={held < asked || undefined}
    />
    {words}
  </span>
)
