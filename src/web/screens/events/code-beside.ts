/** The code to print beside a name; null where the name begins with it already. */
export const codeBeside = (code: string, name: string): string | null => (name.startsWith(code) ? null : code)
