import { useSyncExternalStore } from 'react'

/** Where rows become cards; the same width as in the style sheets. */
const narrow = matchMedia('(max-width: 900px)')

export const useIsNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener)
      return () => narrow.removeEventListener('change', listener)
    },
    () => narrow.matches,
  )
