import { describe, expect, it } from 'vitest'
import { nameKeys, nameSounds, normaliseCompanyName, websiteDomain } from './company-name.ts'
import { isWellFormed, normaliseIdentifier } from './identifier.ts'
import { searchTerms, searchText, textGrams } from './search-text.ts'

describe('the check digits', () => {
  it.each([
    ['kr-brn', '124-81-00998', true],
    ['kr-brn', '1248100997', false],
    ['kr-brn', '0000000000', false],
    ['kr-brn', '124810099', false],
    ['ru-inn', '7707083893', true],
    ['ru-inn', '7707083894', false],
    ['ru-inn', '500100732259', true],
    ['ru-inn', '500100732250', false],
    ['ru-inn', '77070838930', false],
    ['ru-ogrn', '1027700132195', true],
    ['ru-ogrn', '1027700132196', false],
    ['ru-ogrn', '304500116000157', true],
    ['ru-ogrn', '304500116000158', false],
    ['lei', '5493 0084 UKLV MY22 DS16', true],
    ['lei', '213800WAVVOPS85N2205', true],
    ['lei', '213800WAVVOPS85N2250', false],
    ['vat', 'de 123456789', true],
    ['vat', '123', false],
    ['other', 'X', true],
  ] as const)('of %s %s: %s', (scheme, value, wellFormed) => {
    expect(isWellFormed(normaliseIdentifier({ scheme, value }))).toBe(wellFormed)
  })
})

describe('names of one company', () => {
  it.each([
    [
      '한빛정밀',
      [
        '㈜한빛정밀',
        '㈜ 한빛 정밀',
        '주식회사 한빛정밀',
        '한빛정밀(주)',
        '(주) 한빛정밀',
        '한빛정밀주식회사',
        '한빛정밀'.normalize('NFD'),
      ],
    ],
    [
      'ромашка',
      [
        'ООО «Ромашка»',
        'ооо "РОМАШКА"',
        'Ромашка, ООО',
        'Общество с ограниченной ответственностью "Ромашка"',
        'АО Ромашка',
        'ПАО «Ромашка»',
      ],
    ],
    [
      'hanbitprecision',
      [
        'Hanbit Precision Co., Ltd.',
        'HANBIT PRECISION CO.,LTD',
        'Hanbit-Precision Inc.',
        'Hanbit Precision LLC',
        'Hanbit Precision Corp',
      ],
    ],
  ])('give %s', (key, spellings) => {
    expect(spellings.map(normaliseCompanyName)).toEqual(spellings.map(() => key))
  })

  it.each([
    ['A', 'a'],
    ['Co', 'co'],
    ['ООО', 'ооо'],
    ['«»', ''],
    ['Компания Ао', 'компания'],
    ['Coral', 'coral'],
    ['Аорта', 'аорта'],
    ['=HYPERLINK("http://x";"y")', 'hyperlinkhttpxy'],
    ['한빛(반월공장)', '한빛반월공장'],
  ])('%s gives %s', (name, key) => {
    expect(normaliseCompanyName(name)).toBe(key)
  })

  it('of 10,000 characters are folded in no time', () => {
    const start = performance.now()
    expect(normaliseCompanyName('주식회사'.repeat(2500)).length).toBeLessThan(10_001)
    expect(normaliseCompanyName('a '.repeat(5000))).toBe('a'.repeat(5000))
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('are kept once', () => {
    expect(nameKeys({ ko: '㈜한빛', en: 'Hanbit Inc.' }, '주식회사 한빛')).toEqual(['한빛', 'hanbit'])
  })
})

describe('the domain of a website', () => {
  it.each([
    ['https://www.Example.com/ko?x=1', 'example.com'],
    ['example.co.kr', 'example.co.kr'],
    ['http://user@m.example.com:8080', 'example.com'],
    ['https://пример.рф/', 'пример.рф'],
    ['https://blog.naver.com/hanbit', null],
    ['https://vk.com/romashka', null],
    ['none', null],
    ['-', null],
    ['', null],
    [null, null],
    ['javascript:alert(1)', null],
  ])('%s is %s', (website, domain) => {
    expect(websiteDomain(website)).toBe(domain)
  })
})

describe('sounds', () => {
  it('of a name are the same in three scripts, whole and by word, without legal form', () => {
    const sound = ['kstlt']
    expect(nameSounds({ ko: '㈜엑소아틀레트' }, null)).toEqual(sound)
    expect(nameSounds({ ru: 'ООО «ЭкзоАтлет»', en: 'ExoAtlet LLC' }, null)).toEqual(sound)
    expect(nameSounds({ en: 'ExoAtlet Asia' }, null)).toEqual(['kstlts', 'kstlt'])
    expect(nameSounds({ en: 'Naru' }, 'OOO')).toEqual([])
  })
})

const isPair = (gram: string): boolean => [...gram].length === 2

describe('search', () => {
  const text = searchText(['한빛 정밀', 'Hanbit Precision Co., Ltd.', null, 'Лазёрная техника', 'G-04'])
  const found = (query: string) => {
    const terms = searchTerms(query)
    const grams = new Set(textGrams(text))
    return (
      terms !== null &&
      terms.words.every((word) => word.grams.every((gram) => grams.has(gram)) && text.includes(word.text))
    )
  }

  it('folds texts', () => {
    expect(text).toBe('한빛정밀\nhanbit precision co ltd\nлазерная техника\ng 04')
  })

  it.each([
    '정밀',
    '한빛정밀',
    '빛정',
    '정밀 한빛',
    '빛',
    'PRECIS',
    'hanbit техн',
    'лазерн',
    'ЛАЗЁР',
    '정밀'.normalize('NFD'),
    'G-04',
    '04',
  ])('finds %s', (query) => expect(found(query)).toBe(true))

  it.each(['정빛', 'precision2', '레이저', 'tbinah', 'ии'])('does not find %s', (query) => {
    expect(found(query)).toBe(false)
  })

  it('for nothing is no search', () => {
    expect([searchTerms(''), searchTerms(' -!')]).toEqual([null, null])
  })

  it('of one letter looks for the letter', () => {
    expect(searchTerms('빛')).toEqual({
      words: [{ text: '빛', grams: ['빛'], inflected: false, sound: null, misspellable: false }],
      sound: null,
    })
  })

  it('of a word knows how it may be found', () => {
    expect(searchTerms('лазеров и ExoAtlet 2')).toEqual({
      words: [
        {
          text: 'лазеров',
          grams: textGrams('лазеров').filter(isPair),
          inflected: true,
          sound: 'lslp',
          misspellable: false,
        },
        {
          text: 'exoatlet',
          grams: textGrams('exoatlet').filter(isPair),
          inflected: true,
          sound: 'kstlt',
          misspellable: true,
        },
        { text: '2', grams: ['2'], inflected: false, sound: null, misspellable: false },
      ],
      sound: 'lslpkstlt',
    })
  })

  it('passes binding words over unless there is nothing else, and what comes after eight words', () => {
    const words = (query: string) => searchTerms(query)?.words.map(({ text: word }) => word)
    expect(words('лазер для стекла')).toEqual(['лазер', 'стекла'])
    expect(words('для')).toEqual(['для'])
    expect(words('a b c d e f g h i j')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })
})
