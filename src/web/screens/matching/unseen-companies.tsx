import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { CompanyName } from './company-name.tsx'
import { messages } from './messages.ts'
import { unseenCompanies } from './shore-picture.ts'
import type { Shores } from './shapes.ts'
import styles from './shores-view.module.css'

/** Companies that nobody would be shown: who they are, how far away they are, and what helps. */
export function UnseenCompanies({
  shores,
  perCompany,
  selectedId,
  onSelect,
}: {
  shores: Shores
  perCompany: number
  selectedId: string | null
  onSelect: (id: string | null) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { number } = useNumbers()
  const unseen = unseenCompanies(shores)
  return (
    <Panel
      title={t('unseen.title')}
      note={unseen.length > 0 ? <StatusBadge tone="hand">{number(unseen.length)}</StatusBadge> : null}
    >
      {unseen.length === 0 ? (
        <StatusBadge tone="done">{t('unseen.none', { count: perCompany })}</StatusBadge>
      ) : (
        <>
          <ul className={styles.unseen}>
            {unseen.map(({ company, best }) => (
              <li key={company.id}>
                <button
                  type="button"
                  aria-pressed={company.id === selectedId}
                  onClick={() => onSelect(company.id === selectedId ? null : company.id)}
                >
                  <CompanyName company={company} plain />
                  <small>
                    {best
                      ? t('unseen.nearest', {
                          partner: text(best.partner.name),
                          score: number(best.score, { maximumFractionDigits: 0 }),
                          count: perCompany,
                        })
                      : t('unseen.alone')}
                  </small>
                </button>
              </li>
            ))}
          </ul>
          <p className={styles.hint}>{t('unseen.hint')}</p>
        </>
      )}
    </Panel>
  )
}
