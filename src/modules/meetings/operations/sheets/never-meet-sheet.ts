import { appendJournalEntries } from '../../../../platform/journal.ts'
import { type RowEffect, type SheetIssue, defineSheet, inEveryLocale, sheetImporter } from '../../../companies/index.ts'
import { statusAt, isLive } from '../../domain/request.ts'
import { pairKey } from '../../domain/from-matches.ts'
import { messages } from '../../messages.ts'
import { type NeverPair, insertNevers, listNeverRows } from '../../store/never-store.ts'
import { findRules, listLivePairs, lockParties } from '../../store/pair-store.ts'
import { actorId, neverEntry } from '../entry.ts'
import { eventUnknown, issueOf, partyOfRow } from './rows.ts'

const sheet = defineSheet({
  key: 'never-meet',
  titles: inEveryLocale(messages, (m) => m.sheets.neverMeet.title),
  note: inEveryLocale(messages, (m) => m.sheets.neverMeet.note),
  confidential: true,
  columns: {
    participant: {
      kind: 'text',
      max: 40,
      required: true,
      headings: inEveryLocale(messages, (m) => m.sheets.neverMeet.participant),
      example: 'EX-01',
    },
    unwanted: {
      kind: 'text',
      max: 40,
      required: true,
      headings: inEveryLocale(messages, (m) => m.sheets.neverMeet.unwanted),
      example: 'EX-02',
    },
  },
})

/** Whom participants will not meet. Rows only add to the lists; a list is shortened on screen. */
export const neverMeetSheet = sheetImporter({
  sheet,
  needsEvent: true,

  async apply(run, rows) {
    const key = { programmeId: run.programmeId, eventId: run.eventId ?? '' }
    const { platform, actor } = run
    const now = platform.clock.now()
    const rules = await findRules(platform.db, key)
    if (!rules) return { effects: new Map(), issues: [eventUnknown] }
    const parties = new Map((await lockParties(platform.db, key, now)).map((one) => [one.companyCode, one]))
    const live = new Set(
      (await listLivePairs(platform.db, key))
        .filter((pair) => isLive(statusAt(pair, now)))
        .map(({ hostId, guestId }) => pairKey(hostId, guestId)),
    )
    const known = new Set((await listNeverRows(platform.db, key, null)).map(directed))
    const effects = new Map<number, RowEffect>()
    const issues: SheetIssue[] = []
    const added: NeverPair[] = []
    for (const { row, values } of rows) {
      const author = partyOfRow(run, parties, row, 'participant', values.participant, issues)
      const unwanted = partyOfRow(run, parties, row, 'unwanted', values.unwanted, issues)
      if (!author || !unwanted) continue
      const pair = { participantId: author.participantId, unwantedId: unwanted.participantId }
      if (known.has(directed(pair))) {
        effects.set(row, 'unchanged')
      } else if (author === unwanted) {
        issues.push(issueOf(row, 'unwanted', 'to-oneself'))
      } else if (rules.status === 'closed') {
        issues.push(issueOf(row, null, 'event-not-open'))
      } else if (live.has(pairKey(pair.participantId, pair.unwantedId))) {
        issues.push(issueOf(row, 'unwanted', 'pair-already-live'))
      } else {
        known.add(directed(pair))
        added.push(pair)
        effects.set(row, 'create')
      }
    }
    if (added.length > 0) {
      await insertNevers(platform.db, key, added, { createdBy: actorId(actor), createdAt: now })
      await appendJournalEntries(
        platform.db,
        added.map((pair) => neverEntry(platform, actor, key.programmeId, pair, true)),
      )
    }
    return { effects, issues }
  },

  async exportRows({ platform, programmeId, eventId }) {
    const rows = await listNeverRows(platform.db, { programmeId, eventId: eventId ?? '' }, null)
    return rows.map(({ code, unwantedCode }) => ({ participant: code, unwanted: unwantedCode }))
  },
})

const directed = ({ participantId, unwantedId }: NeverPair): string => `${participantId} ${unwantedId}`
