import { expect, test } from 'vitest'
import type { Locale } from '../../../kernel/locale.ts'
import { findQuantities } from './quantities.ts'

const read = (text: string, locale: Locale) => findQuantities(text, locale).map(({ value }) => value)

test.each<[string, Locale, string[]]>([
  ['투자금은 500만 달러로 한다.', 'ko', ['USD 5000000']],
  ['투자금은 미화 5,000,000달러(USD 5,000,000)로 한다.', 'ko', ['USD 5000000', 'USD 5000000']],
  ['약 57억 원을 투자한다', 'ko', ['KRW 5700000000']],
  ['57억 3천만 원', 'ko', ['KRW 5730000000']],
  ['1조 2,000억원', 'ko', ['KRW 1200000000000']],
  ['5천만원', 'ko', ['KRW 50000000']],
  ['제3조 제2항에 따라 36개월', 'ko', ['3', '2', '36']],
  ['2020년 10월 26일부터 15퍼센트', 'ko', ['2020-10-26', '15 %']],
  ['2020. 10. 26.', 'ko', ['2020-10-26']],
  ['an amount of USD 5,000,000 (five million US dollars)', 'en', ['USD 5000000']],
  ['USD 50M', 'en', ['USD 50000000']],
  ['$5 million and KRW 5.7 billion', 'en', ['USD 5000000', 'KRW 5700000000']],
  ['5,000,000 (five million) US dollars', 'en', ['USD 5000000']],
  ['on 26 October 2020, October 26, 2020 and 2020-10-26', 'en', ['2020-10-26', '2020-10-26', '2020-10-26']],
  ['for 36 months at 2.5%', 'en', ['36', '2.5 %']],
  ['в размере 5 млн долларов США', 'ru', ['USD 5000000']],
  ['5 000 000 (пять миллионов) долларов США', 'ru', ['USD 5000000']],
  ['5,7 млрд вон', 'ru', ['KRW 5700000000']],
  ['26 октября 2020 г., «26» октября 2020 года и 26.10.2020', 'ru', ['2020-10-26', '2020-10-26', '2020-10-26']],
  ['в течение 36 (тридцати шести) месяцев, 2,5 %', 'ru', ['36', '2.5 %']],
  ['100 тыс. рублей', 'ru', ['RUB 100000']],
])('%s', (text, locale, expected) => {
  expect(read(text, locale)).toEqual(expected)
})

test('places are those of the text', () => {
  const text = '투자금 500만 달러'
  const [amount] = findQuantities(text, 'ko')
  expect(text.slice(amount!.start, amount!.end)).toBe('500만 달러')
})
