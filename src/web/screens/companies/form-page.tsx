import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useMessages } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { ProgrammeLink } from '../../shell/programme-link.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import styles from './form-page.module.css'
import { messages } from './messages.ts'
import type { Draft } from '../../ui/use-draft.ts'

/**
 * Around every long form: head, what went wrong, what somebody else changed meanwhile, and a foot with the deed
 * that stays in sight. Leaving with unsaved text asks first.
 */
export function FormPage<T extends object>({
  title,
  lead,
  draft,
  labelOf,
  error,
  saving,
  saved,
  saveLabel,
  backPath,
  onSave,
  aside,
  children,
}: {
  title: string
  lead?: string
  draft: Draft<T>
  /** What a field is called, for the list of conflicts. */
  labelOf: (field: string) => string
  error: unknown
  saving: boolean
  /** Saved: nothing keeps the reader here any more. */
  saved: boolean
  saveLabel: string
  backPath: string
  onSave: () => void
  aside?: ReactNode
  children: ReactNode
}) {
  const t = useMessages(messages)
  const form = useRef<HTMLFormElement>(null)
  useFirstWrongField(form, error)
  return (
    <>
      <PageHead title={title} {...(lead === undefined ? {} : { lead })} />
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        {draft.conflicts.length > 0 ? (
          <ConflictNotice draft={draft} labelOf={labelOf} />
        ) : error && toProblem(error).code !== 'companies.changed-meanwhile' ? (
          <ProblemNotice error={error} />
        ) : null}
        <div className={aside ? styles.columns : undefined}>
          <div className={styles.parts}>{children}</div>
          {aside}
        </div>
        <div className={styles.foot}>
          <span>{draft.isChanged && !saved ? t('form.unsaved') : null}</span>
          <ProgrammeLink path={backPath} className={styles.back} current={false}>
            {t('form.cancel')}
          </ProgrammeLink>
          <Button type="submit" variant="filled" loading={saving} disabled={draft.conflicts.length > 0}>
            {saveLabel}
          </Button>
        </div>
      </form>
      <LeaveGuard
        active={draft.isChanged && !saved}
        title={t('form.leaveTitle')}
        confirmLabel={t('form.leave')}
        serious
      >
        {t('form.leaveHint')}
      </LeaveGuard>
    </>
  )
}

/** Brings the reader to the first field that the server did not accept, else to what it said above the form. */
function useFirstWrongField(form: { readonly current: HTMLFormElement | null }, error: unknown): void {
  useEffect(() => {
    if (!error) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (wrong) wrong.focus()
    else form.current?.scrollIntoView({ block: 'start' })
  }, [form, error])
}
