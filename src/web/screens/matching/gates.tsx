import { useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import styles from './gates.module.css'
import { useMatchingWords } from './matching-words.ts'
import { messages } from './messages.ts'
import type { Gate } from './shapes.ts'

type GateKey = Parameters<ReturnType<typeof useMatchingWords>>[0] & `gates.${string}`

/** Conditions that any pair has to meet; one that is not met keeps the two apart whatever their texts say. */
export function Gates({ gates }: { gates: readonly Gate[] }) {
  const t = useMessages(messages)
  const words = useMatchingWords()
  const failed = gates.filter(({ passed }) => !passed).length
  return (
    <Panel
      title={t(failed > 0 ? 'gates.whyNot' : 'gates.title')}
      note={
        failed > 0 ? (
          <StatusBadge tone="hand">{t('gates.failed', { count: failed })}</StatusBadge>
        ) : (
          t('gates.allPassed')
        )
      }
    >
      <ul className={styles.gates}>
        {gates
          .toSorted((a, b) => Number(a.passed) - Number(b.passed))
          .map(({ code, passed }) => (
            <li key={code} data-passed={passed}>
              <Icon name={passed ? 'check' : 'close'} size={14} />
              <span>
                {words(`gates.${code}` as GateKey)}
                <span className="hidden-text">: {t(passed ? 'gates.met' : 'gates.notMet')}</span>
              </span>
            </li>
          ))}
      </ul>
    </Panel>
  )
}
