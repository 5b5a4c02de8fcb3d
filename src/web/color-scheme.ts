import { useSyncExternalStore } from 'react'

export type ColorScheme = 'light' | 'dark'

const KEY = 'naru-theme'
const listeners = new Set<() => void>()
const system = matchMedia('(prefers-color-scheme: dark)')

const systemScheme = (): ColorScheme => (system.matches ? 'dark' : 'light')

function saved(): ColorScheme | null {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : null
  } catch {
    return null
  }
}

function apply(): void {
  const scheme = saved() ?? systemScheme()
  document.documentElement.dataset.theme = scheme
  document.documentElement.dataset.mantineColorScheme = scheme
  for (const listener of listeners) listener()
}

system.addEventListener('change', apply)

/** Light or dark, and a switch. Choosing what the system already says goes back to following the system. */
export function useColorScheme(): { scheme: ColorScheme; toggle: () => void } {
  const scheme = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => saved() ?? systemScheme(),
  )
  const toggle = () => {
    const next: ColorScheme = scheme === 'dark' ? 'light' : 'dark'
    try {
      if (next === systemScheme()) localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, next)
    } catch {
      /* Storage is closed to us: the choice cannot be kept. */
    }
    apply()
  }
  return { scheme, toggle }
}
