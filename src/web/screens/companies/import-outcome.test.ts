import { expect, test } from 'vitest'
import {
  type PossibleDuplicate,
  decisionOf,
  filterIssues,
  gatherDuplicates,
  importOutcome,
  withDecision,
} from './import-outcome.ts'

const issue = (sheet: string, row: number | null, code: string, severity: 'error' | 'warning') => ({
  sheet,
  row,
  code,
  severity,
  column: null,
  values: {},
})
const duplicate = issue('companies', 4, 'possible-duplicate', 'error') as PossibleDuplicate
const issues = [
  duplicate,
  issue('companies', 7, 'code-twice', 'error'),
  issue('profiles', null, 'column-unknown', 'warning'),
]
const sheet = (key: string, create: number, update: number) => ({
  sheet: key,
  title: key,
  rows: 9,
  create,
  update,
  unchanged: 1,
  columns: [],
  sample: [],
})

test('a preview is sorted into what to decide, mend and look at', () => {
  const outcome = importOutcome({ sheets: [sheet('companies', 3, 2), sheet('profiles', 5, 0)], issues })
  expect(outcome).toMatchObject({
    create: 8,
    update: 2,
    unchanged: 2,
    duplicates: [duplicate],
    issues: issues.slice(1),
    errors: 1,
    warnings: 1,
    unreadable: false,
  })
  expect(outcome.sheets.map(({ sheet, errors, warnings }) => [sheet, errors, warnings])).toEqual([
    ['companies', 2, 0],
    ['profiles', 0, 1],
  ])
  expect(importOutcome({ sheets: [], issues: [issue('', null, 'damaged-file', 'error')] }).unreadable).toBe(true)
})

test('issues are filtered by severity and sheet', () => {
  expect(filterIssues(issues, { severity: 'warning', sheet: null })).toEqual([issues[2]])
  expect(filterIssues(issues, { severity: null, sheet: 'companies' })).toEqual(issues.slice(0, 2))
})

test('an answered question stays on the list and its answer can change', () => {
  const other = { ...duplicate, row: 2 }
  expect(gatherDuplicates([duplicate], [other])).toEqual([other, duplicate])
  const once = withDecision([], { sheet: 'companies', row: 4, is: 'same' })
  const twice = withDecision(once, { sheet: 'companies', row: 4, is: 'another' })
  expect([decisionOf(once, duplicate), decisionOf(twice, duplicate), decisionOf(twice, other), twice.length]).toEqual([
    'same',
    'another',
    null,
    1,
  ])
})
