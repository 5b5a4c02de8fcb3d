import type { Editor } from '@tiptap/react'
import { createContext, useContext } from 'react'
import type { Locale } from '../../../../kernel/locale.ts'
import type { ArticleFacts, Token } from '../../../../modules/newsroom/contract.ts'
import type { Desk, Photo } from '../shapes.ts'

/** A token that somebody looks into. */
export interface OpenToken {
  readonly token: Token
  readonly language: Locale
  /** Null: it is looked at from the list, not in a text. */
  readonly inText: { readonly replace: (token: Token) => void; readonly remove: () => void } | null
}

/** What the texts, chips and panels of one article share. */
export interface DeskValue {
  readonly desk: Desk
  readonly facts: ArticleFacts
  readonly mayEdit: boolean
  readonly photos: ReadonlyMap<string, Photo>
  readonly photoAddress: (photoId: string) => string
  readonly openToken: (open: OpenToken) => void
  /** The texts by language and place (`en.title`), and the one that had the cursor last. */
  readonly editors: Editors
}

export interface Editors {
  readonly at: (place: string) => Editor | undefined
  /** Keeps an editor under its place; returns the way to forget it. */
  readonly add: (place: string, editor: Editor) => () => void
  readonly focused: (editor: Editor) => void
  /** The one of this language that had the cursor last. */
  readonly lastOf: (language: Locale) => Editor | null
}

export function createEditors(): Editors {
  const byPlace = new Map<string, Editor>()
  let last: Editor | null = null
  return {
    at: (place) => byPlace.get(place),
    add(place, editor) {
      byPlace.set(place, editor)
      return () => {
        byPlace.delete(place)
        if (last === editor) last = null
      }
    },
    focused(editor) {
      last = editor
    },
    lastOf: (language) =>
      [...byPlace].find(([place, editor]) => editor === last && place.startsWith(`${language}.`))?.[1] ?? null,
  }
}

export const DeskContext = createContext<DeskValue | null>(null)

export function useDesk(): DeskValue {
  const value = useContext(DeskContext)
  if (!value) throw new Error('useDesk outside the desk')
  return value
}

/** The language of the text that a chip stands in. */
export const LanguageContext = createContext<Locale>('en')
