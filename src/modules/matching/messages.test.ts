import { expect, test } from 'vitest'
import { LOCALES } from '../../kernel/locale.ts'
import { createTranslators } from '../../platform/i18n.ts'
import type { GateCode, Reason } from './engine/match.ts'
import { messages } from './messages.ts'

const { translate } = createTranslators({ matching: messages })

/** Every code of the engine, with the values of its sentence. A code that is missing here is a type error. */
const REASONS: Record<Reason['code'], Record<string, string | number>> = {
  concept: { concept: 'LiDAR' },
  'related-concept': { concept: 'LiDAR' },
  word: { word: 'X-200' },
  'sound-alike': { need: '엑소', offer: 'Экзо' },
  keyword: { list: 'technology', concept: 'LiDAR' },
  'similar-wording': { nothingElse: 'yes' },
  'outside-model': {},
  'minor-evidence': { count: 3 },
  'shared-language': { languages: 'English' },
  'size-wanted': { whose: 'partner', size: 'small' },
  'certification-named': { whose: 'company', certifications: 'ISO 9001' },
  'empty-profile': { whose: 'company' },
  'one-way': {},
}
const GATES: Record<GateCode, true> = {
  'same-company': true,
  'same-side': true,
  'blocked-pair': true,
  compliance: true,
  'target-country': true,
  'partnership-type': true,
  'partner-kind': true,
}

test.each(LOCALES)('every reason, gate and refusal of the engine has a sentence in %s', (locale) => {
  expect(Object.keys(messages[locale].reasons).toSorted()).toEqual(Object.keys(REASONS).toSorted())
  expect(Object.keys(messages[locale].gates)).toEqual(Object.keys(GATES))
  for (const [code, values] of Object.entries(REASONS)) {
    expect(translate(locale, `matching.reasons.${code}`, values)).not.toMatch(/[{}]|undefined/)
  }
})

test('Russian counts what changed as Russian does', () => {
  expect([1, 3, 5, 21].map((count) => translate('ru', 'matching.outOfDate', { count }).split('.')[0])).toEqual([
    'После последнего подбора изменился 1 профиль',
    'После последнего подбора изменились 3 профиля',
    'После последнего подбора изменились 5 профилей',
    'После последнего подбора изменился 21 профиль',
  ])
})
