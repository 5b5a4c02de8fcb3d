import { parseTokens } from '../../../../modules/newsroom/contract.ts'
import type { Block } from '../shapes.ts'

/** What the editor holds, as plain data: a document of the schema in `editor-schema.ts`. */
export interface EditorNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly EditorNode[]
  readonly text?: string
}

const inlineOf = (text: string): EditorNode[] =>
  parseTokens(text).map((segment) =>
    typeof segment === 'string' ? { type: 'text', text: segment } : { type: 'token', attrs: { ...segment } },
  )

const paragraphOf = (text: string): EditorNode => ({ type: 'paragraph', content: inlineOf(text) })

/** One line of text, such as a title. */
export const lineDocument = (text: string): EditorNode => ({ type: 'doc', content: [paragraphOf(text)] })

/** The body of an article. */
export const bodyDocument = (blocks: readonly Block[]): EditorNode => ({
  type: 'doc',
  content: blocks.length === 0 ? [paragraphOf('')] : blocks.map(nodeOfBlock),
})

function nodeOfBlock(block: Block): EditorNode {
  switch (block.type) {
    case 'paragraph':
      return paragraphOf(block.text)
    case 'heading':
      return { type: 'heading', attrs: { level: 2 }, content: inlineOf(block.text) }
    case 'quote':
      return { type: 'quote', attrs: { by: block.by }, content: inlineOf(block.text) }
    case 'list':
      return {
        type: 'bulletList',
        content: block.items.map((item) => ({ type: 'listItem', content: [paragraphOf(item)] })),
      }
    case 'photo':
      return { type: 'photo', attrs: { photoId: block.photoId } }
  }
}

/** The text of a line or block, with its tokens written out. */
export const textOfNode = ({ type, text = '', attrs = {}, content = [] }: EditorNode): string => {
  if (type === 'text') return text
  if (type !== 'token') return content.map(textOfNode).join('')
  const part = attrs.part ? `:${String(attrs.part)}` : ''
  return `{${String(attrs.kind)}:${String(attrs.id)}${part}}`
}

/** A block of the article, or null for a line that was left empty. */
function blockOfNode(node: EditorNode): Block | null {
  const text = textOfNode(node).trim()
  switch (node.type) {
    case 'heading':
      return text === '' ? null : { type: 'heading', text }
    case 'quote':
      return text === '' ? null : { type: 'quote', text, by: String(node.attrs?.by ?? '').trim() }
    case 'bulletList': {
      const items = (node.content ?? []).map((item) => textOfNode(item).trim()).filter((item) => item !== '')
      return items.length === 0 ? null : { type: 'list', items }
    }
    case 'photo':
      return { type: 'photo', photoId: String(node.attrs?.photoId) }
    default:
      return text === '' ? null : { type: 'paragraph', text }
  }
}

export const blocksOfDocument = ({ content = [] }: EditorNode): Block[] =>
  content.map(blockOfNode).filter((block) => block !== null)

/**
 * Which node a place such as `body.3.1` means: the index of the block's node, and of the item's within it. Lines that
 * were left empty have no place, so places are counted past them. Null when there is no such place any more.
 */
export function nodeAtPlace(
  { content = [] }: EditorNode,
  place: string,
): { readonly node: number; readonly item: number | null } | null {
  const [, block, item] = place.split('.')
  if (block === undefined) return content.length > 0 ? { node: 0, item: null } : null
  const kept = content.flatMap((node, index) => (blockOfNode(node) === null ? [] : [index]))
  const node = kept[Number(block)]
  if (node === undefined) return null
  if (item === undefined) return { node, item: null }
  const items = content[node]?.content ?? []
  const keptItems = items.flatMap((one, index) => (textOfNode(one).trim() === '' ? [] : [index]))
  const found = keptItems[Number(item)]
  return found === undefined ? null : { node, item: found }
}
