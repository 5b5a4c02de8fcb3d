import { Button, Checkbox, Switch } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useMessages } from '../../../locale.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { messages } from '../messages.ts'
import { type Devices, openDevices } from './devices.ts'
import type { Joining } from './joining.ts'
import { LevelBar } from './level-bar.tsx'
import { useMicrophoneLevel } from './use-microphone-level.ts'
import styles from './door.module.css'

/** Camera and microphone, tried before anybody sees or hears one; the button that joins with them. */
export function DeviceCheck({
  joinLabel,
  hasRelay,
  onJoin,
}: {
  /** Null: joining is not possible now, only the check. */
  joinLabel: string | null
  hasRelay: boolean
  onJoin: (joining: Joining) => void
}) {
  const t = useMessages(messages)
  const { devices, isOpening, open, keep } = useDevices()
  const [mic, setMic] = useState(true)
  const [camera, setCamera] = useState(true)
  const [relayOnly, setRelayOnly] = useState(false)
  const join = async () => {
    const opened = devices ?? (await open())
    keep()
    onJoin({ devices: opened, mic, camera, relayOnly })
  }
  return (
    <Panel title={t('door.check')}>
      <div className={styles.check}>
        <div className={styles.picture}>
          {devices?.video && camera ? (
            <Preview track={devices.video} />
          ) : (
            <p>{isOpening ? t('door.opening') : devices ? '' : t('door.allowHint')}</p>
          )}
        </div>
        {devices ? <DeviceNotes devices={devices} mic={mic} /> : null}
        <div className={styles.switches}>
          <Switch label={t('door.mic')} checked={mic} onChange={(event) => setMic(event.currentTarget.checked)} />
          <Switch
            label={t('door.camera')}
            checked={camera}
            onChange={(event) => setCamera(event.currentTarget.checked)}
          />
          {hasRelay ? (
            <Checkbox
              label={t('door.relay')}
              description={t('door.relayHint')}
              checked={relayOnly}
              onChange={(event) => setRelayOnly(event.currentTarget.checked)}
            />
          ) : null}
        </div>
        <div className={styles.buttons}>
          {devices ? null : (
            <Button onClick={() => void open()} loading={isOpening}>
              {t('door.allow')}
            </Button>
          )}
          {joinLabel === null ? null : (
            <Button variant="filled" onClick={() => void join()} disabled={isOpening}>
              {joinLabel}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  )
}

function DeviceNotes({ devices, mic }: { devices: Devices; mic: boolean }) {
  const t = useMessages(messages)
  const read = useMicrophoneLevel(mic ? devices.audio : null)
  if (devices.missing.length === 2) return <p className={styles.missing}>{t('door.nothing')}</p>
  return (
    <>
      {devices.missing.includes('video') ? <p className={styles.missing}>{t('door.noCamera')}</p> : null}
      {devices.missing.includes('audio') ? (
        <p className={styles.missing}>{t('door.noMicrophone')}</p>
      ) : (
        <div className={styles.level}>
          <LevelBar label={t('door.level')} read={read} />
          <small>{t('door.speak')}</small>
        </div>
      )}
    </>
  )
}

/** A mirror: one's own picture the way one knows it. */
function Preview({ track }: { track: MediaStreamTrack }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = new MediaStream([track])
  }, [track])
  return <video ref={video} autoPlay muted playsInline className={styles.mirror} />
}

/** Devices that are let go when the door is left without joining. */
function useDevices() {
  const [devices, setDevices] = useState<Devices | null>(null)
  const [isOpening, setIsOpening] = useState(false)
  const current = useRef<Devices | null>(null)
  const isKept = useRef(false)
  const open = useCallback(async () => {
    setIsOpening(true)
    const opened = await openDevices({ audio: true, video: true })
    current.current = opened
    setDevices(opened)
    setIsOpening(false)
    return opened
  }, [])
  useEffect(
    () => () => {
      if (isKept.current) return
      current.current?.audio?.stop()
      current.current?.video?.stop()
    },
    [],
  )
  const keep = () => {
    isKept.current = true
  }
  return { devices, isOpening, open, keep }
}
