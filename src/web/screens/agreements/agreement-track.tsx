import { useMessages, useNumbers } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useAgreementWords } from './agreement-words.ts'
import styles from './agreement-track.module.css'
import { messages } from './messages.ts'
import type { Agreement, AgreementStatus } from './shapes.ts'

const STEPS = ['draft', 'frozen', 'sent', 'signed'] as const

/** How far each state has come; those that stop the way end where they broke off. */
const REACHED: Readonly<Record<AgreementStatus, number>> = {
  draft: 0,
  frozen: 1,
  sent: 2,
  signed: 3,
  declined: 2,
  expired: 2,
  recalled: 2,
  'suspended-by-law': 2,
}

/** The way from draft to signed with where it stands, what stopped it, and whose signature is awaited. */
export function AgreementTrack({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const words = useAgreementWords()
  const { list } = useNumbers()
  const { status, signedAt, awaitedParties, parties } = agreement
  const stopped = STEPS.every((step) => step !== status)
  const reached = status === 'suspended-by-law' && signedAt ? 3 : REACHED[status]
  const next = parties.filter(({ id }) => awaitedParties.includes(id))
  return (
    <section className={styles.track} aria-label={t('detail.track')}>
      <ol>
        {STEPS.map((step, index) => {
          const place =
            index < reached || (index === 3 && reached === 3) ? 'done' : index === reached ? 'here' : 'ahead'
          const broken = stopped && index === reached
          return (
            <li
              key={step}
              data-place={place}
              data-broken={broken || undefined}
              aria-current={place === 'here' ? 'step' : undefined}
            >
              <span className={styles.dot}>
                {broken ? (
                  <Icon name={status === 'suspended-by-law' ? 'pause' : 'close'} size={12} />
                ) : place === 'done' ? (
                  <Icon name="check" size={12} />
                ) : null}
              </span>
              <span className={styles.words}>
                {broken ? words(`statuses.${status}`) : t(`steps.${step}`)}
                {place === 'ahead' ? null : (
                  <span className="hidden-text">, {t(place === 'done' ? 'steps.done' : 'steps.here')}</span>
                )}
              </span>
            </li>
          )
        })}
      </ol>
      {status === 'sent' ? (
        <p>
          {next.length > 0
            ? t('detail.next', { names: list(next.map(({ signatory, legalName }) => signatory?.name ?? legalName)) })
            : t('detail.nobodyNext')}
        </p>
      ) : null}
    </section>
  )
}
