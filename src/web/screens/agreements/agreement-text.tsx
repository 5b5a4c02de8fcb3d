import type { CSSProperties } from 'react'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './agreement-text.module.css'
import { languageName } from './language-names.ts'
import { messages } from './messages.ts'
import type { Agreement } from './shapes.ts'

/** The language versions side by side; of what was concluded elsewhere only the subject is known. */
export function AgreementText({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const { clauses, languages, prevailing, status } = agreement
  if (clauses.length === 0) {
    return (
      <Panel title={t('detail.subject')}>
        <p>{text(agreement.subject)}</p>
      </Panel>
    )
  }
  const note = ['frozen', 'sent'].includes(status) ? t('detail.textFrozen') : null
  return (
    <Panel title={t('detail.text')} note={note}>
      {agreement.may.freeze ? <DraftCheck agreement={agreement} /> : null}
      <div className={styles.versions} style={{ '--versions': languages.length } as CSSProperties}>
        <div className={styles.head} aria-hidden="true">
          {languages.map((language) => (
            <span key={language}>
              {languageName(language, locale)}
              {language === prevailing ? <small> · {t('list.prevailing')}</small> : null}
            </span>
          ))}
        </div>
        {clauses.map(({ key, heading, body }, index) => (
          <section key={key} className={styles.clause}>
            {languages.map((language) => (
              <div key={language} lang={language}>
                <small className={styles.language}>{languageName(language, locale)}</small>
                <h3>
                  {index + 1}. {heading[language]}
                </h3>
                <p>{body[language]}</p>
              </div>
            ))}
          </section>
        ))}
      </div>
    </Panel>
  )
}

/** How many differences stand between the draft and freezing it, and the way to them. */
function DraftCheck({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const params = { programmeId: programme.id, agreementId: agreement.id }
  const { data } = useQuery(query.agreements.checkAgreement.queryOptions({ input: params }))
  if (!data) return null
  const count = data.findings.length
  return (
    <div className={styles.check} data-open={count > 0 || undefined}>
      <Icon name={count > 0 ? 'warning' : 'check'} />
      <span>
        <b>{t('detail.findings', { count })}</b>
        {count > 0 ? <small>{t('detail.findingsHint')}</small> : null}
      </span>
      {count > 0 ? (
        <LinkButton
          to="/programmes/$programmeId/agreements/$agreementId/edit"
          params={params}
          search={{ part: 'text' }}
          size="xs"
        >
          {t('detail.showFindings')}
        </LinkButton>
      ) : null}
    </div>
  )
}
