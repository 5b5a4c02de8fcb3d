import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
  rootRouteId,
} from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import type { Locale } from '../../kernel/locale.ts'
import { NotFoundScreen } from './not-found-screen.tsx'
import type { Stage } from './stages.ts'
import { FailedPage, LostPage, RootLayout } from './root-layout.tsx'
import { programmesQuery, sessionQuery } from './session.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Which link of the chain this screen belongs to. */
    stage?: Stage
    /** Its name in the trail on top. */
    title?: Readonly<Record<Locale, string>>
  }
}

/** Every page. The query client is there for loaders. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: RootLayout,
  errorComponent: FailedPage,
  notFoundComponent: LostPage,
})

/** `/app/`: on to the first programme. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context: { queryClient } }) => {
    const session = await queryClient.ensureQueryData(sessionQuery())
    if (!session.person) throw redirect({ to: '/sign-in' })
    const { rows } = await queryClient.ensureQueryData(programmesQuery())
    const [first] = rows
    if (first) throw redirect({ to: '/programmes/$programmeId', params: { programmeId: first.id }, replace: true })
  },
  errorComponent: FailedPage,
  component: lazyRouteComponent(() => import('./no-programme-screen.tsx'), 'NoProgrammeScreen'),
})

/**
 * Everything inside a programme, for people with a role in it: the shell with the chain. Screens hang their routes
 * under this one and read the programme with `useProgramme()`.
 */
export const programmeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/programmes/$programmeId',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery())
    if (!session.person) throw redirect({ to: '/sign-in', search: { next: location.href } })
  },
  loader: async ({ context: { queryClient }, params: { programmeId } }) => {
    const { rows } = await queryClient.ensureQueryData(programmesQuery())
    // A programme one has no role in does not exist.
    if (!rows.some(({ id }) => id === programmeId)) throw notFound({ routeId: rootRouteId })
  },
  errorComponent: FailedPage,
  notFoundComponent: NotFoundScreen,
  component: lazyRouteComponent(() => import('./programme-layout.tsx'), 'ProgrammeLayout'),
})
