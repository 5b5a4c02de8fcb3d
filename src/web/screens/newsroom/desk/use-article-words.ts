import { useState } from 'react'
import type { Article, ArticleWords } from '../shapes.ts'
import { wordsOf } from '../shapes.ts'
import { type WordsConflict, joinWords, withWordsAt } from './join-words.ts'

interface State {
  readonly base: ArticleWords
  readonly words: ArticleWords
  readonly revision: number
  readonly conflicts: readonly WordsConflict[]
  /** Counts up when the texts were changed from outside the editors, which then start anew. */
  readonly epoch: number
}

export interface WrittenWords extends Omit<State, 'base'> {
  readonly isChanged: boolean
  readonly change: (change: Partial<ArticleWords>) => void
  /** What was sent has been saved. */
  readonly saved: (sent: ArticleWords, revision: number) => void
  /** Goes on from what somebody else saved; returns whether anything is left to decide. */
  readonly join: (theirs: Article) => boolean
  readonly decide: (path: string, whose: 'mine' | 'theirs') => void
}

/** What is being written, held apart from what is stored: nothing that arrives takes words away. */
export function useArticleWords(article: Article): WrittenWords {
  const [state, setState] = useState<State>(() => ({
    base: wordsOf(article),
    words: wordsOf(article),
    revision: article.revision,
    conflicts: [],
    epoch: 0,
  }))
  const { base, ...shown } = state
  return {
    ...shown,
    isChanged: JSON.stringify(base) !== JSON.stringify(state.words),
    change: (change) => setState((now) => ({ ...now, words: { ...now.words, ...change } })),
    saved: (sent, revision) => setState((now) => ({ ...now, base: sent, revision })),
    join: (theirs) => {
      const { joined, conflicts } = joinWords(state.base, state.words, wordsOf(theirs))
      setState((now) => ({
        base: wordsOf(theirs),
        words: joined,
        revision: theirs.revision,
        conflicts,
        epoch: now.epoch + 1,
      }))
      return conflicts.length > 0
    },
    decide: (path, whose) =>
      setState((now) => {
        const conflict = now.conflicts.find((one) => one.path === path)
        const takes = conflict && whose === 'theirs'
        return {
          ...now,
          words: takes ? withWordsAt(now.words, path, conflict.theirs) : now.words,
          conflicts: now.conflicts.filter((one) => one !== conflict),
          epoch: takes ? now.epoch + 1 : now.epoch,
        }
      }),
  }
}
