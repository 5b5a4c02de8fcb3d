/**
 * A rule that says no is a value, not an exception. Operations return `Result`; only defects are thrown.
 */
export type Result<T, R extends Refusal = Refusal> = { ok: true; value: T } | { ok: false; refusal: R }

/**
 * Why a rule said no.
 * - `code` is stable and listed by the module that owns the rule, for example `meetings.pair-already-live`.
 * - `detail` holds plain values for the translated sentence (`errors.<code>` in the messages), never prose.
 * - `kind` decides the HTTP status in one place (`platform/http`).
 */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  readonly kind: RefusalKind
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** absent: not there, or not yours to know of. forbidden: there, but not for your role. conflict: lost a race or breaks a state. invalid: the input itself. */
export type RefusalKind = 'absent' | 'forbidden' | 'conflict' | 'invalid'

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export const refuse = <Code extends string>(
  kind: RefusalKind,
  code: Code,
  detail?: Refusal['detail'],
): { ok: false; refusal: Refusal<Code> } => ({
  ok: false,
  refusal: detail === undefined ? { code, kind } : { code, kind, detail },
})
