/** From one clock to another; a half of the day that both share is said once: `오후 3:00`, `오후 3:20` → `오후 3:00–3:20`. */
export function clockSpan(start: string, end: string): string {
  const half = /^\D+ /u.exec(start)?.[0] ?? ''
  return `${start}–${half !== '' && end.startsWith(half) ? end.slice(half.length) : end}`
}
