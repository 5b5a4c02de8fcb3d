import type { Outputs } from '../api.ts'

export type Stage = Outputs['programmes']['readOverview']['stages'][number]['stage']

/**
 * The chain as navigation, in its order. `path` follows `/programmes/$programmeId`; a stage becomes a link as soon
 * as a route with its path is registered, and stays dimmed until then.
 */
export const STAGES: readonly { readonly id: Stage; readonly path: string }[] = [
  { id: 'compliance', path: '/screening' },
  { id: 'accounts', path: '/people' },
  { id: 'programmes', path: '/' },
  { id: 'companies', path: '/companies' },
  { id: 'matching', path: '/matching' },
  { id: 'events', path: '/event' },
  { id: 'meetings', path: '/requests' },
  { id: 'scheduling', path: '/schedule' },
  { id: 'rooms', path: '/rooms' },
  { id: 'cases', path: '/cases' },
  { id: 'agreements', path: '/agreements' },
  { id: 'commitments', path: '/commitments' },
  { id: 'outcomes', path: '/outcomes' },
  { id: 'newsroom', path: '/newsroom' },
]

/** What people who do not run the programme see instead of the chain. */
export type PersonalPlace =
  | 'agreements'
  | 'agenda'
  | 'rooms'
  | 'profile'
  | 'partners'
  | 'requests'
  | 'availability'
  | 'commitments'

export const PERSONAL_PLACES: Readonly<Record<'company-representative' | 'interpreter', readonly PersonalPlace[]>> = {
  'company-representative': [
    'agenda',
    'rooms',
    'requests',
    'partners',
    'profile',
    'availability',
    'agreements',
    'commitments',
  ],
  interpreter: ['agenda', 'rooms', 'availability'],
}

/** The stage that a page belongs to: without the stage there is no page. */
export const STAGE_OF_PLACE: Readonly<Record<PersonalPlace, Stage>> = {
  agenda: 'scheduling',
  rooms: 'rooms',
  requests: 'meetings',
  partners: 'matching',
  profile: 'companies',
  availability: 'events',
  agreements: 'agreements',
  commitments: 'commitments',
}

/** Paths under `/programmes/$programmeId/my`. */
export const personalPath = (place: PersonalPlace): string => `/my/${place}`
