import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api.ts'
import { useColorScheme } from './color-scheme.ts'
import { LocaleProvider } from './locale.tsx'
import { createAppRouter } from './router.ts'
import { notify } from './ui/notices.tsx'
import { ProblemSentence } from './ui/problem-notice.tsx'
import { theme } from './ui/theme.ts'
import './ui/mantine.css'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'

const queryClient = createQueryClient({
  onProblem: (problem) => notify({ tone: 'hand', text: <ProblemSentence error={problem} /> }),
  onSignedOut: () => {
    queryClient.clear()
    void router.navigate({ to: '/sign-in', search: { next: router.state.location.href } })
  },
})
const router = createAppRouter(queryClient)

function App() {
  const { scheme } = useColorScheme()
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      <LocaleProvider>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LocaleProvider>
    </MantineProvider>
  )
}

const host = document.getElementById('app')
if (!host) throw new Error('index.html has no #app')
createRoot(host).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
