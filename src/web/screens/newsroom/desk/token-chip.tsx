import { type ReactNodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useContext } from 'react'
import { printToken, type Token } from '../../../../modules/newsroom/contract.ts'
import { useMessages } from '../../../locale.tsx'
import { messages } from '../messages.ts'
import { LanguageContext, useDesk } from './desk-context.ts'
import styles from './editor.module.css'
import { writeNumber } from './write-number.ts'

/** A number or a promise in the text, as readers see it now. A press opens how it was counted. */
export function TokenChip({ node, selected, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const t = useMessages(messages)
  const { facts, openToken } = useDesk()
  const language = useContext(LanguageContext)
  const token = node.attrs as Token
  const isPromise = token.kind === 'commitment'
  const isKnown = isPromise ? facts.commitments.has(token.id) : facts.figures.has(token.id)
  return (
    <NodeViewWrapper as="span" className={styles.chipPlace}>
      <button
        type="button"
        className={styles.chip}
        data-kind={isPromise ? 'promise' : 'figure'}
        data-gone={!isKnown || undefined}
        data-selected={selected || undefined}
        aria-label={`${t(isPromise ? 'tools.promise' : 'tools.figure')}: ${printToken(token, facts, language, writeNumber)}`}
        onClick={() =>
          openToken({
            token,
            language,
            inText: { replace: (next) => updateAttributes({ ...next }), remove: () => deleteNode() },
          })
        }
      >
        {isKnown ? printToken(token, facts, language, writeNumber) : t('tools.gone')}
      </button>
    </NodeViewWrapper>
  )
}
