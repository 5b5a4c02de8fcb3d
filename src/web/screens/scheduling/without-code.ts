/** A name without its code in front, where the code stands beside it anyway: `G-04 Vacuum parts` → `Vacuum parts`. */
export const withoutCode = (name: string, code: string): string =>
  name.startsWith(`${code} `) ? name.slice(code.length + 1) : name
