import { Button } from '@mantine/core'
import { printCommitment, dayText, type Token } from '../../../../modules/newsroom/contract.ts'
import { amountText, isCurrency } from '../../../../kernel/money.ts'
import { messages as outcomeWords } from '../../../../modules/outcomes/messages.ts'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { Time } from '../../../ui/time.tsx'
import { messages } from '../messages.ts'
import type { Figure } from '../shapes.ts'
import { type OpenToken, useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import { writeNumber } from './write-number.ts'

/** How a figure was counted, or how a promise stands; from a text, also what stands there. */
export function CountedDialog({ open, onClose }: { open: OpenToken; onClose: () => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const { desk, mayEdit } = useDesk()
  const { token, inText } = open
  const figure = desk.figures.find(({ id }) => id === token.id)
  const promise = desk.commitments.find(({ id }) => id === token.id)
  return (
    <Modal
      opened
      side="right"
      title={figure ? text(figure.counted.name) : t(promise ? 'tools.promise' : 'tools.gone')}
      onClose={onClose}
      foot={
        inText && mayEdit ? (
          <Button
            onClick={() => {
              inText.remove()
              onClose()
            }}
          >
            {t('figures.remove')}
          </Button>
        ) : null
      }
    >
      <div className={styles.dialog}>
        {promise ? <p>{printCommitment(promise, locale)}</p> : null}
        {figure ? <HowCounted figure={figure} /> : null}
        {figure && inText && mayEdit ? (
          <Forms
            figure={figure}
            token={token}
            onChoose={(next) => {
              inText.replace(next)
              onClose()
            }}
          />
        ) : null}
      </div>
    </Modal>
  )
}

function HowCounted({ figure: { value, unit, counted } }: { figure: Figure }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const source = counted.source as keyof (typeof messages)['en']['figures']['sources']
  const measure = counted.measure as keyof (typeof messages)['en']['figures']['measures']
  const rest = counted.total - counted.records.length
  return (
    <>
      <p className={styles.value}>{writeNumber.countText(value, unit, locale)}</p>
      <p>
        {t(`figures.sources.${source}`)} {t(`figures.measures.${measure}`)}
      </p>
      <p className={styles.quiet}>
        {t('figures.asOf')} <Time at={counted.asOf} day="full" />
      </p>
      {counted.bySide.length === 0 ? null : (
        <p>{counted.bySide.map(({ name, count }) => `${text(name)} ${count}`).join(' · ')}</p>
      )}
      {counted.announced.map((announced) => (
        <p key={announced.id} className={styles.difference}>
          {t('figures.difference', {
            value: writeNumber.figureText(announced.value, announced.unit, locale),
            source: announced.source,
          })}{' '}
          {text(announced.explanation) || (announced.difference === 0 ? null : t('figures.unexplained'))}
        </p>
      ))}
      <h3>{t('figures.records')}</h3>
      <ol className={styles.records}>
        {counted.records.map((record) => (
          <li key={record.id}>
            <RecordLine record={record} />
          </li>
        ))}
      </ol>
      {rest > 0 ? <p className={styles.quiet}>{t('figures.more', { count: rest })}</p> : null}
    </>
  )
}

function RecordLine({ record }: { record: Figure['counted']['records'][number] }) {
  const words = useMessages(outcomeWords)
  const text = useText()
  const { locale } = useLocale()
  const { title, parties, on, amount, basis, grade } = record
  const money =
    amount && isCurrency(amount.currency)
      ? amountText({ minor: amount.minor, currency: amount.currency }, locale)
      : null
  const known = outcomeWords[locale]
  const facts = [
    parties.map(text).join(', '),
    on === null ? '' : dayText(on, locale),
    money ?? '',
    basis !== null && basis in known.bases ? words(`bases.${basis as keyof typeof known.bases}`) : '',
    grade !== null && grade in known.grades ? words(`grades.${grade as keyof typeof known.grades}`) : '',
  ].filter((fact) => fact !== '' && fact !== text(title))
  return (
    <>
      {text(title)}
      {facts.length === 0 ? null : <small>{facts.join(' · ')}</small>}
    </>
  )
}

/** The ways a figure can be told. */
function Forms({ figure, token, onChoose }: { figure: Figure; token: Token; onChoose: (token: Token) => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const { id, value, unit, counted } = figure
  const forms: readonly { readonly token: Token; readonly label: string; readonly shown: string }[] = [
    {
      token: { kind: 'figure', id, part: null },
      label: t('figures.formFigure'),
      shown: writeNumber.figureText(value, unit, locale),
    },
    {
      token: { kind: 'count', id, part: null },
      label: t('figures.formCount'),
      shown: writeNumber.countText(value, unit, locale),
    },
    ...counted.bySide.map(({ sideId, name, count }) => ({
      token: { kind: 'side' as const, id, part: sideId },
      label: t('figures.formSide', { side: text(name) }),
      shown: writeNumber.figureText(count, unit, locale),
    })),
    ...counted.announced.map((announced) => ({
      token: { kind: 'announced' as const, id, part: announced.id },
      label: t('figures.formAnnounced', { source: announced.source }),
      shown: writeNumber.figureText(announced.value, announced.unit, locale),
    })),
  ]
  return (
    <section>
      <h3>{t('figures.forms')}</h3>
      <ul className={styles.forms}>
        {forms.map((form) => (
          <li key={`${form.token.kind} ${form.token.part}`}>
            <button
              type="button"
              aria-pressed={form.token.kind === token.kind && form.token.part === token.part}
              onClick={() => onChoose(form.token)}
            >
              <b>{form.shown}</b>
              <span>{form.label}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
