import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { api, query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type FileChoice, ImportStart } from './import-start.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportResult } from './import-result.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { ImportDecision } from './shapes.ts'

const route = getRouteApi('/programmes/$programmeId/companies/import')

/** A workbook comes in: choose it, see what it would do, decide and mend, apply all of it or nothing. */
export function ImportScreen() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const navigate = route.useNavigate()
  const { batch: batchId } = route.useSearch()
  const client = useQueryClient()
  const programmeId = programme.id
  const batch = useQuery({
    ...query.companies.readImport.queryOptions({ input: { programmeId, importId: batchId ?? '' } }),
    enabled: batchId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  })
  // The file itself, to have it checked again with decisions; after a reload only the preview is left.
  const chosen = useRef<FileChoice | null>(null)
  const [fileName, setFileName] = useState<string | null>(null)
  const keyOf = (importId: string) =>
    query.companies.readImport.queryOptions({ input: { programmeId, importId } }).queryKey
  const preview = useMutation({
    mutationFn: ({ choice, decisions }: { choice: FileChoice; decisions: readonly ImportDecision[] }) =>
      api.companies.previewImport({
        programmeId,
        file: choice.file,
        decisions: [...decisions],
        ...(choice.eventId === null ? {} : { eventId: choice.eventId }),
        ...(choice.sheet === null ? {} : { sheet: choice.sheet }),
      }),
    meta: { quiet: true },
    onSuccess: async (result) => {
      client.setQueryData(keyOf(result.id), result)
      await navigate({
        search: { batch: result.id },
        replace: batchId !== undefined,
        resetScroll: batchId === undefined,
      })
    },
  })
  const start = (choice: FileChoice) => {
    chosen.current = choice
    setFileName(choice.file.name)
    preview.mutate({ choice, decisions: [] })
  }
  const startOver = () => {
    chosen.current = null
    setFileName(null)
    preview.reset()
    void navigate({ search: {} })
  }
  const shown = batchId === undefined ? undefined : batch.data
  const isPreviewing = preview.isPending
  return (
    <>
      <PageHead title={t('import.title')} lead={t('import.lead')} />
      <div className={page.page}>
        {preview.error ? <ProblemNotice error={preview.error} /> : null}
        {batchId !== undefined && batch.error ? <ProblemNotice error={batch.error} /> : null}
        {batchId === undefined || batch.error ? (
          <ImportStart working={isPreviewing ? fileName : null} onStart={start} />
        ) : shown === undefined ? (
          <PendingScreen />
        ) : shown.status === 'applied' ? (
          <ImportResult batch={shown} onAnother={startOver} />
        ) : (
          <ImportPreview
            batch={shown}
            checking={isPreviewing}
            {...(chosen.current
              ? {
                  onCheckAgain: (decisions: readonly ImportDecision[]) => {
                    if (chosen.current) preview.mutate({ choice: chosen.current, decisions })
                  },
                }
              : {})}
            onAnother={startOver}
          />
        )}
      </div>
    </>
  )
}
