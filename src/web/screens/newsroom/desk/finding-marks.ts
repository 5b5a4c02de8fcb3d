import { type Editor, Extension } from '@tiptap/react'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Finding } from '../shapes.ts'
import { type EditorNode, nodeAtPlace } from './body-document.ts'
import { TOKEN_SIGN, type TextRange, locateFindings } from './locate-finding.ts'

/** A finding and where it stands in the list of the whole article. */
export interface KeyedFinding {
  readonly key: number
  readonly finding: Finding
}

interface Mark extends TextRange {
  readonly key: number
}

const marksKey = new PluginKey<DecorationSet>('findings')

/** Draws a line under what does not agree with the records; a press on it opens it. */
export const FindingMarks = Extension.create<{ onFinding: (key: number) => void }>({
  name: 'findingMarks',
  addOptions: () => ({ onFinding: () => {} }),
  addProseMirrorPlugins() {
    const { onFinding } = this.options
    return [
      new Plugin<DecorationSet>({
        key: marksKey,
        state: {
          init: () => DecorationSet.empty,
          apply(transaction, marks) {
            const found = transaction.getMeta(marksKey) as readonly Mark[] | undefined
            if (!found) return marks.map(transaction.mapping, transaction.doc)
            const decorations = found.map(({ key, from, to }) =>
              Decoration.inline(from, to, { class: 'finding', 'data-finding': String(key) }),
            )
            return DecorationSet.create(transaction.doc, decorations)
          },
        },
        props: {
          decorations: (state) => marksKey.getState(state),
          handleClick(_view, _position, event) {
            const mark = event.target instanceof Element ? event.target.closest('[data-finding]') : null
            const key = mark?.getAttribute('data-finding')
            if (!key) return false
            onFinding(Number(key))
            return true
          },
        },
      }),
    ]
  },
})

/** Marks these findings in the text, and no others. */
export function markFindings(editor: Editor, findings: readonly KeyedFinding[]): void {
  const { tr, doc } = editor.state
  editor.view.dispatch(tr.setMeta(marksKey, rangesOf(doc, findings)).setMeta('addToHistory', false))
}

/** Where a finding stands in the text as it is now. */
export const rangeOf = (editor: Editor, finding: KeyedFinding, all: readonly KeyedFinding[]): TextRange | null =>
  rangesOf(editor.state.doc, all).find(({ key }) => key === finding.key) ?? null

function rangesOf(doc: DocumentNode, findings: readonly KeyedFinding[]): Mark[] {
  const byPlace = Map.groupBy(findings, ({ finding }) => finding.place)
  return [...byPlace].flatMap(([place, found]) => {
    const line = lineAt(doc, place)
    if (!line) return []
    const ranges = locateFindings(
      line.text,
      found.map(({ finding }) => finding),
    )
    return found.flatMap(({ key }, index): Mark[] => {
      const range = ranges[index]
      return range ? [{ key, from: line.start + range.from, to: line.start + range.to }] : []
    })
  })
}

/** The line of text at a place: where it starts, and its text with one sign for each token. */
export function lineAt(doc: DocumentNode, place: string): { readonly start: number; readonly text: string } | null {
  const at = nodeAtPlace(doc.toJSON() as EditorNode, place)
  if (!at) return null
  let start = 0
  for (let before = 0; before < at.node; before++) start += doc.child(before).nodeSize
  let line = doc.child(at.node)
  if (at.item !== null) {
    // Into the list, past the items before, into the item.
    start += 1
    for (let before = 0; before < at.item; before++) start += line.child(before).nodeSize
    line = line.child(at.item).child(0)
    start += 1
  }
  return { start: start + 1, text: line.textBetween(0, line.content.size, '', TOKEN_SIGN) }
}
