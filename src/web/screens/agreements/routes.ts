import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute, rootRoute } from '../../shell/routes.ts'
import { readAgreementSearch } from './agreement-search.ts'
import { readEditorPart } from './editor-parts.ts'

const agreementsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/agreements',
  staticData: { stage: 'agreements', title: { en: 'Agreements', ko: '협약', ru: 'Соглашения' } },
})

const listRoute = createRoute({
  getParentRoute: () => agreementsRoute,
  path: '/',
  validateSearch: readAgreementSearch,
  component: lazyRouteComponent(() => import('./agreements-screen.tsx'), 'AgreementsScreen'),
})

const newRoute = createRoute({
  getParentRoute: () => agreementsRoute,
  path: '/new',
  validateSearch: readEditorPart,
  component: lazyRouteComponent(() => import('./edit-screens.tsx'), 'NewAgreementScreen'),
  staticData: { title: { en: 'New agreement', ko: '협약 작성', ru: 'Новое соглашение' } },
})

const agreementRoute = createRoute({
  getParentRoute: () => agreementsRoute,
  path: '/$agreementId',
  component: lazyRouteComponent(() => import('./agreement-screen.tsx'), 'AgreementScreen'),
  staticData: { title: { en: 'Agreement', ko: '협약 정보', ru: 'Соглашение' } },
})

const editRoute = createRoute({
  getParentRoute: () => agreementsRoute,
  path: '/$agreementId/edit',
  validateSearch: readEditorPart,
  component: lazyRouteComponent(() => import('./edit-screens.tsx'), 'EditAgreementScreen'),
  staticData: { title: { en: 'Edit', ko: '수정', ru: 'Правка' } },
})

const ceremonyRoute = createRoute({
  getParentRoute: () => agreementsRoute,
  path: '/$agreementId/ceremony',
  component: lazyRouteComponent(() => import('./ceremony-screen.tsx'), 'CeremonyScreen'),
  staticData: { title: { en: 'Signing ceremony', ko: '서명식', ru: 'Церемония подписания' } },
})

const TITLE = { en: 'Agreements', ko: '협약', ru: 'Соглашения' }

const myAgreementsRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/agreements',
  component: lazyRouteComponent(() => import('./mine/my-agreements-screen.tsx'), 'MyAgreementsScreen'),
  staticData: { title: TITLE },
})

const myAgreementRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/agreements/$agreementId',
  component: lazyRouteComponent(() => import('./agreement-screen.tsx'), 'MyAgreementScreen'),
  staticData: { title: { en: 'Agreement', ko: '협약 정보', ru: 'Соглашение' } },
})

/** What mails to signatories link to; the link itself stands behind `#`, so that no server log holds it. */
const signRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign',
  component: lazyRouteComponent(() => import('./sign-screen.tsx'), 'SignScreen'),
})

export const signingRoutes = [signRoute] as const
export const agreementsRoutes = [
  agreementsRoute.addChildren([listRoute, newRoute, agreementRoute, editRoute, ceremonyRoute]),
  myAgreementsRoute,
  myAgreementRoute,
] as const
