import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type FigureDefinition, canonicalJson, decideDefinition } from '../domain/definition.ts'
import { mayKeepRecords } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { findFigureRows, insertFigureDefinition } from '../store/figure-store.ts'
import { actorId, entryOf } from './entry.ts'

export interface DefineFigure {
  readonly programmeId: Id
  readonly code: string
  readonly name: LocalizedText
  readonly definition: FigureDefinition
}

/** Defines a figure. The same code with the same definition is the figure that is there; with another it is refused. */
export async function defineFigure(
  platform: Platform,
  actor: Actor,
  { programmeId, code, name, definition }: DefineFigure,
): Promise<Result<{ id: Id }>> {
  if (!mayKeepRecords(actor, programmeId)) return refuseOutcome('forbidden', 'forbidden')
  if (!/^[a-z][a-z0-9-]{1,60}$/.test(code)) return refuseOutcome('invalid', 'figure-malformed', { figure: code })
  if (Object.keys(name).length === 0) return refuseOutcome('invalid', 'name-missing')
  const decided = decideDefinition(definition)
  if (!decided.ok) return decided
  const figure = { id: platform.newId(), programmeId, code, name, definition, createdAt: platform.clock.now() }
  const entry = entryOf(platform, actor, programmeId, {
    action: 'figure.defined',
    subjectKind: 'figure',
    subjectId: figure.id,
    after: { code, definition },
  })
  const id = await insertFigureDefinition(platform.db, { ...figure, createdBy: actorId(actor) }, entry)
  if (id === figure.id) return ok({ id })
  const [known] = await findFigureRows(platform.db, programmeId, [id])
  if (known && canonicalJson(known.definition) === canonicalJson(plain(definition))) return ok({ id })
  return refuseOutcome('conflict', 'figure-taken', { figure: code })
}

/** As it comes back from the database: members that are undefined are not there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
