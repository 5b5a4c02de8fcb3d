import { Button } from '@mantine/core'
import { useMessages, useNumbers } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Screening } from './shapes.ts'

/** What the party was checked with, and who holds it. */
export function PartyFacts({
  screening,
  onEditOwners,
}: {
  screening: Screening
  /** Null: the reader may not. */
  onEditOwners: (() => void) | null
}) {
  const t = useMessages(messages)
  const { percent } = useNumbers()
  const { party, owners, ownership, licences } = screening
  const ownerOf = (of: string | null) => of ?? t('party.theParty')
  return (
    <Panel title={t('party.facts')}>
      <dl className={page.facts}>
        <dt>{t('party.names')}</dt>
        <dd>{party.names.join(' · ')}</dd>
        <dt>{t('party.countries')}</dt>
        <dd>{party.countries.join(', ') || '–'}</dd>
        <dt>{t('party.identifiers')}</dt>
        <dd>{party.identifiers.map(({ kind, value }) => `${kind} ${value}`).join(', ') || '–'}</dd>
        <dt>{t('party.owners')}</dt>
        <dd>
          {owners.length === 0 ? <p className={page.quiet}>{t('party.noOwners')}</p> : null}
          {owners.map((owner) => (
            <p key={owner.key}>
              {owner.key}: {owner.party.names.join(' · ')}{' '}
              <span className={page.quiet}>
                {t('party.ownerOf', { share: percent(owner.share / 100, 2), of: ownerOf(owner.of) })}
              </span>
            </p>
          ))}
          {ownership && (ownership.share > 0 || ownership.multiplied > 0) ? (
            <p>
              {t('party.ownership', {
                share: percent(ownership.share / 100, 2),
                multiplied: percent(ownership.multiplied / 100, 2),
                limit: String(ownership.reachesLimit),
              })}
            </p>
          ) : null}
          {onEditOwners ? (
            <Button size="xs" onClick={onEditOwners}>
              {t('party.editOwners')}
            </Button>
          ) : null}
        </dd>
        {licences.length > 0 ? <dt>{t('party.licences')}</dt> : null}
        {licences.length > 0 ? (
          <dd>
            {licences.map(({ id, number, authority, scope, validFrom, expiresOn }) => (
              <p key={id}>
                {number} · {authority}{' '}
                <span className={page.quiet}>{t('party.validUntil', { from: validFrom, until: expiresOn })}</span>
                <br />
                {scope}
              </p>
            ))}
          </dd>
        ) : null}
      </dl>
    </Panel>
  )
}
