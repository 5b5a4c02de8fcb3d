import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { programmeRoute } from '../../shell/routes.ts'
import { readCompanySearch } from './company-search.ts'

const companiesRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/companies',
  staticData: { stage: 'companies', title: { en: 'Companies', ko: '기업', ru: 'Компании' } },
})

const listRoute = createRoute({
  getParentRoute: () => companiesRoute,
  path: '/',
  validateSearch: readCompanySearch,
  component: lazyRouteComponent(() => import('./companies-screen.tsx'), 'CompaniesScreen'),
})

const newCompanyRoute = createRoute({
  getParentRoute: () => companiesRoute,
  path: '/new',
  component: lazyRouteComponent(() => import('./edit-screens.tsx'), 'NewCompanyScreen'),
  staticData: { title: { en: 'New company', ko: '기업 등록', ru: 'Новая компания' } },
})

const importRoute = createRoute({
  getParentRoute: () => companiesRoute,
  path: '/import',
  validateSearch: ({ batch }: Record<string, unknown>): { batch?: string } =>
    typeof batch === 'string' ? { batch } : {},
  component: lazyRouteComponent(() => import('./import-screen.tsx'), 'ImportScreen'),
  staticData: { title: { en: 'Import', ko: '가져오기', ru: 'Импорт' } },
})

const companyRoute = createRoute({
  getParentRoute: () => companiesRoute,
  path: '/$companyId',
  component: lazyRouteComponent(() => import('./company-screen.tsx'), 'CompanyScreen'),
  staticData: { title: { en: 'Company', ko: '기업 정보', ru: 'Компания' } },
})

/** What a representative sees of the own company, and the same forms below it. */
const myProfileRoute = createRoute({
  getParentRoute: () => programmeRoute,
  path: '/my/profile',
  staticData: { title: { en: 'My profile', ko: '내 프로필', ru: 'Мой профиль' } },
})

const myProfileIndexRoute = createRoute({
  getParentRoute: () => myProfileRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./my-profile-screen.tsx'), 'MyProfileScreen'),
})

const EDIT = { title: { en: 'Edit', ko: '수정', ru: 'Правка' } }
const NEW_PROFILE = { title: { en: 'New profile', ko: '프로필 작성', ru: 'Новый профиль' } }
const PROFILE = { title: { en: 'Profile', ko: '프로필', ru: 'Профиль' } }

const editCompany = lazyRouteComponent(() => import('./edit-screens.tsx'), 'EditCompanyScreen')
const newProfile = lazyRouteComponent(() => import('./edit-screens.tsx'), 'NewProfileScreen')
const editProfile = lazyRouteComponent(() => import('./edit-screens.tsx'), 'EditProfileScreen')

const formRoutes = [
  createRoute({
    getParentRoute: () => companiesRoute,
    path: '/$companyId/edit',
    component: editCompany,
    staticData: EDIT,
  }),
  createRoute({
    getParentRoute: () => companiesRoute,
    path: '/$companyId/profiles/new',
    component: newProfile,
    staticData: NEW_PROFILE,
  }),
  createRoute({
    getParentRoute: () => companiesRoute,
    path: '/$companyId/profiles/$profileId',
    component: editProfile,
    staticData: PROFILE,
  }),
] as const

const ownFormRoutes = [
  createRoute({
    getParentRoute: () => myProfileRoute,
    path: '/$companyId/edit',
    component: editCompany,
    staticData: EDIT,
  }),
  createRoute({
    getParentRoute: () => myProfileRoute,
    path: '/$companyId/profiles/new',
    component: newProfile,
    staticData: NEW_PROFILE,
  }),
  createRoute({
    getParentRoute: () => myProfileRoute,
    path: '/$companyId/profiles/$profileId',
    component: editProfile,
    staticData: PROFILE,
  }),
] as const

export const companiesRoutes = [
  companiesRoute.addChildren([listRoute, newCompanyRoute, importRoute, companyRoute, ...formRoutes]),
  myProfileRoute.addChildren([myProfileIndexRoute, ...ownFormRoutes]),
] as const
