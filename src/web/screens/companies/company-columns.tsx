import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { LOCALES } from '../../../kernel/locale.ts'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import type { Column } from '../../ui/data-table.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import styles from './companies-screen.module.css'
import { useCompanyWords } from './company-words.ts'
import { useKeywordName } from './keyword-names.ts'
import { messages } from './messages.ts'
import type { CompanyRow } from './shapes.ts'

const SHOWN_KEYWORDS = 3

/** The columns of the list. */
export function useCompanyColumns(): readonly Column<CompanyRow>[] {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const text = useText()
  const { programme } = useProgramme()
  return useMemo(
    () => [
      {
        id: 'code',
        head: t('list.code'),
        width: '72px',
        cell: ({ code }) => <span className={styles.code}>{code}</span>,
      },
      { id: 'name', head: t('list.company'), onPhone: 'title', cell: (row) => <CompanyName row={row} /> },
      {
        id: 'side',
        head: t('list.side'),
        cell: ({ sideId, region }) => {
          const side = programme.sides.find(({ id }) => id === sideId)
          return (
            <span className={styles.side}>
              {side ? text(side.name) : null}
              {region ? <span className={styles.under}>{region}</span> : null}
            </span>
          )
        },
      },
      {
        id: 'kind',
        head: t('list.kind'),
        cell: ({ kind, size }) => (
          <span>
            {words(`kinds.${kind}`)}
            {size ? <span className={styles.under}>{words(`sizes.${size}`)}</span> : null}
          </span>
        ),
      },
      {
        id: 'technology',
        head: t('list.technology'),
        cell: ({ technologyKeywords }) => <Technologies codes={technologyKeywords} />,
      },
      {
        id: 'profiles',
        head: t('list.profiles'),
        align: 'end',
        width: '136px',
        cell: (row) => <Profiles row={row} />,
      },
    ],
    [t, words, text, programme],
  )
}

/** The name in the reader's language, with the others below: people look for the one they know. */
function CompanyName({ row }: { row: CompanyRow }) {
  const text = useText()
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const name = text(row.name)
  const others = LOCALES.filter((other) => other !== locale).flatMap((other) => {
    const found = row.name[other]
    return found && found !== name ? [{ locale: other, found }] : []
  })
  return (
    <div>
      <span className={styles.name}>
        <Link
          to="/programmes/$programmeId/companies/$companyId"
          params={{ programmeId: programme.id, companyId: row.id }}
        >
          {name}
        </Link>
        {row.synthetic ? <SyntheticTag /> : null}
      </span>
      {others.length > 0 ? (
        <span className={styles.otherNames}>
          {others.map(({ locale: other, found }, index) => (
            <span key={other} lang={other}>
              {index > 0 ? ' · ' : null}
              {found}
            </span>
          ))}
        </span>
      ) : null}
    </div>
  )
}

function Technologies({ codes }: { codes: readonly string[] }) {
  const t = useMessages(messages)
  const nameOf = useKeywordName()
  const { number } = useNumbers()
  const rest = codes.slice(SHOWN_KEYWORDS).map((code) => nameOf('technology', code))
  return (
    <ul className={styles.keywords}>
      {codes.slice(0, SHOWN_KEYWORDS).map((code) => (
        <li key={code}>{nameOf('technology', code)}</li>
      ))}
      {rest.length > 0 ? (
        <li title={rest.join(', ')}>
          <span aria-hidden="true">+{number(rest.length)}</span>
          <span className="hidden-text">{t('list.furtherKeywords', { names: rest.join(', ') })}</span>
        </li>
      ) : null}
    </ul>
  )
}

/** How much of a company the others can read; nothing at all needs a hand. */
function Profiles({ row }: { row: CompanyRow }) {
  const t = useMessages(messages)
  const { seesChain } = useProgramme()
  if (!seesChain) return <>{row.publishedProfiles}</>
  if (row.profiles === 0) return <StatusBadge tone="hand">{t('list.noProfile')}</StatusBadge>
  if (row.publishedProfiles === 0) return <StatusBadge tone="hand">{t('list.nonePublished')}</StatusBadge>
  return <>{t('list.publishedOf', { published: row.publishedProfiles, all: row.profiles })}</>
}
