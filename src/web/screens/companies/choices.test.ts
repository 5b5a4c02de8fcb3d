import { expect, test } from 'vitest'
import * as identifier from '../../../modules/companies/domain/identifier.ts'
import * as profile from '../../../modules/companies/domain/profile.ts'
import * as choices from './choices.ts'

test('what the forms offer is what the domain takes', () => {
  expect(choices.COMPANY_KINDS).toEqual(profile.COMPANY_KINDS)
  expect(choices.COMPANY_SIZES).toEqual(profile.COMPANY_SIZES)
  expect(choices.PROFILE_TYPES).toEqual(profile.PROFILE_TYPES)
  expect(choices.STAGES_OF_DEVELOPMENT).toEqual(profile.STAGES_OF_DEVELOPMENT)
  expect(choices.IPR_STATUSES).toEqual(profile.IPR_STATUSES)
  expect(choices.PARTNERSHIP_TYPES_OF).toEqual(profile.PARTNERSHIP_TYPES_OF)
  expect(choices.IDENTIFIER_SCHEMES).toEqual(identifier.IDENTIFIER_SCHEMES)
  expect([choices.MAX_KEYWORDS, choices.MAX_TITLE_LENGTH, choices.MAX_SUMMARY_LENGTH, choices.MAX_TEXT_LENGTH]).toEqual(
    [profile.MAX_KEYWORDS, profile.MAX_TITLE_LENGTH, profile.MAX_SUMMARY_LENGTH, profile.MAX_TEXT_LENGTH],
  )
})
