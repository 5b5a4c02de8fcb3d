import type { Outputs } from '../../../api.ts'
import { useMessages, useNumbers } from '../../../locale.tsx'
import { Time } from '../../../ui/time.tsx'
import { messages } from './messages.ts'
import styles from './release-page.module.css'

type Version = Outputs['scheduling']['listVersions']['rows'][number]

/** Every released version, the newest first. */
export function VersionTable({ versions }: { versions: readonly Version[] }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  if (versions.length === 0) return <p className={styles.quiet}>{t('noVersions')}</p>
  return (
    <ul className={styles.versions}>
      {versions
        .toSorted((a, b) => b.number - a.number)
        .map((version) => (
          <li key={version.id}>
            <b aria-label={`${t('number')} ${version.number}`}>{version.number}</b>
            <div>
              <Time at={version.releasedAt} day="full" />
              <span>
                {version.releasedByName ?? t('someone')},{' '}
                {version.value
                  ? t('heldOf', { held: version.value.held, requested: version.value.requested })
                  : number(version.meetings)}
              </span>
              {version.note ? <q>{version.note}</q> : null}
            </div>
          </li>
        ))}
    </ul>
  )
}
