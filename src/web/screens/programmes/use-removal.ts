import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { messages } from './setup-messages.ts'
import { useRereadProgramme } from './use-reread-programme.ts'

/** What removing an event or a company would take, its name, and the deed itself. */
export function useRemoval(kind: 'event' | 'company', subjectId: string, onGone: () => void) {
  const t = useMessages(messages)
  const text = useText()
  const client = useQueryClient()
  const { programme } = useProgramme()
  const reread = useRereadProgramme()
  const programmeId = programme.id
  const isEvent = kind === 'event'
  const event = { programmeId, eventId: subjectId }
  const company = { programmeId, companyId: subjectId }
  const preview = useQuery({
    queryKey: [...query.programmes.key(), 'removal', kind, subjectId],
    queryFn: () =>
      isEvent ? api.programmes.previewEventRemoval(event) : api.programmes.previewCompanyRemoval(company),
  })
  const events = useQuery({ ...query.events.listEvents.queryOptions({ input: { programmeId } }), enabled: isEvent })
  const details = useQuery({ ...query.companies.readCompany.queryOptions({ input: company }), enabled: !isEvent })
  const found = isEvent ? events.data?.rows.find(({ id }) => id === subjectId)?.name : details.data?.name
  const name = found ? text(found) : ''
  const remove = useMutation({
    mutationFn: () => (isEvent ? api.programmes.removeEvent(event) : api.programmes.removeCompany(company)),
    meta: { quiet: true },
    onSuccess: async () => {
      onGone()
      await client.invalidateQueries({ queryKey: isEvent ? query.events.key() : query.companies.key() })
      await reread(t('removed', { name }))
    },
  })
  return { preview, name, remove }
}
