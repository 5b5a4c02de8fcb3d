import type { ImportRun, SheetIssue } from '../../../companies/index.ts'
import type { PartyOfEvent } from '../../store/pair-store.ts'

export const issueOf = (
  row: number | null,
  column: string | null,
  code: string,
  values: SheetIssue['values'] = {},
  severity: SheetIssue['severity'] = 'error',
): SheetIssue => ({ row, column, code: `meetings.${code}`, values, severity })

export const eventUnknown: SheetIssue = issueOf(null, null, 'event-unknown')

/** The participant whose company a cell names; a remark when there is none, unless its own row was refused already. */
export function partyOfRow(
  run: ImportRun,
  parties: ReadonlyMap<string, PartyOfEvent>,
  row: number,
  column: string,
  code: string,
  issues: SheetIssue[],
): PartyOfEvent | null {
  const party = parties.get(code)
  if (party) return party
  if (!run.wasRefused('companies', code) && !run.wasRefused('participants', code)) {
    issues.push(issueOf(row, column, 'participant-unknown', { code }))
  }
  return null
}
