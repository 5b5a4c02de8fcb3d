import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useMessages, useNumbers } from '../../locale.tsx'
import { useProgramme } from '../programme-context.ts'
import { ProgrammeLink, useHasScreen } from '../programme-link.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './guide-panel.module.css'
import { messages } from './messages.ts'

/** One step on the way in: what to do, why, where, and whether the records say that it is done. */
export interface GuideStep {
  readonly id: string
  readonly title: string
  readonly why: string
  /** Under the programme. */
  readonly path: string
  readonly done: boolean
}

const keyOf = (programmeId: string, name: string) => `naru-guide-closed/${name}/${programmeId}`

/** Storage may be forbidden; then the guide comes back, and nothing else happens. */
function remember(key: string): void {
  try {
    localStorage.setItem(key, '1')
  } catch {
    // As above.
  }
}

function isClosed(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/**
 * The way into a programme, step by step: ticks come from the records, never from a press. It goes by itself when all
 * is done, and when it is closed on this device.
 */
export function GuidePanel({ name, steps }: { name: string; steps: readonly GuideStep[] }): ReactNode {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const { programme } = useProgramme()
  const hasScreen = useHasScreen()
  const key = keyOf(programme.id, name)
  const [closed, setClosed] = useState(() => isClosed(key))
  const next = steps.find(({ done }) => !done)
  if (closed || !next || programme.archivedAt) return null
  const doneCount = steps.filter(({ done }) => done).length
  const close = () => {
    remember(key)
    setClosed(true)
  }
  return (
    <Panel title={t('title')} note={t('progress', { done: doneCount, all: steps.length })}>
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <li key={step.id} data-state={step.done ? 'done' : step === next ? 'next' : 'later'}>
            <i aria-hidden="true">{step.done ? <Icon name="check" /> : number(index + 1)}</i>
            <span>
              {hasScreen(step.path) && !step.done ? (
                <ProgrammeLink path={step.path} current={false}>
                  {step.title}
                </ProgrammeLink>
              ) : (
                <b>{step.title}</b>
              )}
              {step.done ? <span className="hidden-text">, {t('done')}</span> : null}
              {step === next ? <small>{step.why}</small> : null}
            </span>
          </li>
        ))}
      </ol>
      <Button size="xs" onClick={close}>
        {t('close')}
      </Button>
    </Panel>
  )
}
