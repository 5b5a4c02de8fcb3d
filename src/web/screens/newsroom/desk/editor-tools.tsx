import { type Editor, useEditorState } from '@tiptap/react'
import { useMessages } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { messages } from '../messages.ts'
import styles from './editor.module.css'

/** The shapes a text has: paragraph, heading, list and quotation. */
export function EditorTools({ editor }: { editor: Editor }) {
  const t = useMessages(messages)
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      heading: now.isActive('heading'),
      list: now.isActive('bulletList'),
      quote: now.isActive('quote'),
      mayUndo: now.can().undo(),
      mayRedo: now.can().redo(),
    }),
  })
  const shapes = [
    ['heading', state.heading, () => editor.chain().focus().toggleHeading({ level: 2 }).run()],
    ['list', state.list, () => editor.chain().focus().toggleBulletList().run()],
    ['quote', state.quote, () => editor.chain().focus().toggleNode('quote', 'paragraph').run()],
  ] as const
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('tools.label')}>
      {shapes.map(([name, isOn, run]) => (
        <button key={name} type="button" aria-pressed={isOn} onClick={run}>
          {t(`tools.${name}`)}
        </button>
      ))}
      <button
        type="button"
        aria-label={t('tools.undo')}
        disabled={!state.mayUndo}
        onClick={() => editor.chain().focus().undo().run()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className={styles.redo}
        aria-label={t('tools.redo')}
        disabled={!state.mayRedo}
        onClick={() => editor.chain().focus().redo().run()}
      >
        <Icon name="undo" />
      </button>
    </div>
  )
}
