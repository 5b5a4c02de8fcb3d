import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Locale } from '../../../kernel/locale.ts'
import { api } from '../../api.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { saveBlob } from './save-blob.ts'
import { languageName } from './language-names.ts'
import type { SigningPaper } from './shapes.ts'
import { messages } from './sign-messages.ts'
import styles from './sign-screen.module.css'

/** One language version at a time, because a phone has no room for columns; the one that prevails is named. */
export function VersionText({
  link,
  code,
  content,
}: {
  link: string
  code: string | null
  content: SigningPaper['content']
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { languages, prevailing, clauses, number } = content
  const [language, setLanguage] = useState<Locale>(
    languages.includes(locale) ? locale : (prevailing ?? languages[0] ?? 'en'),
  )
  const pdf = useMutation({
    mutationFn: () => api.agreements.openSigningDocument({ link, code }),
    onSuccess: (file) => saveBlob(file, `${number}.pdf`),
  })
  return (
    <section className={styles.text}>
      <div className={styles.versions}>
        <div className={styles.tabs} role="group" aria-label={t('paper.language')}>
          {languages.map((one) => (
            <button key={one} type="button" aria-pressed={one === language} onClick={() => setLanguage(one)}>
              {languageName(one, locale)}
              {one === prevailing ? <small>{t('paper.prevailingMark')}</small> : null}
            </button>
          ))}
        </div>
        <Button leftSection={<Icon name="download" />} loading={pdf.isPending} onClick={() => pdf.mutate()}>
          {t('paper.pdf')}
        </Button>
      </div>
      {prevailing ? (
        <p className={styles.small}>{t('paper.prevails', { language: languageName(prevailing, locale) })}</p>
      ) : null}
      <div lang={language} className={styles.clauses}>
        {clauses.map(({ key, heading, body }, index) => (
          <section key={key}>
            <h2>
              {index + 1}. {heading[language]}
            </h2>
            <p>{body[language]}</p>
          </section>
        ))}
      </div>
    </section>
  )
}
