import { expect, test } from 'vitest'
import { LOCALES } from '../../kernel/locale.ts'
import { createTranslators } from '../../platform/i18n.ts'
import { FINDING_CODES } from './domain/check-article.ts'
import { REFUSALS } from './domain/refusal.ts'
import { messages } from './messages.ts'

const { translate, translateRefusal } = createTranslators({ newsroom: messages })
const values = {
  slug: 'a',
  findings: 2,
  width: 30_000,
  height: 30_000,
  maxSide: 8000,
  maxPixels: 1,
  day: '2020-10-26',
  token: 'x',
  number: '44',
  code: 'companies',
  recorded: 40,
  sentence: 'y',
  by: 'Kim Naru',
  name: 'Kim Naru',
}

test.each(LOCALES)('every refusal and every finding has a sentence in %s', (locale) => {
  expect(Object.keys(messages[locale].errors)).toEqual([...REFUSALS])
  expect(Object.keys(messages[locale].findings)).toEqual([...FINDING_CODES])
  for (const rule of REFUSALS) expect(translateRefusal(locale, `newsroom.${rule}`, values)).not.toMatch(/[{}]/)
  for (const code of FINDING_CODES) {
    expect(translate(locale, `newsroom.findings.${code}`, values)).not.toMatch(/[{}]/)
  }
})

test('Russian counts places as Russian does', () => {
  const say = (findings: number) => translateRefusal('ru', 'newsroom.not-ready', { findings }).split(': ')[1]
  expect([say(1), say(3), say(11)]).toEqual([
    '1 место не согласуется с записями.',
    '3 места не согласуются с записями.',
    '11 мест не согласуются с записями.',
  ])
})
