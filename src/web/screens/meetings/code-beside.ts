/** The code to print beside a name; null where the name begins with it already. */
export const codeBeside = (code: string, name: string): string | null => (name.startsWith(code) ? null : code)

/** A company in one line, for choices: its code, then its name. */
export const codedName = (code: string, name: string): string => (name.startsWith(code) ? name : `${code} ${name}`)
