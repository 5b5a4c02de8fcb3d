import { ActionIcon } from '@mantine/core'
import type { Locale, LocalizedText } from '../../../kernel/locale.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { AgreementDraft } from './agreement-draft.ts'
import styles from './clause-row.module.css'
import { messages } from './edit-messages.ts'
import { cutAtMarks, findingsOfCell } from './findings.ts'
import { languageName } from './language-names.ts'
import type { Clause, Finding } from './shapes.ts'
import { useFindingSentence } from './use-finding-sentence.ts'

export interface ClauseChange {
  readonly onText: (facts: Partial<Pick<Clause, 'heading' | 'body'>>) => void
  readonly onRemove: () => void
  readonly onUp: () => void
}

/** The names of the columns, the one that prevails marked. */
export function VersionsHead({ languages, prevailing }: { languages: readonly Locale[]; prevailing: Locale | null }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  return (
    <div className={styles.head}>
      {languages.map((language) => (
        <span key={language}>
          {languageName(language, locale)}
          {language === prevailing ? <small>{t('text.prevails')}</small> : null}
        </span>
      ))}
    </div>
  )
}

/** One clause in every language; what a column lacks is said below it, what others lack is marked in it. */
export function ClauseRow({
  clause,
  number,
  draft,
  findings,
  change,
}: {
  clause: Clause
  number: number
  draft: AgreementDraft
  findings: readonly Finding[]
  change: ClauseChange
}) {
  const t = useMessages(messages)
  return (
    <section id={`clause-${number}`} className={styles.clause} aria-label={t('text.jump', { number })}>
      <div className={styles.tools}>
        <b>{number}</b>
        {number > 1 ? (
          <ActionIcon
            size="sm"
            aria-label={t('text.moveUp', { number })}
            title={t('text.moveUp', { number })}
            onClick={change.onUp}
          >
            <Icon name="sort" />
          </ActionIcon>
        ) : null}
        <ActionIcon
          size="sm"
          aria-label={t('text.removeClause', { number })}
          title={t('text.removeClause', { number })}
          onClick={change.onRemove}
        >
          <Icon name="close" />
        </ActionIcon>
      </div>
      <div className={styles.cells}>
        {draft.languages.map((language) => (
          <ClauseCell
            key={language}
            clause={clause}
            number={number}
            language={language}
            draft={draft}
            findings={findings}
            onText={change.onText}
          />
        ))}
      </div>
    </section>
  )
}

const withText = (text: LocalizedText, language: Locale, typed: string): LocalizedText => {
  const { [language]: _before, ...others } = text
  return typed === '' ? others : { ...others, [language]: typed }
}

function ClauseCell({
  clause: { key, heading, body },
  number,
  language,
  draft,
  findings,
  onText,
}: {
  clause: Clause
  number: number
  language: Locale
  draft: AgreementDraft
  findings: readonly Finding[]
  onText: ClauseChange['onText']
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const sentence = useFindingSentence(draft)
  const { lacks, marks } = findingsOfCell(findings, key, language)
  const name = languageName(language, locale)
  const text = body[language] ?? ''
  const noteId = `clause-${number}-${language}-note`
  return (
    <div className={styles.cell} data-hand={lacks.length > 0 || undefined}>
      <span className={styles.language}>{name}</span>
      {/* A heading is one line of text on as many lines as it needs: the copy below the field gives it its height. */}
      <div className={styles.heading}>
        <div aria-hidden="true">
          {heading[language] ?? ''}
          {'\u200B'}
        </div>
        <textarea
          lang={language}
          rows={1}
          aria-label={t('text.heading', { number, language: name })}
          maxLength={300}
          value={heading[language] ?? ''}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
          onChange={(event) =>
            onText({ heading: withText(heading, language, event.currentTarget.value.replaceAll(/\s*\n\s*/g, ' ')) })
          }
        />
      </div>
      {/* The marks lie below the field, in the same letters: a field cannot hold them itself. They also give it its height. */}
      <div className={styles.body}>
        <div className={styles.marks} aria-hidden="true">
          {cutAtMarks(text, marks).map(({ text: piece, marked }, index) =>
            // Pieces of one text have nothing but their place.
            marked ? <mark key={index}>{piece}</mark> : <span key={index}>{piece}</span>,
          )}
          {'\u200B'}
        </div>
        <textarea
          lang={language}
          aria-label={t('text.body', { number, language: name })}
          aria-invalid={lacks.length > 0 || undefined}
          aria-describedby={lacks.length > 0 ? noteId : undefined}
          maxLength={20_000}
          value={text}
          onChange={(event) => onText({ body: withText(body, language, event.currentTarget.value) })}
        />
      </div>
      {lacks.length > 0 ? (
        <div id={noteId} className={styles.lacks}>
          <Icon name="warning" size={14} />
          <div>
            <b>{t('text.missingHere')}</b>
            <ul>
              {lacks.map((finding) => (
                <li key={`${finding.code} ${JSON.stringify(finding.values)}`}>{sentence(finding)}</li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
    </div>
  )
}
