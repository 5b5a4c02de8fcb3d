import type { AgreementDraft } from './agreement-draft.ts'

interface Backup {
  readonly value: AgreementDraft
  /** Of the stored agreement it was made on; 0 for a new one. */
  readonly revision: number
}

const keyOf = (programmeId: string, agreementId: string | null) =>
  `naru-agreement-draft/${programmeId}/${agreementId ?? 'new'}`

/** What was typed and not saved in this tab: it survives a reload and is gone with the tab, as addresses stand in it. */
export function readBackup(programmeId: string, agreementId: string | null): Backup | null {
  try {
    const kept = sessionStorage.getItem(keyOf(programmeId, agreementId))
    return kept === null ? null : (JSON.parse(kept) as Backup)
  } catch {
    return null
  }
}

/** Null takes it away. A full or forbidden store is no reason to stop somebody who types. */
export function keepBackup(programmeId: string, agreementId: string | null, backup: Backup | null): void {
  try {
    const key = keyOf(programmeId, agreementId)
    if (backup === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(backup))
  } catch {
    // Kept in the form alone then.
  }
}
