import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CompanyName } from './company-name.tsx'
import styles from './explain-screen.module.css'
import { Gates } from './gates.tsx'
import { InterestButton } from './interest-dialog.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import { ProfileTexts } from './profile-texts.tsx'
import { ReasonList } from './reason-list.tsx'
import { RequestButton } from './request-dialog.tsx'
import { ReasonBar, ScoreChip } from './score.tsx'
import { ShortlistButton } from './shortlist-button.tsx'
import type { ExplainedMatch } from './shapes.ts'

/** Why two companies fit, or why not: every reason with its share, and where it stands in both texts. */
export function ExplainScreen() {
  const { programmeId = '', companyId = '', partnerId = '' } = useParams({ strict: false })
  const { data: match, error } = useQuery(
    query.matching.explainMatch.queryOptions({ input: { programmeId, companyId, partnerId } }),
  )
  if (error && !match) throw error
  if (!match) return <PendingScreen />
  return <Explained key={`${companyId} ${partnerId}`} match={match} />
}

function Explained({ match }: { match: ExplainedMatch }) {
  const t = useMessages(messages)
  const text = useText()
  // `lit` follows the pointer and the focus; `pinned` stays open with its quotations.
  const [lit, setLit] = useState<number | null>(null)
  const [pinned, setPinned] = useState<number | null>(null)
  const active = lit ?? pinned
  const pair = { company: text(match.company.name), partner: text(match.partner.name) }
  const shut = match.gates.some(({ passed }) => !passed)
  const column = {
    match,
    active,
    scrollTo: pinned,
    onLight: setLit,
    onPin: (reason: number) => setPinned((now) => (now === reason ? null : reason)),
  }
  return (
    <>
      <PageHead title={t('explain.title', pair)} lead={t('explain.lead')} actions={<Deeds match={match} />} />
      <div className={page.page}>
        <div className={styles.top}>
          <Score match={match} shut={shut} />
          <Gates gates={match.gates} />
        </div>
        {match.texts.length === 0 ? null : (
          <div className={styles.bank}>
            <ProfileTexts {...column} company={match.company} />
            <ReasonList
              match={match}
              active={active}
              pinned={pinned}
              onLight={setLit}
              onPin={(reason) => setPinned((now) => (now === reason ? null : reason))}
            />
            <ProfileTexts {...column} company={match.partner} />
          </div>
        )}
      </div>
    </>
  )
}

/** The number, what it is made of, and both directions it comes from. */
function Score({ match, shut }: { match: ExplainedMatch; shut: boolean }) {
  const t = useMessages(messages)
  const text = useText()
  const { number } = useNumbers()
  const round = (value: number) => number(value, { maximumFractionDigits: 1 })
  const directions = [
    { key: 'forward', needs: match.company, has: match.partner, score: match.forward },
    { key: 'backward', needs: match.partner, has: match.company, score: match.backward },
  ] as const
  return (
    <Panel title={t('explain.score')} note={t('explain.scoreNote')}>
      <div className={styles.score}>
        <ScoreChip score={match.score} large />
        <div className={styles.parts}>
          {shut ? (
            <p className={styles.shut}>
              <Icon name="warning" />
              {t('explain.shut')}
            </p>
          ) : (
            <ReasonBar reasons={match.reasons} score={match.score} />
          )}
        </div>
      </div>
      <dl className={styles.directions}>
        {directions.map(({ key, needs, has, score }) => (
          <div key={key}>
            <dt>{t('explain.direction', { needs: text(needs.name), has: text(has.name) })}</dt>
            <dd>{round(score)}</dd>
          </div>
        ))}
      </dl>
      <p className={page.quiet}>{t('explain.mean')}</p>
      <p className={styles.companies}>
        <CompanyName company={match.company} />
        <CompanyName company={match.partner} />
      </p>
    </Panel>
  )
}

/** What the reader may do about the pair: for the own company, or as the operator for the first of the two. */
function Deeds({ match }: { match: ExplainedMatch }) {
  const { programme, roles, grants } = useProgramme()
  const isOperator = roles.includes('operator')
  const speaksFor = (id: string) =>
    grants.some(({ role, scopeId }) => role === 'company-representative' && scopeId === id)
  const mayAct = isOperator || speaksFor(match.company.id)
  const { data } = useQuery({
    ...query.matching.listMatches.queryOptions({
      input: { programmeId: programme.id, companyId: match.company.id, limit: 500 },
    }),
    enabled: mayAct,
  })
  if (!mayAct) return null
  const row = data?.rows.find(({ partner }) => partner.id === match.partner.id)
  return (
    <>
      <ShortlistButton
        company={match.company}
        partner={match.partner}
        shortlisted={row?.shortlisted ?? false}
        withWord
      />
      <InterestButton company={match.company} partner={match.partner} />
      <RequestButton company={match.company} partner={match.partner} />
    </>
  )
}
