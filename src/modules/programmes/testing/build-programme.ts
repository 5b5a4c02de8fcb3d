import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { systemActor } from '../../accounts/index.ts'
import type { NewProgramme, Side } from '../domain/programme.ts'
import { createProgramme } from '../operations/create-programme.ts'

export interface BuiltProgramme {
  readonly programmeId: Id
  readonly sides: readonly [Side, Side, ...Side[]]
}

/** A programme of two sides, Gyeonggi and Russia unless the test says otherwise, with a slug of its own. */
export async function buildProgramme(platform: Platform, facts: Partial<NewProgramme> = {}): Promise<BuiltProgramme> {
  const created = await createProgramme(platform, systemActor('test'), {
    slug: `programme-${platform.newId()}`,
    name: { en: 'Test programme' },
    operatorName: { en: 'Test operator' },
    sides: [
      {
        code: 'gyeonggi',
        name: { en: 'Gyeonggi', ko: '경기도' },
        country: 'KR',
        timeZone: 'Asia/Seoul',
        languages: ['ko', 'en'],
      },
      {
        code: 'russia',
        name: { en: 'Russia', ru: 'Россия' },
        country: 'RU',
        timeZone: 'Europe/Moscow',
        languages: ['ru', 'en'],
      },
    ],
    ...facts,
  })
  if (!created.ok) throw new Error(created.refusal.code)
  const [first, second, ...more] = created.value.sides
  return { programmeId: created.value.programmeId, sides: [first!, second!, ...more] }
}
