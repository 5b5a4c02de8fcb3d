import { expect, test } from 'vitest'
import { LOCALES } from '../../kernel/locale.ts'
import { createTranslators } from '../../platform/i18n.ts'
import { REFUSALS } from './domain/refusal.ts'
import { messages } from './messages.ts'

const { translateRefusal } = createTranslators({ events: messages })

test.each(LOCALES)('every refusal has a sentence in %s', (locale) => {
  expect(Object.keys(messages[locale].errors)).toEqual([...REFUSALS])
  for (const rule of REFUSALS) {
    const sentence = translateRefusal(locale, `events.${rule}`, { status: 'setup', maxHours: 24, slotMinutes: 25 })
    expect(sentence).not.toMatch(/[{}]/)
  }
})

test('Russian counts minutes as Russian does', () => {
  const say = (slotMinutes: number) => translateRefusal('ru', 'events.block-without-slot', { slotMinutes })
  expect([say(21), say(22), say(25)]).toEqual([
    'Блок короче одной встречи (21 минута).',
    'Блок короче одной встречи (22 минуты).',
    'Блок короче одной встречи (25 минут).',
  ])
})
