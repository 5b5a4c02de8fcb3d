import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { type Actor, administers, invitePerson, journalActor } from '../../accounts/index.ts'
import type { EventPlan } from '../domain/event-plan.ts'
import { mayOpenProgramme } from '../domain/policy.ts'
import { type NewProgramme, type NewSide, type Programme, decideProgramme } from '../domain/programme.ts'
import { type TemplateCode, templateOf } from '../domain/template.ts'
import { listKeywordRows } from '../store/keyword-store.ts'
import { findProgrammes, insertProgramme } from '../store/programme-store.ts'
import { changeSetup, findFounder } from '../store/setup-store.ts'
import { copyWordings } from '../store/wording-store.ts'
import { saveKeywords } from './save-keywords.ts'

/** What a new programme begins with. */
export type Beginning =
  | { readonly kind: 'empty' }
  | { readonly kind: 'template'; readonly template: TemplateCode }
  /** As another programme of the actor, without its people, companies and what they did. */
  | { readonly kind: 'programme'; readonly fromId: Id }

export interface OpenProgramme extends Omit<NewProgramme, 'demo' | 'sides'> {
  readonly from: Beginning
  /** Empty: those of what it begins with. */
  readonly sides: readonly NewSide[]
  /** `2026-03-10`: the day on which its first event begins; null: no event is prepared. */
  readonly firstDay: string | null
}

/** How the stage of events gives and takes the shape of an event; handed in by app/, because it comes later. */
export interface EventPlans {
  readonly read: (platform: Platform, actor: Actor, programmeId: Id) => Promise<readonly EventPlan[]>
  readonly prepare: (
    platform: Platform,
    actor: Actor,
    programme: { readonly programmeId: Id; readonly timeZone: string; readonly firstDay: string },
    plan: EventPlan,
  ) => Promise<Result<Id>>
}

/**
 * A further programme, with the actor as its first operator and with all that its beginning brings, or nothing of it.
 * Refuses with `programmes.may-not-open`, `programmes.slug-taken`, `programmes.absent` (no such beginning) or what is
 * wrong with the description.
 */
export async function openProgramme(
  platform: Platform,
  actor: Actor,
  command: OpenProgramme,
  plans: EventPlans,
): Promise<Result<{ programmeId: Id; eventIds: readonly Id[] }>> {
  if (actor.kind !== 'person' || !mayOpenProgramme(actor, platform.config.programmesOpenedBy)) {
    return refuse('forbidden', 'programmes.may-not-open')
  }
  const { from, firstDay, ...described } = command
  const begun = await beginningOf(platform, actor, from, plans)
  if (!begun) return refuse('absent', 'programmes.absent')
  const facts = { ...described, sides: described.sides.length > 0 ? described.sides : begun.sides }
  const decided = decideProgramme(facts)
  if (!decided.ok) return decided
  return transaction(platform.db, async (trx): Promise<Result<{ programmeId: Id; eventIds: readonly Id[] }>> => {
    const inside = within(platform, trx)
    const founded = await found(inside, actor, facts, from)
    if (!founded.ok) return founded
    const { programmeId, operator } = founded.value
    const furnished = await furnish(inside, operator, programmeId, begun)
    if (!furnished.ok) return furnished
    const eventIds: Id[] = []
    for (const plan of firstDay === null ? [] : begun.events) {
      const timeZone = facts.sides[0]!.timeZone
      const event = await plans.prepare(inside, operator, { programmeId, timeZone, firstDay: firstDay! }, plan)
      if (!event.ok) return event
      eventIds.push(event.value)
    }
    return ok({ programmeId, eventIds })
  })
}

interface Begun {
  readonly sides: readonly NewSide[]
  readonly featuresOff: readonly string[]
  readonly events: readonly EventPlan[]
  readonly model: Programme | null
}

async function beginningOf(
  platform: Platform,
  actor: Actor,
  from: Beginning,
  plans: EventPlans,
): Promise<Begun | null> {
  if (from.kind === 'empty') return { sides: [], featuresOff: [], events: [], model: null }
  if (from.kind === 'template') {
    const { event, ...template } = templateOf(from.template)
    return { ...template, events: event ? [event] : [], model: null }
  }
  // A programme one does not administer is answered like one that does not exist.
  if (!administers(actor, from.fromId)) return null
  const [model] = await findProgrammes(platform.db, [from.fromId])
  if (!model) return null
  const { sides, featuresOff } = model
  return { sides, featuresOff, events: await plans.read(platform, actor, model.id), model }
}

/** Programme, sides and first operator. */
async function found(
  platform: Platform,
  actor: Actor & { readonly kind: 'person' },
  facts: NewProgramme,
  from: Beginning,
): Promise<Result<{ programmeId: Id; operator: Actor }>> {
  const programmeId = platform.newId()
  const createdAt = platform.clock.now()
  const sides = facts.sides.map(({ code, name, country, timeZone, languages }, position) => ({
    code,
    name,
    country,
    timeZone,
    languages,
    position,
    id: platform.newId(),
  }))
  const created = {
    at: createdAt,
    programmeId,
    ...journalActor(actor),
    action: 'programme.created',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { slug: facts.slug, sides: sides.map(({ code }) => code), from },
  }
  const inserted = await insertProgramme(platform.db, { ...facts, id: programmeId, sides, createdAt, created })
  if (!inserted) return refuse('conflict', 'programmes.slug-taken', { slug: facts.slug })
  const founder = await findFounder(platform.db, actor.personId)
  if (!founder) throw new Error(`Person ${actor.personId} is gone`)
  const role = { programmeId, role: 'operator', scopeId: null } as const
  const operator = { ...actor, grants: [...actor.grants, role] }
  const granted = await invitePerson(platform, operator, { ...founder, ...role })
  return granted.ok ? ok({ programmeId, operator }) : granted
}

/** Switches, code lists, look and words of what it begins with. */
async function furnish(
  platform: Platform,
  operator: Actor,
  programmeId: Id,
  { featuresOff, model }: Begun,
): Promise<Result<void>> {
  const entry = {
    at: platform.clock.now(),
    programmeId,
    ...journalActor(operator),
    action: 'programme.features-set',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { off: featuresOff },
  }
  if (featuresOff.length > 0) await changeSetup(platform.db, programmeId, { kind: 'features', off: featuresOff }, entry)
  if (!model) return ok(undefined)
  const keywords = await listKeywordRows(platform.db, model.id)
  const saved = keywords.length > 0 ? await saveKeywords(platform, operator, { programmeId, keywords }) : ok(null)
  if (!saved.ok) return saved
  const { name, accent } = model.brand
  const brand = { kind: 'brand', brand: { name, accent } } as const
  await changeSetup(platform.db, programmeId, brand, { ...entry, action: 'programme.brand-set', after: brand.brand })
  await copyWordings(platform.db, model.id, programmeId, platform.clock.now())
  return ok(undefined)
}
