import { EditorContent, useEditor } from '@tiptap/react'
import { useContext, useEffect, useRef, useState } from 'react'
import type { EditorNode } from './body-document.ts'
import { LanguageContext, useDesk } from './desk-context.ts'
import { bodyExtensions, lineExtensions } from './editor-schema.ts'
import styles from './editor.module.css'
import { EditorTools } from './editor-tools.tsx'
import { type KeyedFinding, markFindings } from './finding-marks.ts'

/**
 * One text of the article in one language. What is stored is handed in once, as `initial`; from then on the editor
 * holds the text and tells of changes.
 */
export function TextEditor({
  shape,
  place,
  label,
  initial,
  findings,
  onChange,
  onFinding,
}: {
  shape: 'line' | 'title' | 'body'
  /** `title`, `subtitle` or `body`: the first part of a finding's place. */
  place: string
  label: string
  initial: EditorNode
  findings: readonly KeyedFinding[]
  onChange: (document: EditorNode) => void
  onFinding: (key: number) => void
}) {
  const { editors, mayEdit } = useDesk()
  const language = useContext(LanguageContext)
  // The editor is made once and tells whoever listens by then.
  const listeners = useRef({ onChange, onFinding })
  useEffect(() => {
    listeners.current = { onChange, onFinding }
  })
  const [extensions] = useState(() =>
    (shape === 'body' ? bodyExtensions : lineExtensions)((key) => listeners.current.onFinding(key)),
  )
  const editor = useEditor({
    extensions,
    content: initial as object,
    editable: mayEdit,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: styles[shape] ?? '',
        role: 'textbox',
        lang: language,
        'aria-label': label,
        'aria-multiline': String(shape === 'body'),
        'aria-readonly': String(!mayEdit),
      },
      // A line has no second one.
      handleKeyDown: (_view, event) => shape !== 'body' && event.key === 'Enter',
    },
    onUpdate: (update) => listeners.current.onChange(update.editor.getJSON() as EditorNode),
    onFocus: (focus) => editors.focused(focus.editor),
  })
  useEffect(() => editors.add(`${language}.${place}`, editor), [editors, editor, language, place])
  useEffect(() => markFindings(editor, findings), [editor, findings])
  return (
    <div className={styles.field}>
      <div className={styles.fieldHead}>
        <span aria-hidden="true">{label}</span>
        {shape === 'body' && mayEdit ? <EditorTools editor={editor} /> : null}
      </div>
      <EditorContent editor={editor} />
    </div>
  )
}
