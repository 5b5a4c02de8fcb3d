import { useMessages, useNumbers } from '../../locale.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { FictionalTag } from './fictional-tag.tsx'
import styles from './hit-card.module.css'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { FoundHit } from './shapes.ts'

type StepKind = keyof (typeof messages)['en']['steps']

/** One listed entry beside the party: both names, how the score came about, and what the list tells besides. */
export function HitCard({ found }: { found: FoundHit }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const { hit, entry, ownerKey, listName, fictional } = found
  const others = entry.names.filter(({ text }) => text !== hit.listName)
  const lines = [
    [t('party.countries'), entry.countries.join(', ')],
    [t('party.identifiers'), entry.identifiers.map(({ kind, value }) => `${kind} ${value}`).join(', ')],
    [t('hit.born'), entry.birthDates.join(', ')],
    [t('hit.programmes'), entry.programmes.join(', ')],
    [t('hit.also'), others.map(({ text, weak }) => (weak ? `${text} (${t('hit.weak')})` : text)).join(' · ')],
  ].filter(([, value]) => value !== '')
  return (
    <article className={styles.hit}>
      <div className={styles.head}>
        <span className={styles.score}>{t('hit.score', { score: number(Math.round(hit.score * 100)) })}</span>
        <StatusBadge tone={hit.tier === 'strong' ? 'hand' : 'neutral'}>{t(`hit.${hit.tier}`)}</StatusBadge>
        <StatusBadge tone={entry.effect === 'block' ? 'off' : 'neutral'}>{t(`hit.${entry.effect}`)}</StatusBadge>
        {fictional ? <FictionalTag /> : null}
        <span className={page.quiet}>
          {[
            listName,
            entry.id,
            entry.listedOn ? t('hit.since', { day: entry.listedOn }) : null,
            entry.delistedOn ? t('hit.until', { day: entry.delistedOn }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      <dl className={styles.names}>
        <dt>{ownerKey === null ? t('hit.party') : t('hit.owner', { owner: ownerKey })}</dt>
        <dd>{hit.partyName}</dd>
        <dt>{t('hit.listed')}</dt>
        <dd>{hit.listName}</dd>
      </dl>
      <StepTable hit={hit} />
      {lines.length > 0 ? (
        <dl className={page.facts}>
          {lines.map(([name, value]) => (
            <div key={name} className={page.line}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </article>
  )
}

function StepTable({ hit }: { hit: FoundHit['hit'] }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  return (
    <table className={styles.steps}>
      <thead>
        <tr>
          <th scope="col">{t('hit.why')}</th>
          <th scope="col">{t('hit.party')}</th>
          <th scope="col">{t('hit.listed')}</th>
          <th scope="col">
            <span className="hidden-text">{t('queue.score')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {hit.explanation.map((step) => (
          <tr key={`${step.kind}/${step.from}/${step.to}`} data-sign={step.weight < 0 ? 'against' : 'for'}>
            <th scope="row">{t(`steps.${step.kind as StepKind}`)}</th>
            <td>{step.from || '–'}</td>
            <td>{step.to || '–'}</td>
            <td>{number(Math.round(step.weight * 100), { signDisplay: 'exceptZero' })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
