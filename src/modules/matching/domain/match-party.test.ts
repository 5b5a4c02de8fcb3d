import { expect, test } from 'vitest'
import { type CompanyFacts, matchPartyOf, profileTexts } from './match-party.ts'

const company: CompanyFacts = {
  id: 'c',
  sideId: 's',
  country: 'KR',
  kind: 'company',
  size: 'small',
  languages: ['ko'],
  certifications: ['ISO 9001'],
  profiles: [
    {
      id: 'p',
      type: 'technology-request',
      title: { ko: '제목', en: 'Title' },
      summary: { en: 'Summary' },
      description: {},
      advantages: {},
      technicalSpecification: { en: 'Up to 800 mm' },
      partnerRole: { en: 'A maker' },
      technologyKeywords: ['t'],
      marketKeywords: ['m'],
      partnershipTypes: ['supplier-agreement'],
      partnerKinds: [],
      partnerSizes: ['small'],
      targetCountries: ['RU'],
      languages: ['ko', 'en'],
      stage: null,
    },
  ],
}

test('a company is what it and its profiles say', () => {
  expect(matchPartyOf(company, (type) => type.endsWith('-offer'))).toEqual({
    id: 'c',
    sideId: 's',
    country: 'KR',
    kind: 'company',
    size: 'small',
    languages: ['ko', 'en'],
    certifications: ['ISO 9001'],
    profiles: [
      {
        id: 'p',
        kind: 'request',
        texts: [
          { field: 'title', locale: 'ko', text: '제목' },
          { field: 'title', locale: 'en', text: 'Title' },
          { field: 'summary', locale: 'en', text: 'Summary' },
          { field: 'sought', locale: 'en', text: 'Up to 800 mm' },
          { field: 'sought', locale: 'en', text: 'A maker' },
        ],
        technologyKeywords: ['t'],
        marketKeywords: ['m'],
        partnershipTypes: ['supplier-agreement'],
        partnerKinds: [],
        partnerSizes: ['small'],
        targetCountries: ['RU'],
      },
    ],
  })
})

test('the place of a text in the profile leads back to the property it is from', () => {
  expect(profileTexts(company.profiles[0]!).map(({ storedField }) => storedField)).toEqual([
    'title',
    'title',
    'summary',
    'technicalSpecification',
    'partnerRole',
  ])
})
