import { getRouteApi, Outlet, useMatches } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, lazy, useMemo, useState } from 'react'
import { offsetMinutes } from '../../kernel/time-zone.ts'
import { toInstant } from '../../kernel/instant.ts'
import { useLocale, useMessages, useText } from '../locale.tsx'
import { KeyboardProvider } from '../ui/keyboard.tsx'
import { TitleSuffixContext } from '../ui/page-head.tsx'
import { type HomeZone, ZonesProvider } from '../ui/time.tsx'
import { Rail } from './rail.tsx'
import { messages } from './messages.ts'
import { OfflineNotice } from './offline-notice.tsx'
import { type Programme, ProgrammeContext, type ProgrammeView, type Role } from './programme-context.ts'
import styles from './programme-layout.module.css'
import { programmesQuery, sessionQuery } from './session.ts'
import { SkipLink } from './skip-link.tsx'
import { TopBar } from './top-bar.tsx'

const ConsentBar = lazy(async () => ({
  default: (await import('../screens/accounts/consent-bar.tsx')).ConsentBar,
}))

const route = getRouteApi('/programmes/$programmeId')

/** As `STANDS_IN_FOR` of accounts; its contract would bring the whole schema library onto the first page. */
const STANDS_IN_FOR: Readonly<Partial<Record<Role, Role>>> = { broker: 'operator', auditor: 'official' }

/** The shell around every screen of a programme: rail, top bar, content. */
export function ProgrammeLayout() {
  const t = useMessages(messages)
  const text = useText()
  const view = useProgrammeView()
  const zones = useHomeZones(view.programme)
  const trail = useTrail()
  return (
    <ProgrammeContext value={view}>
      <ZonesProvider zones={zones}>
        <TitleSuffixContext value={`${text(view.programme.name)} · ${t('product')}`}>
          <KeyboardProvider title={t('keyboard')} switchLabel={t('singleKeys')}>
            <SkipLink />
            <div className={styles.app} data-personal={!view.seesChain || undefined}>
              <Rail />
              <div className={styles.page}>
                <TopBar trail={[text(view.programme.name), ...trail]} person={view.person} roles={view.heldRoles} />
                <OfflineNotice />
                {view.programme.archivedAt ? <p className={styles.archived}>{t('archivedNotice')}</p> : null}
                <Suspense>
                  <ConsentBar />
                </Suspense>
                <main id="main" tabIndex={-1} className={styles.main}>
                  <Outlet />
                </main>
              </div>
            </div>
          </KeyboardProvider>
        </TitleSuffixContext>
      </ZonesProvider>
    </ProgrammeContext>
  )
}

/** Who looks at which programme. The route's loader has seen to it that both are there. */
function useProgrammeView(): ProgrammeView {
  const { programmeId } = route.useParams()
  const { data: session } = useSuspenseQuery(sessionQuery())
  const { data: programmes } = useSuspenseQuery(programmesQuery())
  const programme = programmes.rows.find(({ id }) => id === programmeId)
  if (!programme || !session.person) throw new Error(`No programme ${programmeId} for this session`)
  const { person, grants } = session
  return useMemo(() => {
    const own = grants.filter((grant) => grant.programmeId === programme.id)
    const heldRoles = [...new Set(own.map(({ role }) => role))]
    const roles = [...new Set(heldRoles.flatMap((role) => [role, STANDS_IN_FOR[role] ?? role]))]
    return {
      programme,
      person,
      grants: own,
      roles,
      heldRoles,
      seesChain: roles.includes('operator') || roles.includes('official'),
    }
  }, [programme, person, grants])
}

/** Both sides' zones; the side whose clock the reader's machine shows leads. */
function useHomeZones(programme: Programme): readonly HomeZone[] {
  const text = useText()
  const [now] = useState(() => toInstant(Date.now()))
  return useMemo(() => {
    const own = offsetMinutes(now, new Intl.DateTimeFormat().resolvedOptions().timeZone)
    return programme.sides
      .toSorted((a, b) => a.position - b.position)
      .toSorted(
        (a, b) => Number(offsetMinutes(now, b.timeZone) === own) - Number(offsetMinutes(now, a.timeZone) === own),
      )
      .map((side) => ({ name: text(side.name), zone: side.timeZone }))
  }, [programme, text, now])
}

/** Names of the matched routes from the programme down to the page. */
function useTrail(): readonly string[] {
  const { locale } = useLocale()
  return useMatches({
    select: (matches) => matches.flatMap(({ staticData }) => (staticData.title ? [staticData.title[locale]] : [])),
    structuralSharing: true,
  })
}
