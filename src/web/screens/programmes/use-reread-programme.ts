import { useQueryClient } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { notify } from '../../ui/notices.tsx'
import { messages } from './setup-messages.ts'

/** After a change of the set-up: everything that shows it asks again, and the person is told. */
export function useRereadProgramme(): (text?: string) => Promise<void> {
  const t = useMessages(messages)
  const client = useQueryClient()
  return async (text) => {
    await client.invalidateQueries({ queryKey: query.programmes.key() })
    notify({ text: text ?? t('saved') })
  }
}
