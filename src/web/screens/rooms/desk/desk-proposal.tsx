import { Button } from '@mantine/core'
import { useMessages, useText } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Kbd } from '../../../ui/keyboard.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { Time } from '../../../ui/time.tsx'
import { messages } from './desk-messages.ts'
import type { DeskRepair } from './use-desk-repair.ts'
import type { DeskChoice } from './desk-shapes.ts'
import styles from './desk.module.css'

type Row = DeskChoice['rows'][number]

/** The smallest change, before it is made: what moves where, and who is told. */
export function DeskProposalPanel({ repair }: { repair: DeskRepair }) {
  const t = useMessages(messages)
  const { proposal, choice, error, busy } = repair
  return (
    <div aria-live="polite">
      <Panel title={t('proposal')}>
        {proposal && choice ? (
          <>
            {proposal.choices.length > 1 ? <Choices repair={repair} choices={proposal.choices} /> : null}
            <p className={styles.line}>
              {t('counts', { moved: choice.moved, dropped: choice.dropped, added: choice.added })}
              {choice.provenLeast ? ` · ${t('proven')}` : ''}
            </p>
            {choice.rows.length === 0 ? <p>{t('nothingChanges')}</p> : null}
            <ul className={styles.diff}>
              {choice.rows.map((row) => (
                <DiffRow key={row.requestId} row={row} />
              ))}
            </ul>
            <Told choice={choice} />
            {proposal.pendingChanges > 0 ? (
              <p className={styles.hand}>{t('pending', { count: proposal.pendingChanges })}</p>
            ) : null}
            <p className={styles.line}>{t('near')}</p>
          </>
        ) : error ? null : (
          <p>{t('searching')}</p>
        )}
        {error ? <ProblemNotice error={error} compact /> : null}
        <div className={styles.buttons}>
          {choice ? (
            <Button variant="filled" loading={busy} rightSection={<Kbd>A</Kbd>} onClick={repair.apply}>
              {t('apply')}
            </Button>
          ) : null}
          <Button onClick={repair.dismiss}>{t('dismiss')}</Button>
        </div>
      </Panel>
    </div>
  )
}

function Choices({ repair, choices }: { repair: DeskRepair; choices: readonly DeskChoice[] }) {
  const t = useMessages(messages)
  return (
    <div className={styles.choices} role="group" aria-label={t('proposal')}>
      {choices.map(({ code }, index) => (
        <button
          key={`${code} ${index}`}
          type="button"
          aria-pressed={index === repair.chosen}
          onClick={() => repair.choose(index)}
        >
          {t(`choices.${code}`)}
        </button>
      ))}
    </div>
  )
}

function DiffRow({ row: { kind, hostName, guestName, before, after } }: { row: Row }) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <li data-kind={kind}>
      <span>
        <StatusBadge tone={kind === 'cancelled' ? 'hand' : 'accent'}>{t(`kinds.${kind}`)}</StatusBadge>{' '}
        <b>{t('between', { host: text(hostName), guest: text(guestName) })}</b>
      </span>
      <span className={styles.way}>
        {before ? (
          <del>
            <span className="hidden-text">{t('from')}: </span>
            <Position position={before} />
          </del>
        ) : null}
        {before && after ? <Icon name="arrow-right" size={12} /> : null}
        {after ? (
          <span>
            <span className="hidden-text">{t('to')}: </span>
            <Position position={after} />
          </span>
        ) : null}
      </span>
    </li>
  )
}

function Position({ position: { startsAt, placeName, interpreterName } }: { position: NonNullable<Row['after']> }) {
  const t = useMessages(messages)
  const place = placeName === null ? null : t('place', { name: placeName })
  return (
    <>
      <Time at={startsAt} day="short" />{' '}
      <small>{[place, interpreterName].filter((part) => part !== null).join(', ')}</small>
    </>
  )
}

function Told({ choice: { toldCompanies, toldInterpreters } }: { choice: DeskChoice }) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <p className={styles.line}>
      <b>{t('told')}:</b> {[...toldCompanies.map((name) => text(name)), ...toldInterpreters].join(', ') || t('nobody')}
    </p>
  )
}
