import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../../kernel/locale.ts'
import { createTranslators } from '../../../../platform/i18n.ts'
import { decodeCell } from '../../domain/decode-cell.ts'
import { decodeSheet } from '../../domain/decode-sheet.ts'
import { encodeSheet } from '../../domain/encode-sheet.ts'
import { choicesOf, type Column, defineSheet, type Sheet } from '../../domain/sheet.ts'
import { columnName, fileColumns, foldLabel, headingOf } from '../../domain/sheet-columns.ts'
import { companySheetImporters } from '../../index.ts'
import { messages } from '../../messages.ts'
import { workbookTexts } from '../workbook-texts.ts'

const sheets = companySheetImporters.map(({ sheet }) => sheet)

describe.each(sheets.map((sheet) => [sheet.key, sheet] as const))('the sheet %s', (_, sheet) => {
  it('calls each column differently from every other, whatever the language', () => {
    const owners = new Map<string, Set<string>>()
    for (const column of fileColumns(sheet)) {
      for (const reader of LOCALES) {
        const heading = foldLabel(headingOf(column, reader, workbookTexts))
        owners.set(heading, (owners.get(heading) ?? new Set()).add(columnName(column)))
      }
    }
    expect([...owners].filter(([, names]) => names.size > 1)).toEqual([])
  })

  it('calls each choice differently from every other', () => {
    for (const column of Object.values(sheet.columns)) {
      if (column.kind !== 'choice' && column.kind !== 'choices') continue
      for (const [choice, labels] of Object.entries(column.choices)) {
        for (const text of [choice, ...Object.values(labels)]) {
          expect(decodeCell({ ...column, kind: 'choice' }, text, workbookTexts)).toEqual({ value: choice })
        }
      }
    }
  })

  it('understands its own examples', () => {
    for (const column of Object.values(sheet.columns)) {
      const examples = typeof column.example === 'object' ? Object.values(column.example) : [column.example ?? '']
      for (const text of examples) expect(decodeCell(column, text, workbookTexts)).toHaveProperty('value')
    }
  })
})

const texts = { ko: 'K', ru: 'R', en: 'E' }
const plain = (kind: object) => ({ headings: texts, ...kind }) as Column

describe('a cell', () => {
  const integer = plain({ kind: 'integer', min: 0, max: 5000 })
  const flag = plain({ kind: 'flag' })
  const choices = plain({ kind: 'choices', maxItems: 2, choices: choicesOf(messages, (m) => m.sizes) })
  const list = plain({ kind: 'list', max: 2, maxItems: 2, pattern: /^[a-z]{2}$/ })
  const date = plain({ kind: 'date' })
  const time = plain({ kind: 'time' })

  it.each([
    [integer, '1,200', 1200],
    [integer, '1 200', 1200],
    [integer, '0', 0],
    [flag, 'да', true],
    [flag, '아니요', false],
    [flag, 'TRUE', true],
    [choices, '소기업; Medium', ['small', 'medium']],
    [choices, 'small, large', ['small', 'large']],
    [choices, 'small; Small', ['small']],
    [choices, '', []],
    [list, 'ko, en', ['ko', 'en']],
    [list, 'ko；en\nko', ['ko', 'en']],
    [date, '2020-10-26', '2020-10-26'],
    [date, '26.10.2020', '2020-10-26'],
    [date, '2020. 10. 6.', '2020-10-06'],
    [date, '2020년 10월 26일', '2020-10-26'],
    [time, '9:05', '09:05'],
    [time, '오후 3:00', '15:00'],
    [time, '12:30 AM', '00:30'],
    [time, '15:00:00', '15:00'],
    [time, '24:00', '24:00'],
    [time, '', null],
  ])('%# of %s', (column, text, value) => {
    expect(decodeCell(column, text, workbookTexts)).toEqual({ value })
  })

  it.each([
    [integer, '12.5', 'number-invalid'],
    [integer, '1,20', 'number-invalid'],
    [integer, '5001', 'number-out-of-range'],
    [integer, '9'.repeat(400), 'number-invalid'],
    [flag, 'perhaps', 'flag-invalid'],
    [choices, 'huge', 'value-unknown'],
    [choices, 'micro; small; large', 'list-too-long'],
    [list, 'kor', 'item-invalid'],
    [date, '31.02.2020', 'date-invalid'],
    [date, '10/26/2020', 'date-invalid'],
    [time, '25:00', 'time-invalid'],
    [time, '13:00 PM', 'time-invalid'],
  ])('%# is refused with its reason', (column, text, code) => {
    expect(decodeCell(column, text, workbookTexts)).toMatchObject({ issue: { code } })
  })
})

it('a table reads as it was written, in every language', () => {
  const sheet = defineSheet({
    key: 'x',
    titles: texts,
    note: texts,
    columns: {
      code: { kind: 'text', max: 40, required: true, headings: { ko: '코드', ru: 'Код', en: 'Code' } },
      name: { kind: 'localized-text', max: 40, headings: { ko: '이름', ru: 'Имя', en: 'Name' } },
      sizes: {
        kind: 'choices',
        maxItems: 4,
        choices: choicesOf(messages, (m) => m.sizes),
        headings: { ko: '규모', ru: 'Размер', en: 'Size' },
      },
      since: { kind: 'date', headings: { ko: '일자', ru: 'Дата', en: 'Date' } },
      open: { kind: 'flag', headings: { ko: '공개', ru: 'Открыто', en: 'Open' } },
    },
  })
  const row = {
    code: 'A',
    name: { ko: '하나', en: 'One' },
    sizes: ['small', 'large'],
    since: '2020-10-26',
    open: false,
  } as const
  for (const reader of LOCALES) {
    const { columns, rows } = encodeSheet(sheet, [row], reader, workbookTexts, { personal: true })
    const cells = [columns.map(({ heading }) => heading), ...rows.map((each) => each.map((cell) => String(cell ?? '')))]
    const decoded = decodeSheet(sheet as unknown as Sheet, cells, workbookTexts, 'code')
    expect(decoded).toMatchObject({
      locale: reader,
      issues: [],
      rows: [{ row: 2, values: { ...row, name: { ...row.name, ru: null } } }],
    })
  }
})

describe('the messages', () => {
  const translator = createTranslators({ companies: messages })
  const values = {
    max: 5,
    length: 9,
    min: 1,
    value: 3,
    firstRow: 2,
    line: 4,
    errors: 2,
    maxMegabytes: 48,
    by: 'name',
    name: 'N',
    code: 'C',
    from: 'A',
    to: 'B',
    heading: 'H',
    title: 'T',
  }

  it('are sentences in every language', () => {
    for (const locale of LOCALES) {
      for (const code of Object.keys(messages.en.importIssues)) {
        expect(translator.translate(locale, `companies.importIssues.${code}`, values)).not.toMatch(/[{}]|importIssues/)
      }
      for (const code of Object.keys(messages.en.errors)) {
        expect(translator.translateRefusal(locale, `companies.${code}`, values)).not.toMatch(/[{}]/)
      }
    }
  })

  it('know every reason that the code gives', () => {
    const source = (folder: string): string =>
      readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'))
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
        .join('\n')
    const code = ['domain', 'operations', 'queries']
      .map((room) => source(join(import.meta.dirname, '../..', room)))
      .join('\n')
    const refusals = [...code.matchAll(/'companies\.([a-z-]+)'/g)].map(([, name]) => name)
    expect(refusals.filter((name) => !(name! in messages.en.errors))).toEqual([])
    const remarks = [
      ...code.matchAll(/(?:remark|issue|whole)\((?:'[a-zA-Z]+', |column, )?'([a-z]+(?:-[a-z]+)+)'/g),
    ].map(([, name]) => name)
    expect(remarks.length).toBeGreaterThan(20)
    expect(remarks.filter((name) => !(name! in messages.en.importIssues))).toEqual([])
    const unread = readFileSync(join(import.meta.dirname, '../../../../platform/tables/table.ts'), 'utf8')
    const ofFiles = [...unread.matchAll(/ {2}\| '([a-z-]+)'/g)].map(([, name]) => name)
    expect(ofFiles.filter((name) => !(name! in messages.en.importIssues))).toEqual([])
    expect(ofFiles).toHaveLength(12)
  })
})
