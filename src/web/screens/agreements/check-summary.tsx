import { useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { AgreementDraft } from './agreement-draft.ts'
import styles from './clause-row.module.css'
import { messages } from './edit-messages.ts'
import { findingsOfWhole } from './findings.ts'
import type { Checked, Clause } from './shapes.ts'
import { useFindingSentence } from './use-finding-sentence.ts'

/** How many differences there are, those of the whole text, and the way to the clauses that have some. */
export function CheckSummary({
  checked,
  clauses,
  draft,
  isBehind,
}: {
  checked: Checked | undefined
  clauses: readonly Clause[]
  draft: AgreementDraft
  isBehind: boolean
}) {
  const t = useMessages(messages)
  const sentence = useFindingSentence(draft)
  if (!checked) {
    return (
      <div className={styles.summary} role="status">
        <Icon name="clock" />
        <p>{t('text.checking')}</p>
      </div>
    )
  }
  const { findings, unprintable } = checked
  const blocking = findings.filter(({ severity }) => severity === 'blocks').length
  const keys = clauses.map(({ key }) => key)
  const whole = findingsOfWhole(findings, keys)
  const places = keys.flatMap((key, index) => (findings.some(({ clause }) => clause === key) ? [index + 1] : []))
  const isClear = findings.length === 0 && unprintable.length === 0
  return (
    <div
      className={styles.summary}
      data-tone={isClear ? 'done' : 'hand'}
      data-behind={isBehind || undefined}
      role="status"
    >
      <Icon name={isClear ? 'check' : 'warning'} />
      <div>
        {isClear ? <p>{t('text.clear')}</p> : null}
        {blocking > 0 ? <p>{t('text.blocking', { count: blocking })}</p> : null}
        {findings.length > blocking ? <p>{t('text.warning', { count: findings.length - blocking })}</p> : null}
        {unprintable.length > 0 ? (
          <p>{t('text.unprintable', { characters: unprintable.slice(0, 20).join(' ') })}</p>
        ) : null}
        {whole.length > 0 ? (
          <ul aria-label={t('text.whole')}>
            {whole.map((finding) => (
              <li key={`${finding.code} ${JSON.stringify(finding.values)}`}>{sentence(finding)}</li>
            ))}
          </ul>
        ) : null}
        {places.length > 0 ? (
          <p className={styles.jumps}>
            {places.map((number) => (
              <a key={number} href={`#clause-${number}`}>
                {t('text.jump', { number })}
              </a>
            ))}
          </p>
        ) : null}
      </div>
    </div>
  )
}
