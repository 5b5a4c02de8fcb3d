import { createRouter } from '@tanstack/react-router'
import type { QueryClient } from '@tanstack/react-query'
import { peopleRoutes } from './screens/accounts/people-routes.ts'
import { accountsRoutes } from './screens/accounts/routes.ts'
import { casesRoutes } from './screens/cases/routes.ts'
import { commitmentsRoutes } from './screens/commitments/routes.ts'
import { agreementsRoutes, signingRoutes } from './screens/agreements/routes.ts'
import { complianceRoutes } from './screens/compliance/routes.ts'
import { companiesRoutes } from './screens/companies/routes.ts'
import { matchingRoutes } from './screens/matching/routes.ts'
import { eventsRoutes } from './screens/events/routes.ts'
import { meetingsRoutes } from './screens/meetings/routes.ts'
import { newsroomRoutes } from './screens/newsroom/routes.ts'
import { outcomesRoutes } from './screens/outcomes/routes.ts'
import { programmesRoutes } from './screens/programmes/routes.ts'
import { roomsRoutes } from './screens/rooms/routes.ts'
import { schedulingRoutes } from './screens/scheduling/routes.ts'
import { ErrorScreen } from './shell/error-screen.tsx'
import { NotFoundScreen } from './shell/not-found-screen.tsx'
import { PendingScreen } from './shell/pending-screen.tsx'
import { homeRoute, programmeRoute, rootRoute } from './shell/routes.ts'

/** The tree of pages. A module's screens add their list of routes here, one line each, in the order of the chain. */
const routeTree = rootRoute.addChildren([
  homeRoute,
  ...accountsRoutes,
  ...signingRoutes,
  programmeRoute.addChildren([
    ...complianceRoutes,
    ...peopleRoutes,
    ...programmesRoutes,
    ...companiesRoutes,
    ...matchingRoutes,
    ...eventsRoutes,
    ...meetingsRoutes,
    ...schedulingRoutes,
    ...roomsRoutes,
    ...casesRoutes,
    ...agreementsRoutes,
    ...commitmentsRoutes,
    ...outcomesRoutes,
    ...newsroomRoutes,
  ]),
])

export const createAppRouter = (queryClient: QueryClient) =>
  createRouter({
    routeTree,
    basepath: '/app',
    context: { queryClient },
    defaultPreload: 'intent',
    // Queries keep their own freshness; the router must not keep a second one.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    scrollRestoration: true,
    defaultErrorComponent: ErrorScreen,
    defaultNotFoundComponent: NotFoundScreen,
    defaultPendingComponent: PendingScreen,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
