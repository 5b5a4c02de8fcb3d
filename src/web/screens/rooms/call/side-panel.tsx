import { Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { GlossaryTable } from '../record/glossary-table.tsx'
import type { Call } from './call.ts'
import type { CallView } from './call-view.ts'
import { Chat } from './chat.tsx'
import { messages } from './messages.ts'
import { SharedNotes } from './shared-notes.tsx'
import styles from './call.module.css'

/** Chat, notes and the words of both companies. */
export function SidePanel({ view, call, requestId }: { view: CallView; call: Call; requestId: string }) {
  const t = useMessages(messages)
  return (
    <Tabs defaultValue={view.self?.role === 'interpreter' ? 'terms' : 'chat'} className={styles.side ?? ''}>
      <Tabs.List aria-label={t('tabs.label')}>
        <Tabs.Tab value="chat">{t('tabs.chat')}</Tabs.Tab>
        <Tabs.Tab value="notes">{t('tabs.notes')}</Tabs.Tab>
        <Tabs.Tab value="terms">{t('tabs.terms')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="chat">
        <Chat messages={view.messages} onSend={call.chat} />
      </Tabs.Panel>
      <Tabs.Panel value="notes">
        <SharedNotes notes={view.notes} replaced={view.notesReplaced} onWrite={call.writeNotes} />
      </Tabs.Panel>
      <Tabs.Panel value="terms">
        <Terms requestId={requestId} />
      </Tabs.Panel>
    </Tabs>
  )
}

function Terms({ requestId }: { requestId: string }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { data, error } = useQuery(
    query.rooms.readGlossary.queryOptions({ input: { programmeId: programme.id, requestId }, retry: false }),
  )
  if (error) return <p className={styles.hint}>{t('noTerms')}</p>
  return data ? <GlossaryTable glossary={data} /> : null
}
