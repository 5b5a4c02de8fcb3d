import { useCallback, useEffect, useRef } from 'react'
import { useMessages } from '../../../locale.tsx'
import { LevelBar } from '../door/level-bar.tsx'
import type { Call } from './call.ts'
import type { CallView, Other } from './call-view.ts'
import { messages } from './messages.ts'
import { QualityBars } from './quality-bars.tsx'
import styles from './stage.module.css'

/** The pictures: a shared screen large, the others beside it, oneself small. */
export function Stage({ view, call }: { view: CallView; call: Call }) {
  const t = useMessages(messages)
  const { self, others, ownStream, audioOnly } = view
  return (
    <div className={styles.stage} data-count={Math.min(4, others.length + 1)}>
      {others.length === 0 ? <p className={styles.alone}>{t('alone')}</p> : null}
      {others.map((other) => (
        <OtherTile key={other.peerId} other={other} call={call} audioOnly={audioOnly} />
      ))}
      <figure className={styles.tile} data-own>
        {ownStream && view.camera ? <Picture stream={ownStream} mirrored /> : <Initial name={self?.name ?? ''} />}
        <figcaption>
          <span>{t('you')}</span>
          <small>
            {self ? t(`roles.${self.role}`) : null}
            {view.mic ? null : `, ${t('muted')}`}
          </small>
          <QualityBars quality={view.quality} />
        </figcaption>
      </figure>
    </div>
  )
}

function OtherTile({ other, call, audioOnly }: { other: Other; call: Call; audioOnly: boolean }) {
  const t = useMessages(messages)
  const { peerId, name, role, stream, mic, camera, screen, away, link } = other
  const read = useCallback(() => call.voiceLevel(peerId), [call, peerId])
  const showsPicture = stream !== null && (camera || screen) && !audioOnly
  const isLinking = link !== 'connected' && !away
  const facts = [
    t(`roles.${role}`),
    ...(away ? [t('away')] : isLinking ? [t('linking')] : []),
    ...(mic ? [] : [t('muted')]),
    ...(screen ? [t('sharing')] : []),
  ]
  return (
    <figure className={styles.tile} data-screen={screen || undefined} data-away={away || undefined} data-role={role}>
      {/* The element stays also without a picture: browsers let sound flow only from streams that are played. */}
      {stream ? <Picture stream={stream} hidden={!showsPicture} contained={screen} /> : null}
      {showsPicture ? null : <Initial name={name} />}
      <figcaption>
        <span>{name}</span>
        <small>{facts.join(', ')}</small>
        <QualityBars quality={away ? 'lost' : other.measured === 'good' ? other.quality : other.measured} />
        <LevelBar label={name} read={read} name={`voice-${role}`} />
      </figcaption>
    </figure>
  )
}

function Picture({
  stream,
  mirrored = false,
  hidden = false,
  contained = false,
}: {
  stream: MediaStream
  mirrored?: boolean
  hidden?: boolean
  contained?: boolean
}) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current && video.current.srcObject !== stream) video.current.srcObject = stream
  }, [stream])
  return (
    <video
      ref={video}
      autoPlay
      muted
      playsInline
      data-mirrored={mirrored || undefined}
      data-contained={contained || undefined}
      data-hidden={hidden || undefined}
    />
  )
}

const Initial = ({ name }: { name: string }) => (
  <span className={styles.initial} aria-hidden="true">
    {[...name][0] ?? '?'}
  </span>
)
