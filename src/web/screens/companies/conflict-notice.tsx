import { Button } from '@mantine/core'
import { isLocale } from '../../../kernel/locale.ts'
import { useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './form-page.module.css'
import { messages } from './messages.ts'
import { useCompanyWords } from './company-words.ts'
import type { Draft } from '../../ui/use-draft.ts'

/** Somebody else saved the same fields: each is shown with their words, and nothing of mine is lost until I say so. */
export function ConflictNotice<T extends object>({
  draft,
  labelOf,
}: {
  draft: Draft<T>
  labelOf: (field: string) => string
}) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  return (
    <section className={styles.conflict} role="alert" aria-labelledby="conflict-title">
      <Icon name="warning" />
      <div>
        <h2 id="conflict-title">{t('conflict.title')}</h2>
        <p>{t('conflict.hint')}</p>
        <ul>
          {draft.conflicts.map(({ path, theirs }) => {
            const [field = '', language = ''] = path.split('.')
            const name = isLocale(language) ? `${labelOf(field)} (${words(`locales.${language}`)})` : labelOf(field)
            return (
              <li key={path}>
                <b>{name}</b>
                <blockquote lang={isLocale(language) ? language : undefined}>
                  {valueText(theirs) || t('conflict.empty')}
                </blockquote>
                <Button size="xs" onClick={() => draft.decide(path, 'mine')}>
                  {t('conflict.keepMine')}
                </Button>
                <Button size="xs" onClick={() => draft.decide(path, 'theirs')}>
                  {t('conflict.takeTheirs')}
                </Button>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

/** A stored value as plainly as it can be shown. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(valueText).join(' ')
  return value === null || value === undefined ? '' : String(value as string | number | boolean)
}
