import { useLocale, useMessages } from '../../../locale.tsx'
import { formatDay } from '../../../ui/time-format.ts'
import type { Speaker } from '../board/speaker.ts'
import type { Study } from './curve.ts'
import { messages } from './messages.ts'

/** A question in words, without its steps. */
export function useQuestionWords(speaker: Speaker): (question: Study['question']) => string {
  const t = useMessages(messages)
  const { locale } = useLocale()
  return (question) => {
    switch (question.code) {
      case 'interpreters':
        return t('questions.interpreters', { pair: speaker.languagePair(question.languagePair) })
      case 'places':
        return t('questions.places', { kind: question.kind })
      case 'timeslots':
        // A calendar day stands for itself, whatever the zone.
        return t('questions.timeslots', { day: formatDay(`${question.day}T12:00:00.000Z`, 'UTC', locale, true) })
    }
  }
}
