import { Button } from '@mantine/core'
import { isLocale } from '../../../kernel/locale.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { useDraft } from '../../ui/use-draft.ts'
import type { AgreementDraft } from './agreement-draft.ts'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'
import { partOfField } from './editor-parts.ts'
import { languageName } from './language-names.ts'

/** Somebody else saved the same places: each is shown with their words, and nothing of mine is lost until I say so. */
export function ConflictNotice({ draft }: { draft: ReturnType<typeof useDraft<AgreementDraft>> }) {
  const t = useMessages(messages)
  const nameOf = usePlaceName(draft.value)
  return (
    <section className={styles.conflict} role="alert" aria-labelledby="conflict-title">
      <Icon name="warning" />
      <div>
        <h2 id="conflict-title">{t('conflict.title')}</h2>
        <p>{t('conflict.hint')}</p>
        <ul>
          {draft.conflicts.map(({ path, theirs }) => (
            <li key={path}>
              <b>{nameOf(path)}</b>
              <blockquote>{valueText(theirs) || t('conflict.empty')}</blockquote>
              <Button size="xs" onClick={() => draft.decide(path, 'mine')}>
                {t('conflict.mine')}
              </Button>
              <Button size="xs" onClick={() => draft.decide(path, 'theirs')}>
                {t('conflict.theirs')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}

/** Where a path stands, in words: "Text · 4 · Korean". */
function usePlaceName({ clauseOrder }: AgreementDraft): (path: string) => string {
  const t = useMessages(messages)
  const { locale } = useLocale()
  return (path) => {
    const words = path.split('.')
    const [, second = ''] = words
    const last = words.at(-1) ?? ''
    const clause = words[0] === 'clauses' ? t('text.jump', { number: clauseOrder.indexOf(second) + 1 }) : null
    const language = isLocale(last) ? languageName(last, locale) : null
    return [t(`parts.${partOfField(path)}`), clause, language].filter(Boolean).join(' · ')
  }
}

/** A stored value as plainly as it can be shown. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).filter(Boolean).join(', ')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(valueText).filter(Boolean).join(' ')
  return value === null || value === undefined ? '' : String(value as string | number | boolean)
}
