import type { Screening } from './shapes.ts'

type Owner = Screening['owners'][number]

/** Owners as lines of text: `A; Alpha Holding; 60;` */
export const toLines = (owners: readonly Owner[]): string =>
  owners.map(({ key, party, share, of }) => [key, party.names.join(' / '), share, of ?? ''].join('; ')).join('\n')

/** The owners of the lines, or the number of the first line that cannot be read. */
export function fromLines(text: string): { readonly owners: Owner[] } | { readonly line: number } {
  const owners: Owner[] = []
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [key = '', names = '', percent = '', of = ''] = line.split(';').map((part) => part.trim())
    const share = Number(percent.replace(',', '.').replace('%', ''))
    const written = names
      .split('/')
      .map((name) => name.trim())
      .filter(Boolean)
    if (key === '' || written.length === 0 || !(share > 0 && share <= 100)) return { line: at + 1 }
    const party = { kind: 'organisation' as const, names: written, identifiers: [], countries: [] }
    owners.push({ key, party, share, of: of === '' ? null : of })
  }
  return { owners }
}
