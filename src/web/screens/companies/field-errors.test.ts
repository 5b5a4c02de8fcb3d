import { expect, test } from 'vitest'
import { Problem } from '../../problem.ts'
import { errorAt, fieldErrors, localizedErrors } from './field-errors.ts'

test('a problem is said beside its field when it has one', () => {
  const fields = { 'name.ko': 'Too long.' }
  expect(fieldErrors(new Problem({ code: 'http.invalid-input', status: 400, fields }))).toEqual(fields)
  expect(fieldErrors(new Problem({ code: 'companies.code-taken', status: 409, detail: 'Taken.' }))).toEqual({
    code: 'Taken.',
  })
  const malformed = { code: 'companies.identifier-malformed', status: 422, detail: 'Not well formed.' }
  expect(fieldErrors(new Problem({ ...malformed, values: { field: 'identifiers.1', value: '1' } }))).toEqual({
    'identifiers.1': 'Not well formed.',
  })
  expect(fieldErrors(new Problem({ code: 'companies.forbidden', status: 403, detail: 'No.' }))).toEqual({})
})

test('a field shows what is wrong inside it', () => {
  const errors = { 'identifiers.0.value': 'Wrong.', identity: 'x' }
  expect([errorAt(errors, 'identifiers'), errorAt(errors, 'identifiers.0'), errorAt(errors, 'ident')]).toEqual([
    'Wrong.',
    'Wrong.',
    null,
  ])
})

test('what is about a text in all its languages stands beside the reader’s', () => {
  expect(localizedErrors({ name: 'Missing.', 'name.ru': 'Long.' }, 'name', 'ko')).toEqual({
    ko: 'Missing.',
    ru: 'Long.',
  })
  expect(localizedErrors({ title: 'Missing.' }, 'name', 'ko')).toEqual({})
})
