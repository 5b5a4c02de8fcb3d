import { useMemo } from 'react'
import { useLocale } from '../../../locale.tsx'
import { useZones } from '../../../ui/time.tsx'
import { type Board, type BoardFacts, boardFacts } from './board-facts.ts'
import { type Speaker, createSpeaker } from './speaker.ts'

/** The board by id and in the reader's words, for pages beside it. */
export function useBoardWordsOf(board: Board): { readonly facts: BoardFacts; readonly speaker: Speaker } {
  const { locale } = useLocale()
  const zones = useZones()
  const facts = useMemo(() => boardFacts(board), [board])
  const speaker = useMemo(
    () =>
      createSpeaker(
        facts,
        locale,
        zones.map(({ zone }) => zone),
      ),
    [facts, locale, zones],
  )
  return { facts, speaker }
}
