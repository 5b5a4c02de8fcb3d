import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { toProblem } from '../../problem.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import { ProgrammeLink } from '../../shell/programme-link.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useDraft } from '../../ui/use-draft.ts'
import { type AgreementDraft, contentOf, draftOf, wrongNumbers } from './agreement-draft.ts'
import { BasicsPart } from './basics-part.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { keepBackup, readBackup } from './draft-backup.ts'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'
import { EditorTabs, usePart } from './editor-tabs.tsx'
import { partOfField } from './editor-parts.ts'
import { fieldErrors } from './field-errors.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { PartiesPart } from './parties-part.tsx'
import type { Agreement } from './shapes.ts'
import { TermsPart } from './terms-part.tsx'
import { TextPart } from './text-part.tsx'

/** The form of an agreement, new (`agreement` null) or stored, with saving and everything that may come in between. */
export function AgreementEditor({ agreement, initial }: { agreement: Agreement | null; initial: AgreementDraft }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const programmeId = programme.id
  const agreementId = agreement?.id ?? null
  const draft = useDraft(initial, agreement?.revision ?? 0)
  const [saved, setSaved] = useState(false)
  const restored = useBackup(programmeId, agreementId, draft, saved)
  const [part, openPart] = usePart()
  const finish = useFinish(agreementId)
  const wrong = wrongNumbers(draft.value)
  const save = useMutation({
    mutationFn: async (): Promise<{ id: string; voided: number }> => {
      const content = contentOf(draft.value)
      if (!agreement) {
        return { id: (await api.agreements.createAgreement({ programmeId, ...content })).id, voided: 0 }
      }
      const key = { programmeId, agreementId: agreement.id, revision: draft.revision }
      const { voided } = await api.agreements.updateAgreement({ ...content, ...key })
      return { id: agreement.id, voided }
    },
    meta: { quiet: true },
    onSuccess: async ({ id, voided }) => {
      setSaved(true)
      notify({ text: voided > 0 ? t('savedVoid', { count: voided }) : t('saved') })
      await finish(id)
    },
    onError: async (error) => {
      const problem = toProblem(error)
      if (agreement && problem.code === 'agreements.changed-meanwhile') {
        const latest = await api.agreements.readAgreement({ programmeId, agreementId: agreement.id })
        if (!draft.rebase(draftOf(latest), latest.revision)) notify({ tone: 'hand', text: t('conflict.joined') })
        return
      }
      const [first] = Object.keys(fieldErrors(problem))
      if (first) openPart(partOfField(first))
    },
  })
  const problem = save.error ? toProblem(save.error) : null
  const errors = { ...(problem ? fieldErrors(problem) : {}), ...ownErrors(wrong, t) }
  const change = (facts: Partial<AgreementDraft>) => {
    // What the server said was of what stood there before.
    if (save.isError) save.reset()
    draft.change(facts)
  }
  const props = { value: draft.value, errors, onChange: change }
  return (
    <>
      <PageHead title={agreement ? text(agreement.title) : t('newTitle')} lead={t(leadOf(agreement))}>
        <EditorTabs part={part} errors={errors} />
      </PageHead>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = wrong
          if (first) openPart(partOfField(first))
          else save.mutate()
        }}
      >
        {restored.isBack ? (
          <p className={styles.restored}>
            {t('restored')}{' '}
            <Button size="xs" onClick={restored.discard}>
              {t('discard')}
            </Button>
          </p>
        ) : null}
        {draft.conflicts.length > 0 ? <ConflictNotice draft={draft} /> : null}
        {problem && problem.code !== 'agreements.changed-meanwhile' ? <ProblemNotice error={problem} /> : null}
        {part === 'basics' ? <BasicsPart {...props} /> : null}
        {part === 'parties' ? <PartiesPart {...props} /> : null}
        {part === 'terms' ? <TermsPart {...props} /> : null}
        {part === 'text' ? <TextPart {...props} wrong={wrong} onGoTo={openPart} /> : null}
        <div className={styles.foot}>
          <span>{draft.isChanged && !saved ? t('unsaved') : null}</span>
          <ProgrammeLink
            path={agreement ? `/agreements/${agreement.id}` : '/agreements'}
            className={styles.back}
            current={false}
          >
            {t('cancel')}
          </ProgrammeLink>
          <Button type="submit" variant="filled" loading={save.isPending} disabled={draft.conflicts.length > 0}>
            {t(agreement ? 'save' : 'create')}
          </Button>
        </div>
      </form>
      <LeaveGuard active={draft.isChanged && !saved} title={t('leaveTitle')} confirmLabel={t('leave')}>
        {t('leaveHint')}
      </LeaveGuard>
    </>
  )
}

const leadOf = (agreement: Agreement | null) =>
  agreement === null ? 'newLead' : agreement.status === 'draft' ? 'draftLead' : 'editLead'

/** What this form can tell by itself: an amount that is none. */
function ownErrors(wrong: readonly string[], t: ReturnType<typeof useMessages<(typeof messages)['en']>>) {
  const sentence = (path: string) =>
    path.endsWith('Months')
      ? t('terms.wrongMonths')
      : path.endsWith('rate')
        ? t('terms.wrongRate')
        : t('terms.wrongAmount')
  return Object.fromEntries(wrong.map((path) => [path, sentence(path)]))
}

/** Keeps what is typed in this tab, and brings it back when the form is opened again. */
function useBackup(
  programmeId: string,
  agreementId: string | null,
  draft: ReturnType<typeof useDraft<AgreementDraft>>,
  saved: boolean,
) {
  const [stored] = useState(draft.value)
  const [isBack, setBack] = useState(false)
  const { value, revision, isChanged, change } = draft
  useEffect(() => {
    const backup = readBackup(programmeId, agreementId)
    // Made on another revision it would undo what somebody saved since.
    if (!backup || backup.revision !== revision) return
    change(backup.value)
    setBack(true)
    // Once, when the form opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  useEffect(() => {
    if (saved) keepBackup(programmeId, agreementId, null)
    else if (isChanged) keepBackup(programmeId, agreementId, { value, revision })
  }, [programmeId, agreementId, value, revision, isChanged, saved])
  return {
    isBack: isBack && isChanged && !saved,
    discard: () => {
      keepBackup(programmeId, agreementId, null)
      change(stored)
      setBack(false)
    },
  }
}

/** To the agreement, once everything that shows agreements has been told to look again. */
function useFinish(agreementId: string | null) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { programme } = useProgramme()
  return async (id: string) => {
    keepBackup(programme.id, agreementId, null)
    void client.invalidateQueries({ queryKey: query.programmes.readOverview.key() })
    await client.invalidateQueries({ queryKey: query.agreements.key() })
    await navigate({
      to: '/programmes/$programmeId/agreements/$agreementId',
      params: { programmeId: programme.id, agreementId: id },
    })
  }
}
