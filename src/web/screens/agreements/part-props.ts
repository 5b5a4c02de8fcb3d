import type { AgreementDraft } from './agreement-draft.ts'
import type { FieldErrors } from './field-errors.ts'

/** What every part of the form is given. */
export interface PartProps {
  readonly value: AgreementDraft
  readonly errors: FieldErrors
  readonly onChange: (change: Partial<AgreementDraft>) => void
}
