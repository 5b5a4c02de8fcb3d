import { useCallback } from 'react'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { intlTag } from '../../intl-tag.ts'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { useMatchingWords } from './matching-words.ts'
import { messages } from './messages.ts'
import type { TopReason } from './shapes.ts'

interface Pair {
  readonly company: { readonly name: LocalizedText }
  readonly partner: { readonly name: LocalizedText }
}

type ReasonCode = Parameters<ReturnType<typeof useMatchingWords>>[0] & `reasons.${string}`

/** Sentences that name one of the two: here both are known by name, not as first and second. */
const NAMED = ['size-wanted', 'certification-named', 'empty-profile'] as const
const isNamed = (code: string): code is (typeof NAMED)[number] => (NAMED as readonly string[]).includes(code)

/** Says a reason in the reader's language, with names, languages and concepts in words. */
export function useReasonSentence(): (reason: TopReason, pair: Pair) => string {
  const t = useMessages(messages)
  const words = useMatchingWords()
  const text = useText()
  const { list } = useNumbers()
  const { locale } = useLocale()
  return useCallback(
    ({ code, concept, values }, pair) => {
      const languageNames = new Intl.DisplayNames(intlTag(locale), { type: 'language', fallback: 'code' })
      const said: Record<string, string | number> = {}
      for (const [name, value] of Object.entries(values)) {
        if (!Array.isArray(value)) said[name] = value
        else said[name] = list(name === 'languages' ? value.map((one) => languageNames.of(one) ?? one) : value)
      }
      if (concept) said.concept = text(concept.label)
      if (isNamed(code)) {
        said.name = text((said.whose === 'partner' ? pair.partner : pair.company).name)
        return t(`named.${code}`, said as never)
      }
      return words(`reasons.${code}` as ReasonCode, said as never)
    },
    [t, words, text, list, locale],
  )
}
