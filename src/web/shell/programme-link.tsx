import { Link, useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useProgramme } from './programme-context.ts'

const PREFIX = '/programmes/$programmeId'

/** Whether a screen is registered at this path under the programme. */
export function useHasScreen(): (path: string) => boolean {
  const router = useRouter()
  return (path) =>
    `${PREFIX}${path}`.replace(/\/$/, '') in router.routesByPath || `${PREFIX}${path}` in router.routesByPath
}

/**
 * A link to a path under the open programme, chosen from data. Screens that know their target use the router's own
 * typed `Link`.
 */
export function ProgrammeLink({
  path,
  className,
  current,
  title,
  children,
}: {
  path: string
  className?: string | undefined
  /** Whether this is where one is; without it the router finds out from the address. */
  current?: boolean
  title?: string | undefined
  children: ReactNode
}) {
  const { programme } = useProgramme()
  const here = { 'aria-current': 'page' } as const
  return (
    <Link
      to={`${PREFIX}${path}`.replace(/\/$/, '') as '/programmes/$programmeId'}
      params={{ programmeId: programme.id }}
      activeOptions={{ exact: current !== undefined }}
      activeProps={current === false ? { 'aria-current': undefined } : here}
      {...(className === undefined ? {} : { className })}
      {...(title === undefined ? {} : { title })}
      {...(current ? here : {})}
    >
      {children}
    </Link>
  )
}
