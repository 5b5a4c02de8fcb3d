import type { ReactNode } from 'react'
import { messages as commitmentMessages } from '../../../modules/commitments/messages.ts'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { messages } from './messages.ts'
import { useOutcomeWords } from './outcome-words.ts'
import page from './page.module.css'
import type { Figure } from './shapes.ts'

type CommitmentStatus = keyof (typeof commitmentMessages)['en']['statuses']

/** The definition of a figure in words: from what, what, and within which limits. */
export function Question({ figure: { definition, code } }: { figure: Figure }) {
  const t = useMessages(messages)
  const words = useOutcomeWords()
  const text = useText()
  const { locale } = useLocale()
  const { list } = useNumbers()
  const { programme } = useProgramme()
  const statusNames = useStatusNames()
  const { source, measure, where } = definition
  const side = programme.sides.find(({ id }) => id === where.sideId)
  const days = [
    ...(where.from ? [t('figure.where.from', { day: formatCalendarDay(where.from, locale) })] : []),
    ...(where.until ? [t('figure.where.until', { day: formatCalendarDay(where.until, locale) })] : []),
  ].join(' ')
  const limits: [string, ReactNode][] = [
    [t('figure.where.kinds'), where.kinds && list(where.kinds.map((kind) => words(`kinds.${kind}`)))],
    [t('figure.where.bases'), where.bases && list(where.bases.map((basis) => words(`bases.${basis}`)))],
    [t('figure.where.leastGrade'), where.leastGrade && words(`grades.${where.leastGrade}`)],
    [t('figure.where.statuses'), where.statuses && statusNames(source, where.statuses)],
    [t('figure.where.side'), side && text(side.name)],
    [t('figure.where.days'), days],
  ]
  const measured =
    measure.kind === 'amount'
      ? t('figure.counts.amount', { currency: measure.currency, basis: words(`bases.${measure.basis}`) })
      : measure.kind === 'share'
        ? t('figure.counts.share', { statuses: statusNames(source, measure.statuses) })
        : t(`figure.counts.${measure.kind}`)
  const given = limits.filter(([, value]) => Boolean(value))
  return (
    <dl className={page.facts}>
      <Fact name={t('figure.where.source')} value={t(`figure.sources.${source}`)} />
      <Fact name={t('figure.where.measure')} value={measured} />
      {given.map(([name, value]) => (
        <Fact key={name} name={name} value={value} />
      ))}
      {given.length === 0 ? <Fact name="" value={t('figure.where.everything')} /> : null}
      <Fact name={t('figure.code')} value={<code>{code}</code>} />
    </dl>
  )
}

const Fact = ({ name, value }: { name: string; value: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)

/** States by name where the module that has them names them. */
function useStatusNames(): (source: string, statuses: readonly string[]) => string {
  const words = useMessages(commitmentMessages)
  const { list } = useNumbers()
  return (source, statuses) =>
    list(
      statuses.map((status) =>
        source === 'commitments' && Object.hasOwn(commitmentMessages.en.statuses, status)
          ? words(`statuses.${status as CommitmentStatus}`)
          : status,
      ),
    )
}
