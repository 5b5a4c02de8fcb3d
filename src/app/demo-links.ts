import { ROLES, type Role, createSignInLink, listPeople, systemActor } from '../modules/accounts/index.ts'
import { readInstance } from '../modules/programmes/index.ts'
import type { Platform } from '../platform/context.ts'

export interface DemoLink {
  readonly role: Role
  readonly url: string
}

/** They stand in a terminal that only the owner of the machine sees, and people come back to it later. */
export const DEMO_LINK_HOURS = 12

/** One link for each role of the demonstration programme; none when there is no such programme. */
export async function createDemoLinks(platform: Platform): Promise<DemoLink[]> {
  const { demo } = await readInstance(platform)
  if (!demo) return []
  const people = await listPeople(platform, systemActor('start'), { programmeId: demo.id })
  if (!people.ok) return []
  const links: DemoLink[] = []
  for (const role of ROLES) {
    const person = people.value.find((row) => row.role === role)
    if (!person) continue
    const link = await createSignInLink(platform, person.id, { validMinutes: DEMO_LINK_HOURS * 60 })
    if (link.ok) links.push({ role, url: link.value.url })
  }
  return links
}
