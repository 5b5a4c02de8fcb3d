import { Button, SegmentedControl } from '@mantine/core'
import { useCallback, useId } from 'react'
import type { Peer, RoomState } from '../../../../modules/rooms/contract.ts'
import { intlTag } from '../../../intl-tag.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { LevelBar } from '../door/level-bar.tsx'
import type { Call } from './call.ts'
import type { CallView } from './call-view.ts'
import { messages } from './messages.ts'
import styles from './interpretation-bar.module.css'

interface Part {
  readonly view: CallView
  readonly self: Peer
  readonly room: RoomState
  readonly call: Call
}

/** Everything about interpreting: the mode, what one hears, what the interpreter speaks into, and the two signals. */
export function InterpretationBar({ view, self, room, call }: Part) {
  const t = useMessages(messages)
  const headId = useId()
  const isInterpreter = self.role === 'interpreter'
  return (
    <section className={styles.bar} aria-labelledby={headId}>
      <div className={styles.head}>
        <h2 id={headId}>{t('interpretation.title')}</h2>
        <WhoInterprets view={view} self={self} room={room} />
        {isInterpreter || self.role === 'broker' ? (
          <SegmentedControl
            size="xs"
            aria-label={t('interpretation.mode')}
            value={room.interpretation}
            data={[
              { value: 'consecutive', label: t('interpretation.consecutive') },
              { value: 'simultaneous', label: t('interpretation.simultaneous') },
            ]}
            onChange={(mode) => call.setMode(mode as RoomState['interpretation'])}
          />
        ) : null}
      </div>
      {isInterpreter ? <Speaking view={view} self={self} room={room} call={call} /> : null}
      {!isInterpreter ? <Hearing view={view} self={self} room={room} call={call} /> : null}
      <div className={styles.asks}>
        {isInterpreter ? null : (
          <Button size="xs" onClick={() => call.ask('interpreter-needed')}>
            {t('interpretation.need')}
          </Button>
        )}
        <Button size="xs" onClick={() => call.ask('speak-slower')}>
          {t('interpretation.slower')}
        </Button>
      </div>
    </section>
  )
}

function useLanguageName(): (code: string) => string {
  const { locale } = useLocale()
  const names = new Intl.DisplayNames(intlTag(locale), { type: 'language' })
  return (code) => names.of(code) ?? code
}

const languagesOf = (room: RoomState): string[] =>
  [...new Set([room.host.language, room.guest.language])].filter((each) => each !== null)

function WhoInterprets({ view, self, room }: Omit<Part, 'call'>) {
  const t = useMessages(messages)
  const nameOf = useLanguageName()
  const active = [self, ...view.others].find(({ peerId }) => peerId === room.activeInterpreter)
  if (!active) return <p>{t('interpretation.none')}</p>
  if (active === self) return null
  if (room.interpretation === 'consecutive') return <p>{t('interpretation.consecutiveHint')}</p>
  const { name, channel } = active
  if (channel === 'floor') return <p>{t('interpretation.floor', { name })}</p>
  return <p>{t('interpretation.active', { name, language: nameOf(channel) })}</p>
}

/** The interpreter's side: into which language, and the hand-over. */
function Speaking({ view, self, room, call }: Part) {
  const t = useMessages(messages)
  const nameOf = useLanguageName()
  const colleagues = view.others.filter(({ role }) => role === 'interpreter')
  const hasChannel = room.activeInterpreter === self.peerId
  const active = colleagues.find(({ peerId }) => peerId === room.activeInterpreter)
  if (!hasChannel && active) {
    return (
      <div className={styles.row}>
        <p>{t('interpretation.resting', { name: active.name })}</p>
        <Button size="xs" onClick={() => call.ask('take-turn')}>
          {t('interpretation.takeTurn')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.row}>
      {room.interpretation === 'simultaneous' ? (
        <div className={styles.labelled}>
          <span>{t('interpretation.speakInto')}</span>
          <SegmentedControl
            size="xs"
            aria-label={t('interpretation.speakInto')}
            value={self.channel}
            data={[
              ...languagesOf(room).map((language) => ({ value: language, label: nameOf(language) })),
              { value: 'floor', label: t('interpretation.toAll') },
            ]}
            onChange={(channel) => call.setChannel(channel)}
          />
        </div>
      ) : (
        <p>{t('interpretation.consecutiveHint')}</p>
      )}
      {colleagues.map(({ peerId, name }) => (
        <Button key={peerId} size="xs" onClick={() => call.handOver(peerId)}>
          {t('interpretation.handOver', { name })}
        </Button>
      ))}
    </div>
  )
}

/** The listener's side: the language, and one slider between original and interpretation. */
function Hearing({ view, room, call }: Part) {
  const t = useMessages(messages)
  const nameOf = useLanguageName()
  const sliderId = useId()
  const { listening } = view
  const original = useCallback(() => call.busLevel('original'), [call])
  const interpreted = useCallback(() => call.busLevel('interpretation'), [call])
  return (
    <div className={styles.hearing}>
      {room.interpretation === 'simultaneous' ? (
        <>
          <label className={styles.labelled}>
            <span>{t('interpretation.listen')}</span>
            <select
              value={listening.language}
              onChange={(event) => call.setListening({ ...listening, language: event.currentTarget.value })}
            >
              {languagesOf(room).map((language) => (
                <option key={language} value={language}>
                  {nameOf(language)}
                </option>
              ))}
            </select>
          </label>
          <div className={styles.slider}>
            <label htmlFor={sliderId} className="hidden-text">
              {t('interpretation.balance')}
            </label>
            <span aria-hidden="true">{t('interpretation.original')}</span>
            <input
              id={sliderId}
              type="range"
              min={0}
              max={100}
              step={5}
              value={Math.round(listening.balance * 100)}
              aria-valuetext={balanceWord(listening.balance, t)}
              onChange={(event) =>
                call.setListening({ ...listening, balance: Number(event.currentTarget.value) / 100 })
              }
            />
            <span aria-hidden="true">{t('interpretation.interpreted')}</span>
          </div>
        </>
      ) : null}
      <div className={styles.levels}>
        <LevelBar label={t('interpretation.heardOriginal')} read={original} name="bus-original" />
        <LevelBar label={t('interpretation.heardInterpreted')} read={interpreted} name="bus-interpretation" />
      </div>
    </div>
  )
}

function balanceWord(balance: number, t: ReturnType<typeof useMessages<(typeof messages)['en']>>): string {
  if (balance === 0) return t('interpretation.original')
  return balance === 1 ? t('interpretation.interpreted') : t('interpretation.mix')
}
