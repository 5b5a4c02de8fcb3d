import { Button } from '@mantine/core'
import { useMessages } from '../../../locale.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import type { Call } from './call.ts'
import type { CallView } from './call-view.ts'
import { messages } from './messages.ts'
import styles from './call.module.css'

/** Microphone, camera, screen, sound only, and the way out. */
export function Controls({ view, call, onLeave }: { view: CallView; call: Call; onLeave: () => void }) {
  const t = useMessages(messages)
  const { mic, camera, screen, audioOnly, hasMic } = view
  const maySharing = typeof navigator.mediaDevices?.getDisplayMedia === 'function'
  return (
    <div className={styles.controls} role="group" aria-label={t('controls')}>
      {hasMic ? (
        <Toggle
          on={mic}
          icon={mic ? 'mic' : 'mic-off'}
          label={t(mic ? 'micOff' : 'micOn')}
          onPress={() => call.setMic(!mic)}
        >
          {t('mic')}
        </Toggle>
      ) : null}
      <Toggle
        on={camera}
        icon={camera ? 'camera' : 'camera-off'}
        label={t(camera ? 'cameraOff' : 'cameraOn')}
        onPress={() => void call.setCamera(!camera)}
      >
        {t('camera')}
      </Toggle>
      {maySharing ? (
        <Toggle
          on={screen}
          icon="screen"
          label={t(screen ? 'screenOff' : 'screenOn')}
          onPress={() => void call.setScreen(!screen)}
        >
          {t('screen')}
        </Toggle>
      ) : null}
      <Toggle
        on={audioOnly}
        icon="headphones"
        label={t(audioOnly ? 'audioOnlyOff' : 'audioOnlyOn')}
        onPress={() => void call.setAudioOnly(!audioOnly)}
      >
        {t('audioOnly')}
      </Toggle>
      <Button
        className={styles.leave ?? ''}
        color="signal"
        leftSection={<Icon name="leave" />}
        onClick={() => {
          call.leave()
          onLeave()
        }}
      >
        {t('leave')}
      </Button>
    </div>
  )
}

function Toggle({
  on,
  icon,
  label,
  onPress,
  children,
}: {
  on: boolean
  icon: IconName
  /** What a press does. */
  label: string
  onPress: () => void
  children: string
}) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} title={label} onClick={onPress}>
      <Icon name={icon} />
      <span>{children}</span>
    </button>
  )
}
