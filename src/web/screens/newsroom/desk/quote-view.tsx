import { NodeViewContent, NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useMessages } from '../../../locale.tsx'
import { messages } from '../messages.ts'
import { useDesk } from './desk-context.ts'
import styles from './editor.module.css'

/** What somebody said, and who. */
export function QuoteView({ node, updateAttributes }: ReactNodeViewProps) {
  const t = useMessages(messages)
  const { mayEdit } = useDesk()
  return (
    <NodeViewWrapper as="blockquote" className={styles.quote}>
      <NodeViewContent />
      <input
        contentEditable={false}
        className={styles.quoteBy}
        aria-label={t('tools.by')}
        placeholder={t('tools.by')}
        maxLength={200}
        disabled={!mayEdit}
        value={String(node.attrs.by ?? '')}
        onChange={(input) => updateAttributes({ by: input.currentTarget.value })}
      />
    </NodeViewWrapper>
  )
}
