import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMessages } from '../../locale.tsx'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'
import { EDITOR_PARTS, type EditorPart, partOfField, readEditorPart } from './editor-parts.ts'
import type { FieldErrors } from './field-errors.ts'

/** The open part of the form, as the address says, and the way to another. */
export function usePart(): [EditorPart, (part: EditorPart) => void] {
  const { part = 'basics' } = readEditorPart(useSearch({ strict: false }))
  const navigate = useNavigate()
  return [part, (next) => void navigate({ to: '.', search: readEditorPart({ part: next }), resetScroll: true })]
}

export function EditorTabs({ part, errors }: { part: EditorPart; errors: FieldErrors }) {
  const t = useMessages(messages)
  return (
    <nav className={styles.tabs} aria-label={t('parts.label')}>
      <ol>
        {EDITOR_PARTS.map((one) => {
          const wrong = Object.keys(errors).filter((path) => partOfField(path) === one).length
          return (
            <li key={one}>
              <Link
                to="."
                search={readEditorPart({ part: one })}
                activeOptions={{ exact: true, includeSearch: true }}
                activeProps={{ 'aria-current': undefined }}
                aria-current={part === one ? 'step' : undefined}
              >
                {t(`parts.${one}`)}
                {wrong > 0 ? <small>{t('wrongIn', { count: wrong })}</small> : null}
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
