import { type ErrorComponentProps, Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Notices } from '../ui/notices.tsx'
import { ErrorScreen } from './error-screen.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'

/** Around every page: the corner for notices, and the focus that follows a change of page. */
export function RootLayout() {
  useFocusOnNavigation()
  return (
    <>
      <Outlet />
      <Notices />
    </>
  )
}

/** An address that leads nowhere, outside every programme. */
export const LostPage = () => (
  <main id="main" tabIndex={-1}>
    <NotFoundScreen />
  </main>
)

/** A page outside the programme's shell, or that shell itself, that could not be shown. */
export const FailedPage = (props: ErrorComponentProps) => (
  <main id="main" tabIndex={-1}>
    <ErrorScreen {...props} />
  </main>
)

/** After a change of page the heading takes the focus, so that a screen reader reads where one has arrived. */
function useFocusOnNavigation(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged, fromLocation }) => {
        if (!pathChanged || !fromLocation) return
        const target = document.getElementById('page-title') ?? document.getElementById('main')
        target?.focus({ preventScroll: true })
      }),
    [router],
  )
}
