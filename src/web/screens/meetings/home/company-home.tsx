import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages, useNumbers, useText } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { useHasScreen } from '../../../shell/programme-link.tsx'
import { Time, ZonesProvider } from '../../../ui/time.tsx'
import { codeBeside } from '../code-beside.ts'
import { messages } from '../messages.ts'
import { useZonesFrom } from '../own-companies.ts'
import { Card } from './card.tsx'
import { HoursCard } from './hours-card.tsx'
import styles from './home.module.css'
import { MeetingsCard } from './meetings-card.tsx'

/** What waits first, then what comes next, then how one stands. */
export function CompanyHome({ companyId }: { companyId: string }) {
  const { programme } = useProgramme()
  const company = useQuery(
    query.companies.readCompany.queryOptions({ input: { programmeId: programme.id, companyId } }),
  )
  const zones = useZonesFrom(company.data?.sideId)
  const hasScreen = useHasScreen()
  const uses = (stage: (typeof programme.closedStages)[number]) => !programme.closedStages.includes(stage)
  return (
    <ZonesProvider zones={zones}>
      <div className={styles.stack}>
        {uses('meetings') ? <RequestsCard /> : null}
        {uses('scheduling') ? <MeetingsCard /> : null}
      </div>
      <div className={styles.stack}>
        {uses('events') ? <HoursCard companyId={companyId} /> : null}
        {company.data && hasScreen('/my/profile') ? (
          <ProfileCard companyId={companyId} profiles={company.data.profiles} />
        ) : null}
        {uses('matching') && hasScreen('/my/partners') ? <PartnersCard companyId={companyId} /> : null}
      </div>
    </ZonesProvider>
  )
}

const FEW = 3

function RequestsCard() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { data } = useQuery(query.meetings.listMyRequests.queryOptions({ input: { programmeId: programme.id } }))
  if (!data) return <div className={styles.waiting} aria-busy="true" />
  const waiting = data.rows.toSorted((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1))
  const count = waiting.length
  return (
    <Card
      title={t('home.requests')}
      action={t(count > 0 ? 'home.answer' : 'home.toRequests')}
      path="/my/requests"
      hand={count > 0}
    >
      <p className={count > 0 ? styles.big : styles.quiet}>
        {count > 0 ? t('home.requestsWaiting', { count }) : t('home.requestsNone')}
      </p>
      <ul className={styles.list}>
        {waiting.slice(0, FEW).map(({ id, host, expiresAt }) => (
          <li key={id}>
            <b>
              {text(host.name)} <small>{codeBeside(host.code, text(host.name))}</small>
            </b>
            <span />
            <span className={styles.quiet}>
              {t('mine.until')} <Time at={expiresAt} day="short" />
            </span>
          </li>
        ))}
      </ul>
      {count > FEW ? <p className={styles.quiet}>{t('home.requestsMore', { count: count - FEW })}</p> : null}
    </Card>
  )
}

function ProfileCard({
  companyId,
  profiles,
}: {
  companyId: string
  profiles: readonly { id: string; status: string }[]
}) {
  const t = useMessages(messages)
  const published = profiles.filter(({ status }) => status === 'published').length
  const draft = profiles.find(({ status }) => status === 'draft')
  const drafts = profiles.filter(({ status }) => status === 'draft').length
  const base = `/my/profile/${companyId}/profiles`
  if (profiles.length === 0) {
    return (
      <Card title={t('home.profile')} action={t('home.writeProfile')} path={`${base}/new`} hand>
        <p>{t('home.profileNone')}</p>
      </Card>
    )
  }
  return draft && published === 0 ? (
    <Card title={t('home.profile')} action={t('home.finishProfile')} path={`${base}/${draft.id}`} hand>
      <p>{t('home.profileDraft', { drafts, published })}</p>
    </Card>
  ) : (
    <Card title={t('home.profile')} action={t('home.toProfile')} path="/my/profile">
      <p>{drafts > 0 ? t('home.profileDraft', { drafts, published }) : t('home.profilePublished', { published })}</p>
    </Card>
  )
}

function PartnersCard({ companyId }: { companyId: string }) {
  const t = useMessages(messages)
  const text = useText()
  const { number } = useNumbers()
  const { programme } = useProgramme()
  const { data } = useQuery(
    query.matching.listMatches.queryOptions({ input: { programmeId: programme.id, companyId, limit: FEW } }),
  )
  const rows = data?.rows ?? []
  return (
    <Card title={t('home.partners')} action={t('home.toPartners')} path="/my/partners">
      {data && rows.length === 0 ? <p className={styles.quiet}>{t('home.partnersNone')}</p> : null}
      <ol className={styles.list}>
        {rows.map(({ partner, score }) => (
          <li key={partner.id}>
            <b>
              {text(partner.name)} <small>{codeBeside(partner.code, text(partner.name))}</small>
            </b>
            <span className={styles.score}>{number(Math.round(score))}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
