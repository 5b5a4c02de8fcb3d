import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, administers } from '../../accounts/index.ts'
import { mayOpenProgramme } from '../domain/policy.ts'
import { TEMPLATE_CODES, type TemplateCode } from '../domain/template.ts'

/** Whether the actor may open a programme, and what it can begin with: templates and programmes of their own. */
export function listTemplates(
  { config }: Pick<Platform, 'config'>,
  actor: Actor,
): { mayOpen: boolean; templates: readonly TemplateCode[]; ownIds: readonly Id[] } {
  if (!mayOpenProgramme(actor, config.programmesOpenedBy)) return { mayOpen: false, templates: [], ownIds: [] }
  const grants = actor.kind === 'person' ? actor.grants : []
  const ownIds = [...new Set(grants.map(({ programmeId }) => programmeId))].filter((id) => administers(actor, id))
  return { mayOpen: true, templates: TEMPLATE_CODES, ownIds }
}
