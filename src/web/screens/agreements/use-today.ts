import { useState } from 'react'

/** The day (`2020-10-26`, in UTC) on which the screen was opened. */
export function useToday(): string {
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  return today
}
