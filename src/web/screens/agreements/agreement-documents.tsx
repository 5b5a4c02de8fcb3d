import type { ReactNode } from 'react'
import { useLocale, useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './agreement-documents.module.css'
import { ceremonyFilePath, documentPath, evidencePath } from './document-paths.ts'
import { languageName } from './language-names.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Agreement } from './shapes.ts'

/** The document with its signatures, a copy of each version to read, the evidence, and what the ceremony left. */
export function AgreementDocuments({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const key = { programmeId: programme.id, agreementId: agreement.id }
  if (agreement.origin === 'recorded') {
    return (
      <Panel title={t('detail.documents')}>
        <p className={page.quiet}>{t('detail.recordedDocuments')}</p>
      </Panel>
    )
  }
  return (
    <Panel title={t('detail.documents')}>
      <div className={styles.list}>
        {agreement.contentHash ? (
          <FileLink href={documentPath(key)} name={t('detail.pdf')} hint={t('detail.pdfHint')} />
        ) : (
          <p className={page.quiet}>{t('detail.noDocument')}</p>
        )}
        {agreement.languages.map((language) => (
          <FileLink
            key={language}
            href={documentPath(key, language)}
            name={t('detail.reading', { language: languageName(language, locale) })}
            hint={t('detail.readingHint')}
          />
        ))}
        {agreement.signedAt ? (
          <FileLink href={evidencePath(key)} name={t('detail.evidence')} hint={t('detail.evidenceHint')} download />
        ) : (
          <p className={styles.later}>
            <b>{t('detail.evidence')}</b>
            <small>{t('detail.evidenceLater')}</small>
          </p>
        )}
      </div>
      {agreement.ceremonyFiles.length > 0 ? (
        <div className={styles.list}>
          <h3>{t('detail.scans')}</h3>
          {agreement.ceremonyFiles.map(({ id, kind, sha256, addedAt }) => (
            <div key={id}>
              <FileLink
                href={ceremonyFilePath(key, id)}
                name={t(`detail.${kind}`)}
                hint={<Time at={addedAt} day="short" />}
              />
              {kind === 'scan' ? <p className={page.hash}>SHA-256 {sha256}</p> : null}
            </div>
          ))}
        </div>
      ) : null}
    </Panel>
  )
}

function FileLink({
  href,
  name,
  hint,
  download = false,
}: {
  href: string
  name: string
  hint: ReactNode
  /** Else it opens beside, where the browser shows it. */
  download?: boolean
}) {
  return (
    <a
      href={href}
      className={styles.file}
      {...(download ? { download: true } : { target: '_blank', rel: 'noreferrer' })}
    >
      <Icon name={download ? 'download' : 'document'} />
      <span>
        {name}
        <small>{hint}</small>
      </span>
    </a>
  )
}
