import type { AgreementContent, Party } from '../domain/agreement.ts'
import { fillTemplate } from '../domain/templates/fill-template.ts'
import { NO_TERMS, type Terms } from '../domain/terms.ts'

const party = (facts: Pick<Party, 'name' | 'legalName' | 'latinName' | 'identifier'>, signer: string): Party => ({
  companyId: null,
  sideId: null,
  ...facts,
  signatory: {
    name: signer,
    latinName: signer,
    office: 'Director',
    email: `${facts.latinName.toLowerCase().replaceAll(/[^a-z]+/g, '-')}@example.org`,
    locale: 'en',
    authority: 'Articles of association',
    authorityFrom: null,
    authorityUntil: null,
  },
})

export const EXAMPLE_PARTIES: readonly [Party, Party] = [
  party(
    {
      name: { ko: '주식회사 보기', ru: 'Поги' },
      legalName: '주식회사 보기',
      latinName: 'Bogi Co., Ltd.',
      identifier: '124-81-00998',
    },
    '김나루',
  ),
  party(
    {
      name: { ko: '프리메르 유한회사', ru: 'ООО «Пример»' },
      legalName: 'ООО «Пример»',
      latinName: 'Primer LLC',
      identifier: 'ИНН 7707083893',
    },
    'Анна Иванова',
  ),
]

export const EXAMPLE_TERMS: Terms = {
  ...NO_TERMS,
  subject: {
    ko: '고온 히터의 공동개발',
    en: 'Joint development of a high-temperature heater',
    ru: 'Совместная разработка высокотемпературного нагревателя',
  },
  contributions: [
    { party: 1, what: { ko: '시제품 제작', en: 'Manufacture of prototypes', ru: 'Изготовление опытных образцов' } },
    { party: 2, what: { ko: '소재 설계', en: 'Design of the material', ru: 'Разработка материала' } },
  ],
  milestones: [
    {
      key: 'prototype',
      party: 1,
      what: { ko: '시제품 인도', en: 'Delivery of the prototype', ru: 'Передача опытного образца' },
      dueOn: '2021-06-30',
      evidenceKind: 'measurement',
      amount: null,
    },
    {
      key: 'office',
      party: 2,
      what: { ko: '연락사무소 개설', en: 'Opening of a liaison office', ru: 'Открытие представительства' },
      dueOn: null,
      evidenceKind: 'document',
      amount: { minor: 1_000_000, currency: 'USD' },
    },
  ],
  amount: { minor: 500_000_000, currency: 'USD' },
  confidentialityMonths: 36,
  termMonths: 24,
  law: { ko: '대한민국법', en: 'The law of the Republic of Korea', ru: 'Право Республики Корея' },
}

/** An agreement of two invented parties in three languages, from the template of its type. */
export function exampleContent(change: Partial<AgreementContent> = {}): AgreementContent {
  const content = {
    number: 'EX-01',
    type: 'joint-development' as const,
    title: { ko: '공동개발 협약서', en: 'Joint development agreement', ru: 'Соглашение о совместной разработке' },
    languages: ['ko', 'en', 'ru'] as const,
    prevailing: 'en' as const,
    parties: EXAMPLE_PARTIES,
    terms: EXAMPLE_TERMS,
    mode: 'remote' as const,
    signingOrder: 'parallel' as const,
    ...change,
  }
  return { clauses: fillTemplate(content), ...content }
}
