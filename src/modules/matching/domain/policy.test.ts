import { expect, test } from 'vitest'
import { type Standing, companiesToList, mayActForCompany, mayRank, mayReadShores, maySeePair } from './policy.ts'

const nobody: Standing = { isOperator: false, seesProgramme: false, companies: [] }
const operator: Standing = { isOperator: true, seesProgramme: true, companies: [] }
const official: Standing = { isOperator: false, seesProgramme: true, companies: [] }
const representative: Standing = { isOperator: false, seesProgramme: false, companies: ['own'] }
const all = [operator, official, representative, nobody]

test('only the operator ranks; operator and official see who fits whom', () => {
  expect(all.map(mayRank)).toEqual([true, false, false, false])
  expect(all.map(mayReadShores)).toEqual([true, true, false, false])
})

test('a pair is for its two companies and for those who see the programme', () => {
  expect(all.map((by) => maySeePair(by, 'own', 'partner'))).toEqual([true, true, true, false])
  expect(all.map((by) => maySeePair(by, 'partner', 'own'))).toEqual([true, true, true, false])
  expect(all.map((by) => maySeePair(by, 'other', 'partner'))).toEqual([true, true, false, false])
})

test('a shortlist is written by the company and by the operator for it', () => {
  expect(all.map((by) => mayActForCompany(by, 'own'))).toEqual([true, false, true, false])
  expect(all.map((by) => mayActForCompany(by, 'other'))).toEqual([true, false, false, false])
})

test('a list shows everybody, one company, the own ones or nobody', () => {
  expect(all.map((by) => companiesToList(by, undefined))).toEqual([null, null, ['own'], []])
  expect(all.map((by) => companiesToList(by, 'own'))).toEqual([['own'], ['own'], ['own'], []])
  expect(all.map((by) => companiesToList(by, 'other'))).toEqual([['other'], ['other'], [], []])
})
