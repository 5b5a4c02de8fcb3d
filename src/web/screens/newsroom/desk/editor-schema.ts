import { type Editor, type Extensions, Node, ReactNodeViewRenderer, mergeAttributes } from '@tiptap/react'
import { StarterKit } from '@tiptap/starter-kit'
import { FindingMarks } from './finding-marks.ts'
import { PhotoView } from './photo-view.tsx'
import { QuoteView } from './quote-view.tsx'
import { TokenChip } from './token-chip.tsx'

/** A number or a promise in the text: it cannot be typed into, only put, looked into and taken out. */
const TokenNode = Node.create({
  name: 'token',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ kind: { default: 'figure' }, id: { default: '' }, part: { default: null } }),
  parseHTML: () => [
    {
      tag: 'span[data-token]',
      getAttrs: (element) => {
        const [kind = '', id = '', part = null] = (element.dataset.token ?? '').split(':')
        return { kind, id, part }
      },
    },
  ],
  renderHTML: ({ node: { attrs }, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-token': written(attrs) }),
  ],
  renderText: ({ node: { attrs } }) => `{${written(attrs)}}`,
  addNodeView: () => ReactNodeViewRenderer(TokenChip, { as: 'span' }),
})

const written = ({ kind, id, part }: Readonly<Record<string, unknown>>): string =>
  [kind, id, ...(part ? [part] : [])].join(':')

const QuoteNode = Node.create({
  name: 'quote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ by: { default: '' } }),
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
  addNodeView: () => ReactNodeViewRenderer(QuoteView),
})

const PhotoNode = Node.create({
  name: 'photo',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ photoId: { default: '' } }),
  parseHTML: () => [{ tag: 'figure[data-photo]', getAttrs: (element) => ({ photoId: element.dataset.photo ?? '' }) }],
  renderHTML: ({ node }) => ['figure', { 'data-photo': String(node.attrs.photoId) }],
  addNodeView: () => ReactNodeViewRenderer(PhotoView),
})

/** An item is one paragraph: lists are not nested. */
const ItemNode = Node.create({
  name: 'listItem',
  content: 'paragraph',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Shift-Tab': () => this.editor.commands.liftListItem(this.name),
    }
  },
})

const LineDocument = Node.create({ name: 'doc', topNode: true, content: 'paragraph' })

const BARE = {
  blockquote: false,
  bold: false,
  code: false,
  codeBlock: false,
  hardBreak: false,
  horizontalRule: false,
  italic: false,
  link: false,
  listItem: false,
  orderedList: false,
  strike: false,
  underline: false,
  trailingNode: false,
} as const

/** What an article's body is made of; there is no other markup. */
export const bodyExtensions = (onFinding: (key: number) => void): Extensions => [
  StarterKit.configure({ ...BARE, heading: { levels: [2] }, listKeymap: false }),
  ItemNode,
  QuoteNode,
  PhotoNode,
  TokenNode,
  FindingMarks.configure({ onFinding }),
]

/** One line without shape, such as a title. */
export const lineExtensions = (onFinding: (key: number) => void): Extensions => [
  StarterKit.configure({
    ...BARE,
    bulletList: false,
    document: false,
    dropcursor: false,
    gapcursor: false,
    heading: false,
    listKeymap: false,
  }),
  LineDocument,
  TokenNode,
  FindingMarks.configure({ onFinding }),
]

/** Puts a token where the cursor is, or where the mark of a finding is. */
export const insertToken = (
  editor: Editor,
  token: { readonly kind: string; readonly id: string; readonly part: string | null },
  range?: { readonly from: number; readonly to: number },
): boolean =>
  range
    ? editor.chain().focus().insertContentAt(range, { type: 'token', attrs: token }).run()
    : editor.chain().focus().insertContent({ type: 'token', attrs: token }).run()
