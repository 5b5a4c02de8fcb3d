import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './form-page.module.css'
import { messages } from './messages.ts'
import type { ProfileDraft } from './profile-draft.ts'
import { publicationChecks } from './publication-state.ts'

/** What is still missing before others can read the profile. */
export function PublicationChecks({ value }: { value: ProfileDraft }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const checks = publicationChecks(
    value,
    programme.sides.flatMap(({ languages }) => languages),
  )
  return (
    <div className={styles.checks}>
      <Panel title={t('checks.title')}>
        <ul>
          {checks.map(({ code, done, needed }) => (
            <li key={code} data-state={done ? 'done' : needed ? 'needed' : 'advice'}>
              <Icon name={done ? 'check' : needed ? 'warning' : 'info'} />
              <span>
                {t(`checks.${code}`)}
                <span className="hidden-text">
                  : {t(done ? 'checks.done' : needed ? 'checks.open' : 'checks.advice')}
                </span>
              </span>
            </li>
          ))}
        </ul>
        <p>{t('checks.hint')}</p>
      </Panel>
    </div>
  )
}
