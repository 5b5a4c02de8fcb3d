import type { Outputs } from '../../../api.ts'
import { intlTag } from '../../../intl-tag.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { messages } from '../messages.ts'
import styles from './room-record.module.css'

type Glossary = Outputs['rooms']['readGlossary']

/** The terms side by side in the languages of the meeting; a third column where the reader speaks neither. */
export function GlossaryTable({ glossary }: { glossary: Glossary }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const languages = [...new Set([...glossary.languages, ...(glossary.languages.includes(locale) ? [] : [locale])])]
  const names = new Intl.DisplayNames(intlTag(locale), { type: 'language' })
  if (glossary.terms.length === 0) return <p className={styles.none}>{t('record.noTerms')}</p>
  return (
    <div className={styles.scroll}>
      <table className={styles.terms}>
        <thead>
          <tr>
            {languages.map((language) => (
              <th key={language} scope="col">
                {names.of(language)}
              </th>
            ))}
            <th scope="col">{t('record.usedByHead')}</th>
          </tr>
        </thead>
        <tbody>
          {glossary.terms.map(({ term, usedBy }) => (
            <tr key={JSON.stringify(term)}>
              {languages.map((language) => (
                <td key={language} lang={language}>
                  {term[language] ?? '–'}
                </td>
              ))}
              <td>{t(`record.usedBy.${usedBy}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
