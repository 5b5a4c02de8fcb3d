import { expect, test } from 'vitest'
import { stemmers } from '../testing/build-match-party.ts'
import { lintThesaurus, parseThesaurus } from './thesaurus.ts'

const HEADING = 'id\tparent\ten\tko\tru\n'
const lint = (...lines: string[]): unknown => lintThesaurus(parseThesaurus(HEADING + lines.join('\n')), stemmers)

test('a line of another shape is refused', () => {
  expect(() => parseThesaurus('id\ten\n')).toThrow('starts with')
  expect(() => parseThesaurus(`${HEADING}laser\t\tlaser\t레이저`)).toThrow('five columns')
})

test('every flaw is named with concept and term', () => {
  expect(
    lint(
      'laser\t\tlaser\t레이저\tлазер',
      'beam\t\tlasers\t빔\tлазеры',
      'we\tnowhere\tour company\t당사\tнаши',
      'laser\t\tmaser\t\tмазep',
    ),
  ).toEqual([
    { code: 'duplicate-id', conceptId: 'laser' },
    { code: 'one-syllable-korean', conceptId: 'beam', term: '빔' },
    { code: 'duplicate-term', conceptId: 'beam', term: 'лазеры', otherConceptId: 'laser' },
    { code: 'duplicate-term', conceptId: 'beam', term: 'lasers', otherConceptId: 'laser' },
    { code: 'missing-parent', conceptId: 'we', term: 'nowhere' },
    { code: 'stop-word', conceptId: 'we', term: '당사' },
    { code: 'stop-word', conceptId: 'we', term: 'наши' },
    { code: 'stop-word', conceptId: 'we', term: 'our company' },
    { code: 'missing-term', conceptId: 'laser', term: 'ko' },
    { code: 'wrong-script', conceptId: 'laser', term: 'мазep' },
  ])
})

test('a circle of parents is found', () => {
  expect(lint('a\tb\talpha\t알파\tальфа', 'b\ta\tbeta\t베타\tбета')).toEqual([
    { code: 'parent-cycle', conceptId: 'a' },
    { code: 'parent-cycle', conceptId: 'b' },
  ])
})
