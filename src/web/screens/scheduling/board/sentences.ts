import type { BoardFacts, Change, Landing, UnmetRequest } from './board-facts.ts'
import type { BoundView } from './bound.ts'
import { gapPercent } from './bound.ts'
import type { Edit } from './edits.ts'
import { effectOf, toldBy } from './edits.ts'
import type { Speaker } from './speaker.ts'

type Values = UnmetRequest['values']

const text = (values: Values, key: string): string => {
  const value = values[key]
  return typeof value === 'string' ? value : ''
}

const ids = (values: Values, key: string): readonly string[] => {
  const value = values[key]
  return Array.isArray(value) ? value : []
}

/** Why a request has no meeting, with the names and times that its ids stand for. */
export function unmetSentence(
  speaker: Speaker,
  { requestOf }: BoardFacts,
  { requestId, code, values }: UnmetRequest,
): string {
  const { t } = speaker
  const request = requestOf.get(requestId)
  const times = speaker.times(ids(values, 'slots'))
  const time = speaker.time(text(values, 'slot'))
  switch (code) {
    case 'not-a-pair':
      return t('unmet.not-a-pair')
    case 'pin-forbidden':
      return t('unmet.pin-forbidden', { time })
    case 'pin-conflict':
      return t('unmet.pin-conflict', { time, meetings: speaker.meetings(ids(values, 'requests')) })
    case 'no-common-time':
      return t('unmet.no-common-time', {
        host: speaker.participant(request?.hostId ?? ''),
        hostTimes: speaker.presence(request?.hostId ?? ''),
        guest: speaker.participant(request?.guestId ?? ''),
        guestTimes: speaker.presence(request?.guestId ?? ''),
      })
    case 'no-place':
    case 'places-full':
      return t(`unmet.${code}`, { place: text(values, 'place'), times })
    case 'no-interpreter':
      return t(values.everBusy === true ? 'unmet.interpreters-busy' : 'unmet.no-interpreter', {
        pair: speaker.languagePair(text(values, 'languagePair')),
        times,
      })
    case 'participant-full':
      return t('unmet.participant-full', {
        participant: speaker.participant(text(values, 'participant')),
        count: ids(values, 'meetings').length,
      })
    case 'no-common-free-time':
      return t('unmet.no-common-free-time', { meetings: speaker.meetings(ids(values, 'meetings')) })
    case 'lost-to': {
      const others = ids(values, 'requests')
      return t('unmet.lost-to', { meetings: speaker.meetings(others), count: others.length })
    }
    case 'stopped-early':
      return t('unmet.stopped-early', { times })
    default:
      return t('unmet.unknown')
  }
}

/** The cheapest change in a sentence; `consentOf` is the company that has to agree first. */
export function changeSentence(
  speaker: Speaker,
  { code, values }: Change,
): { readonly sentence: string; readonly consentOf: string | null } {
  const { t } = speaker
  const time = speaker.time(text(values, 'slot'))
  const participant = speaker.participant(text(values, 'participant'))
  switch (code) {
    case 'open-slot':
    case 'add-delegate':
      return { sentence: t(`change.${code}`, { participant, time }), consentOf: participant }
    case 'raise-limit':
      return {
        sentence: t('change.raise-limit', { participant, count: Number(values.maxMeetings) }),
        consentOf: participant,
      }
    case 'add-interpreter':
      return {
        sentence: t('change.add-interpreter', { pair: speaker.languagePair(text(values, 'languagePair')), time }),
        consentOf: null,
      }
    case 'add-place':
      return { sentence: t('change.add-place', { place: text(values, 'place'), time }), consentOf: null }
    case 'unpin':
      return {
        sentence: t('change.unpin', { meeting: speaker.meeting(text(values, 'request')), time }),
        consentOf: null,
      }
    default:
      return { sentence: t('change.unknown'), consentOf: null }
  }
}

/** "83 of 85 meetings" and what is proven about it. */
export function boundSentence(
  { t }: Speaker,
  { held, requested, proof }: BoundView,
  percent: (share: number, digits: number) => string,
): { readonly held: string; readonly proof: string } {
  return { held: t('bound.held', { held, requested }), proof: proofSentence(t, proof, percent) }
}

function proofSentence(
  t: Speaker['t'],
  proof: BoundView['proof'],
  percent: (share: number, digits: number) => string,
): string {
  switch (proof.kind) {
    case 'best':
      return t('bound.best')
    case 'best-meetings':
      return t('bound.bestMeetings', { breaks: proof.breaks, least: proof.breaksAtLeast })
    case 'gap': {
      const { share, digits } = gapPercent(proof.gap)
      return t('bound.gap', { gap: percent(share, digits) })
    }
    case 'unknown':
      return t('bound.unknown')
  }
}

/** Why a timeslot takes a meeting or not, for the line that goes with the hand. */
export function landingSentence(
  speaker: Speaker,
  facts: BoardFacts,
  requestId: string,
  slotId: string,
  landing: Landing | undefined,
): string {
  const { t } = speaker
  const request = facts.requestOf.get(requestId)
  if (facts.meetingOf.get(requestId)?.timeslotId === slotId) return t('landing.own')
  if (!landing || !request) return t('landing.unknown')
  if (landing.state === 'free') return t('landing.free')
  const pair = request.languagePair === null ? '' : speaker.languagePair(request.languagePair)
  switch (landing.code) {
    case 'participant-away': {
      const away = [request.hostId, request.guestId].find(
        (id) => !facts.participantOf.get(id)?.timeslots.includes(slotId),
      )
      return away
        ? t('landing.participant-away', { name: speaker.participant(away) })
        : t('landing.participant-away-unknown')
    }
    case 'participant-busy':
      return t('landing.participant-busy', { meetings: speaker.meetings(landing.swapWith) })
    case 'no-interpreter':
    case 'interpreters-busy':
    case 'interpreters-need-rest':
      return t(`landing.${landing.code}`, { pair })
    case 'participant-has-enough':
    case 'places-full':
    case 'place-taken':
    case 'no-place':
      return t(`landing.${landing.code}`)
    default:
      return t('landing.other')
  }
}

/** What an edit changed, in one or two sentences: the meeting, the whole plan, and who will hear of it. */
export function editSentence(
  speaker: Speaker,
  before: BoardFacts['board'],
  after: BoardFacts['board'],
  edit: Edit,
): string {
  const { t } = speaker
  const meeting = speaker.meeting(edit.requestId)
  const time = edit.after ? speaker.time(edit.after.timeslotId) : ''
  const pinned = edit.after && edit.before?.timeslotId === edit.after.timeslotId
  if (pinned) return t(edit.after.pinned ? 'edit.pinned' : 'edit.unpinned', { meeting })
  const deed = t(edit.after ? (edit.before ? 'edit.moved' : 'edit.placed') : 'edit.removed', { meeting, time })
  const effects = effectWords(t, effectOf(before.outcome.value, after.outcome.value), edit)
  const told = toldBy(after, edit)
  return [deed, effects, told.participants > 0 ? t('edit.told', told) : ''].filter((part) => part !== '').join(' ')
}

function effectWords(t: Speaker['t'], effect: ReturnType<typeof effectOf>, { before, after }: Edit): string {
  if (!effect) return ''
  const own = Number(after !== null) - Number(before !== null)
  const words = [
    ...signed(effect.held - own, (count, direction) => t('edit.held', { count, direction })),
    ...signed(effect.breaks, (count, direction) => t('edit.breaks', { count, direction })),
  ]
  const sentence = words.length > 0 ? words.join(', ') : t('edit.noOther')
  return `${sentence.charAt(0).toLocaleUpperCase()}${sentence.slice(1)}.`
}

const signed = (count: number, word: (count: number, direction: 'more' | 'fewer') => string): string[] =>
  count === 0 ? [] : [word(Math.abs(count), count > 0 ? 'more' : 'fewer')]
