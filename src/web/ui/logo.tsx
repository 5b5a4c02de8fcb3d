/** The mark: two shores and an arc, with the boat at its top. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={(size * 20) / 28} viewBox="0 0 28 20" fill="none" aria-hidden="true" focusable="false">
      <path d="M1.5 15.5h7M19.5 15.5h7" stroke="var(--ink)" strokeWidth="2.5" strokeLinecap="round" />
      <path d="M5.5 15.5C7.5 3.3 20.5 3.3 22.5 15.5" stroke="var(--accent)" strokeWidth="2.5" strokeLinecap="round" />
      <circle cx="14" cy="6.3" r="2.9" fill="var(--accent)" />
    </svg>
  )
}
