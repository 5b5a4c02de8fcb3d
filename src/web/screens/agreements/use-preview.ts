import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { query } from '../../api.ts'
import { useProgramme } from '../../shell/programme-context.ts'
import { type AgreementDraft, contentOf } from './agreement-draft.ts'

const PAUSE_MS = 700

/**
 * The differences of the text as it stands in the form, asked for when the typing pauses, and the clauses of the
 * template while the form has none of its own. `ready`: every number in the form can be read.
 */
export function usePreview(draft: AgreementDraft, ready: boolean) {
  const { programme } = useProgramme()
  const [asked, setAsked] = useState(draft)
  useEffect(() => {
    if (asked === draft) return
    const timer = setTimeout(() => setAsked(draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [asked, draft])
  const preview = useQuery({
    ...query.agreements.previewAgreement.queryOptions({
      input: { programmeId: programme.id, ...contentOf(asked) },
      retry: false,
    }),
    enabled: ready,
    placeholderData: keepPreviousData,
  })
  return { ...preview, isBehind: asked !== draft || preview.isFetching }
}
