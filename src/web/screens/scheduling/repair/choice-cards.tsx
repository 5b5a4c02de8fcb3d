import { useMessages } from '../../../locale.tsx'
import type { BoardFacts } from '../board/board-facts.ts'
import { messages } from './messages.ts'
import type { Proposal } from './proposal.ts'
import styles from './repair-page.module.css'

/** The ways to go on, side by side: what each costs and whom it reaches. */
export function ChoiceCards({
  proposal,
  facts,
  chosen,
  onChoose,
}: {
  proposal: Proposal
  facts: BoardFacts
  chosen: number
  onChoose: (index: number) => void
}) {
  const t = useMessages(messages)
  const before = facts.board.meetings.length
  return (
    <div className={styles.cards} role="group" aria-label={t('ways')}>
      {proposal.choices.map((choice, index) => (
        <button
          key={`${choice.code} ${index}`}
          type="button"
          className={styles.card}
          aria-pressed={index === chosen}
          onClick={() => onChoose(index)}
        >
          <b>{t(`choices.${choice.code}`)}</b>
          <dl>
            <div>
              <dt>{t('counts.moved')}</dt>
              <dd>{choice.moved}</dd>
            </div>
            <div data-hand={choice.dropped > 0 || undefined}>
              <dt>{t('counts.dropped')}</dt>
              <dd>{choice.dropped}</dd>
            </div>
            <div>
              <dt>{t('counts.added')}</dt>
              <dd>{choice.added}</dd>
            </div>
          </dl>
          <span>
            {t('held', { before, after: choice.value.held })} · {t('gaps', { count: choice.value.breaks })}
          </span>
          {choice.provenLeast && index === 0 ? <span className={styles.proven}>{t('provenLeast')}</span> : null}
        </button>
      ))}
    </div>
  )
}
