import { Button, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dayText } from '../../../modules/newsroom/contract.ts'
import { amountText, isCurrency } from '../../../kernel/money.ts'
import { messages as outcomeWords } from '../../../modules/outcomes/messages.ts'
import { query } from '../../api.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { messages } from './messages.ts'
import styles from './newsroom.module.css'
import { type ArticleDay, STANDING_TONES } from './shapes.ts'

/** Chooses a day, shows which of its records a draft would tell, and has it written. */
export function DayDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const navigate = useNavigate()
  const { data, error } = useQuery(
    query.newsroom.listArticleDays.queryOptions({ input: { programmeId: programme.id } }),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const draft = useMutation({
    ...query.newsroom.draftArticle.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ id }) => {
      notify({ text: t('day.done') })
      await navigate({
        to: '/programmes/$programmeId/newsroom/$articleId',
        params: { programmeId: programme.id, articleId: id },
      })
    },
  })
  const rows = data?.rows ?? []
  // A day on which something was signed tells more than one of meetings alone.
  const day = rows.find((one) => one.day === chosen) ?? rows.find(({ signed }) => signed.length > 0) ?? rows[0] ?? null
  return (
    <Modal
      opened
      title={t('day.title')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          disabled={!day}
          loading={draft.isPending}
          onClick={() => {
            if (day) draft.mutate({ programmeId: programme.id, day: day.day })
          }}
        >
          {t('day.deed')}
        </Button>
      }
    >
      <div className={styles.dialog}>
        {error ? <ProblemNotice error={error} compact /> : null}
        {data || error ? null : <PendingScreen />}
        {data && !day ? <p>{t('day.none')}</p> : null}
        {day && data ? (
          <>
            <DayChoice rows={rows} day={day.day} onChoose={setChosen} />
            <WhatItTells day={day} participants={data.participants} />
          </>
        ) : null}
        {draft.error ? <ProblemNotice error={draft.error} compact /> : null}
      </div>
    </Modal>
  )
}

function DayChoice({
  rows,
  day,
  onChoose,
}: {
  rows: readonly ArticleDay[]
  day: string
  onChoose: (day: string | null) => void
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const label = (one: ArticleDay) =>
    [
      dayText(one.day, locale),
      t('day.signedCount', { count: one.signed.length }),
      ...(one.isEventDay ? [t('day.eventDay')] : []),
    ].join(' · ')
  return (
    <Select
      label={t('day.day')}
      value={day}
      maxDropdownHeight={240}
      data={rows.map((one) => ({ value: one.day, label: label(one) }))}
      onChange={onChoose}
    />
  )
}

/** The records of the day, as the draft will tell them. */
function WhatItTells({ day, participants }: { day: ArticleDay; participants: number }) {
  const t = useMessages(messages)
  const words = useMessages(outcomeWords)
  const text = useText()
  const { locale } = useLocale()
  const money = (amount: ArticleDay['signed'][number]['amount']) =>
    amount && isCurrency(amount.currency)
      ? amountText({ minor: amount.minor, currency: amount.currency }, locale)
      : null
  return (
    <section className={styles.tells} aria-label={t('day.tells')}>
      <h3>{t('day.signed')}</h3>
      {day.signed.length === 0 ? <p className={styles.quiet}>{t('day.nothingSigned')}</p> : null}
      <ul>
        {day.signed.map((one, index) => (
          <li key={index}>
            <b>{one.parties.map(text).join(' – ')}</b>
            <small>
              {[text(one.title), kindName(one.kind, words, locale), money(one.amount)].filter(Boolean).join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      <p>
        {t('day.companies')}: <b>{participants}</b>
      </p>
      {day.promises.length === 0 ? null : (
        <>
          <h3>{t('day.promises')}</h3>
          <ul>
            {day.promises.map((promise, index) => (
              <li key={index}>
                {text(promise.party)}: {text(promise.what)}
                <small>{promise.dueOn === null ? t('day.noDate') : dayText(promise.dueOn, locale)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      {day.articles.length === 0 ? null : <ToldAlready day={day} />}
    </section>
  )
}

const kindName = (
  kind: string,
  words: ReturnType<typeof useMessages<(typeof outcomeWords)['en']>>,
  locale: keyof typeof outcomeWords,
): string => {
  const kinds = outcomeWords[locale].kinds
  return kind in kinds ? words(`kinds.${kind as keyof typeof kinds}`) : kind
}

function ToldAlready({ day }: { day: ArticleDay }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  return (
    <>
      <p>{t('day.told')}</p>
      <ul>
        {day.articles.map(({ id, slug, status }) => (
          <li key={id}>
            <Link
              to="/programmes/$programmeId/newsroom/$articleId"
              params={{ programmeId: programme.id, articleId: id }}
            >
              {slug}
            </Link>{' '}
            <StatusBadge tone={STANDING_TONES[status]}>{t(`standings.${status}`)}</StatusBadge>
          </li>
        ))}
      </ul>
    </>
  )
}
