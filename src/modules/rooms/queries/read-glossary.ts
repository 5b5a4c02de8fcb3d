import { LOCALES, type Locale, type LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { termsOfTexts } from '../../matching/index.ts'
import { maySeeRoom } from '../domain/policy.ts'
import { refuseRoom } from '../domain/refusal.ts'
import { type PublishedTexts, findPublishedTexts } from '../store/profile-text-store.ts'
import { type RoomKey, findRoom } from '../store/room-store.ts'

export interface GlossaryTerm {
  readonly term: LocalizedText
  /** Whose profiles use it. */
  readonly usedBy: 'host' | 'guest' | 'both'
}

export interface Glossary {
  /** The languages the two sides speak, host first, as far as the thesaurus has them. */
  readonly languages: readonly Locale[]
  /** What both use comes first. */
  readonly terms: readonly GlossaryTerm[]
}

/** The technical terms and keywords of both companies' published profiles, side by side in the languages of the meeting. */
export async function readGlossary(platform: Platform, actor: Actor, key: RoomKey): Promise<Result<Glossary>> {
  const room = await findRoom(platform.db, key)
  if (!room || !maySeeRoom(actor, room)) return refuseRoom('absent', 'absent')
  const { host, guest } = room
  const published = await findPublishedTexts(platform.db, [host.companyId, guest.companyId])
  const termsOf = (companyId: string) => companyTerms(published.find((each) => each.companyId === companyId))
  const [hosts, guests] = [termsOf(host.companyId), termsOf(guest.companyId)]
  const terms = [...new Map([...hosts, ...guests])].map(([id, term]): GlossaryTerm => {
    const [byHost, byGuest] = [hosts.has(id), guests.has(id)]
    return { term, usedBy: byHost && byGuest ? 'both' : byHost ? 'host' : 'guest' }
  })
  const spoken = [host.languages[0], guest.languages[0]].filter((each): each is Locale =>
    (LOCALES as readonly (string | undefined)[]).includes(each),
  )
  return ok({ languages: [...new Set(spoken)], terms: terms.toSorted(inOrder) })
}

function companyTerms(published: PublishedTexts | undefined): Map<string, LocalizedText> {
  if (!published) return new Map()
  const texts = published.texts.flatMap((text) =>
    LOCALES.flatMap((locale) => (text[locale] ? [{ text: text[locale], locale }] : [])),
  )
  const terms = [...termsOfTexts(texts).values(), ...published.keywords]
  return new Map(terms.map((term) => [sameness(term), term]))
}

/** A keyword that is a term of the thesaurus too is one entry, however it is spaced and capitalised. */
const sameness = (term: LocalizedText): string =>
  (term.en ?? term.ko ?? term.ru ?? '').toLowerCase().replaceAll(/[\s-]+/g, ' ')

const RANK = { both: 0, host: 1, guest: 2 } as const

const inOrder = (a: GlossaryTerm, b: GlossaryTerm): number =>
  RANK[a.usedBy] - RANK[b.usedBy] || (a.term.en ?? '').localeCompare(b.term.en ?? '', 'en')
