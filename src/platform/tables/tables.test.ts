import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'
import { defuseFormulaText, restoreFormulaText } from './formula-text.ts'
import { readTables } from './read-tables.ts'
import { TABLE_LIMITS, columnLetters } from './table.ts'
import { packWorkbook } from './workbook-parts.ts'
import { type TableToWrite, writeCsv, writeXlsx } from './write-tables.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const table = (rows: TableToWrite['rows'], headings = ['Name', 'Count']): TableToWrite => ({
  title: 'Companies',
  columns: headings.map((heading) => ({ heading })),
  rows,
})

const SHEET_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

/** A minimal workbook with one sheet of this markup, as other programs write it. */
function workbook(sheet: string): Map<string, Buffer> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return new Map(
    Object.entries({
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      'xl/workbook.xml': `<workbook ${SHEET_NS} xmlns:r="${relations}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': sheet,
    }).map(([name, text]) => [name, Buffer.from(text)]),
  )
}

const sheetXml = (rows: string, before = '') =>
  `<worksheet ${SHEET_NS}>${before}<sheetData>${rows}</sheetData></worksheet>`
const inlineCell = (reference: string, text: string) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

/** One deflated entry, with a claimed unpacked size that may be a lie. */
function archive(name: string, deflated: Buffer, claimedBytes: number): Buffer {
  const stored = packWorkbook(new Map([[name, deflated]]))
  const directory = stored.indexOf('PK\u0001\u0002')
  stored.writeUInt16LE(8, 8)
  stored.writeUInt32LE(claimedBytes, 22)
  stored.writeUInt16LE(8, directory + 10)
  stored.writeUInt32LE(claimedBytes, directory + 24)
  return stored
}

/** Zeros deflate a thousandfold: pieces of one deflate stream, joined by full flushes. */
function deflatedZeros(megabytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: 3 })
  return Buffer.concat([...Array.from({ length: megabytes }, () => piece), deflateRawSync(Buffer.alloc(0))])
}

async function measure<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; grownMb: number }> {
  const before = process.memoryUsage().rss
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start, grownMb: (process.memoryUsage().rss - before) / 1024 / 1024 }
}

describe('a zip bomb', () => {
  it.each([
    ['that tells its size', 512 * 1024 * 1024],
    ['that claims to be small', 1000],
    ['that claims to be just within the limit', TABLE_LIMITS.maxUnpackedBytes],
  ])('%s is refused within a second and 64 MB', async (_, claimed) => {
    const bomb = archive('xl/worksheets/sheet1.xml', deflatedZeros(512), claimed)
    expect(bomb.length).toBeLessThan(560_000)
    const { value, ms, grownMb } = await measure(() => readTables(bomb, 'bomb.xlsx'))
    expect(value.tables).toEqual([])
    expect(value.issues.map(({ code }) => code)).toEqual([claimed > 1e8 ? 'unpacks-too-large' : 'damaged-file'])
    expect(ms).toBeLessThan(1000)
    expect(grownMb).toBeLessThan(64)
  })

  it('of many parts is refused', async () => {
    const parts = new Map(Array.from({ length: 600 }, (_, index) => [`xl/${index}.xml`, Buffer.from('x')]))
    expect((await readTables(packWorkbook(parts), 'a.xlsx')).issues).toEqual([
      { code: 'too-many-parts', table: null, row: null, column: null, values: { max: 500 } },
    ])
  })
})

describe('a sheet that claims too much', () => {
  it('is read when only its dimension claims a million rows', async () => {
    const xml = sheetXml(`<row r="1">${inlineCell('A1', 'x')}</row>`, '<dimension ref="A1:XFD1048576"/>')
    const { value, grownMb } = await measure(() => readTables(packWorkbook(workbook(xml)), 'a.xlsx'))
    expect(value).toEqual({ format: 'xlsx', encoding: null, tables: [{ title: 'One', rows: [['x']] }], issues: [] })
    expect(grownMb).toBeLessThan(64)
  })

  it.each([
    ['a row far down', '<row r="1048576"/>', 'too-many-rows'],
    ['a cell far down', `<row>${inlineCell('A1048576', 'x')}</row>`, 'too-many-rows'],
    ['many rows', '<row/>'.repeat(20_001), 'too-many-rows'],
    ['a cell far to the right', `<row r="1">${inlineCell('XFD1', 'x')}</row>`, 'too-many-columns'],
    ['a row hidden behind a comment', '<!-- <c " --><row r="1048576"/><!-- " -->', 'damaged-file'],
    ['a row hidden in an attribute', '<c x="<row r=\'1048576\'/>" ></c>', 'damaged-file'],
    ['tags that never end', '<c "'.repeat(1_000_000), 'damaged-file'],
    ['a row number in disguise', '<row r="&#49;048576"/>', 'damaged-file'],
  ])('is refused for %s', async (_, rows, code) => {
    const { value, grownMb } = await measure(() => readTables(packWorkbook(workbook(sheetXml(rows))), 'a.xlsx'))
    expect(value.issues.map((issue) => issue.code)).toEqual([code])
    expect(grownMb).toBeLessThan(64)
  })

  it('is refused wherever the workbook keeps its sheets', async () => {
    const parts = workbook(sheetXml('<row r="1048576"/>'))
    const sheet = parts.get('xl/worksheets/sheet1.xml')!
    parts.delete('xl/worksheets/sheet1.xml')
    parts.set('xl/elsewhere.xml', sheet)
    const relations = parts.get('xl/_rels/workbook.xml.rels')!.toString()
    parts.set('xl/_rels/workbook.xml.rels', Buffer.from(relations.replace('worksheets/sheet1.xml', 'elsewhere.xml')))
    const { issues } = await readTables(packWorkbook(parts), 'a.xlsx')
    expect(issues.map(({ code }) => code)).toEqual(['too-many-rows'])
  })

  it('keeps the first columns when a row is too wide', async () => {
    const csv = `${Array.from({ length: 101 }, (_, index) => index).join(',')}\n`
    const { tables, issues } = await readTables(bytes(csv), 'a.csv')
    expect(tables[0]?.rows[0]).toHaveLength(100)
    expect(issues).toEqual([{ code: 'too-many-columns', table: 'a', row: 1, column: null, values: { max: 100 } }])
  })
})

describe('what is no table', () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7 …'), 'not-a-table-file'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'old-or-encrypted-workbook'],
    ['a zip of something else', packWorkbook(new Map([['word/document.xml', Buffer.from('x')]])), 'not-a-table-file'],
    ['a cut off zip', bytes('PK\u0003\u0004 and nothing'), 'damaged-file'],
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3)) % 256), null],
    ['an empty file', bytes(' \n'), 'no-tables'],
    [
      'a broken sheet',
      packWorkbook(workbook(sheetXml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))),
      'damaged-file',
    ],
  ])('%s is refused', async (_, file, code) => {
    const { tables, issues } = await readTables(file, 'companies.xlsx')
    expect(tables).toEqual([])
    expect(issues).toHaveLength(1)
    if (code) expect(issues[0]?.code).toBe(code)
  })
})

describe('csv', () => {
  it('tells at which line a quote was opened and never closed', async () => {
    const { issues } = await readTables(bytes('a,b\n"ok",1\n"open,2\nx,3\n'), 'list.csv')
    expect(issues).toEqual([{ code: 'unclosed-quote', table: 'list', row: 3, column: null, values: { line: 3 } }])
  })

  it.each([
    [
      'comma',
      'a,b\n"1,5",2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'semicolon',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tab',
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['announced', 'sep=;\na;b\n', [[], ['a', 'b']]],
    [
      'quotes inside',
      'a;b\nООО "Ромашка";2\n',
      [
        ['a', 'b'],
        ['ООО "Ромашка"', '2'],
      ],
    ],
    ['empty lines', 'a,b\n\n1,2\n\n', [['a', 'b'], [], ['1', '2']]],
  ])('reads %s', async (_, text, rows) => {
    expect((await readTables(bytes(text), 'x.csv')).tables).toEqual([{ title: 'x', rows }])
  })

  const windows1251 = (text: string) =>
    Uint8Array.from(text, (character) => {
      const code = character.codePointAt(0)!
      if (code < 128) return code
      if (character === 'ё') return 0xb8
      return code - 0x410 + 0xc0
    })
  const utf16 = (text: string, little: boolean, mark: boolean) => {
    const buffer = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
    return little ? buffer : buffer.swap16()
  }
  const korean = '기업명;분야\n한빛정밀;반도체 장비\n'
  const russian = 'Название;Отрасль\nООО Ромашка;Лазеры и оптика, ещё станки\n'

  it.each([
    ['utf-8', bytes(korean), korean],
    ['utf-8', bytes(`\ufeff${russian}`), russian],
    ['utf-16le', utf16(korean, true, true), korean],
    ['utf-16be', utf16(korean, false, true), korean],
    ['utf-16le', utf16(korean, true, false), korean],
    ['utf-16be', utf16(russian, false, false), russian],
    ['windows-1251', windows1251(russian), russian],
    ['windows-1251', windows1251('Код;Имя\n1;АО ЗАВОД\n'), 'Код;Имя\n1;АО ЗАВОД\n'],
    ['euc-kr', KOREAN_WINDOWS(), '이름;도시\n한국;서울\n똠방;수원\n'],
  ])('in %s comes out as it was meant', async (encoding, file, text) => {
    const read = await readTables(file, 'x.csv')
    expect(read.encoding).toBe(encoding)
    expect(read.tables[0]?.rows.map((row) => row.join(';')).join('\n')).toBe(text.trim())
  })

  it('in an encoding that is none of these is refused', async () => {
    // Valid in no candidate: 0x98 does not exist in windows-1251, 0xff not in euc-kr.
    const { issues } = await readTables(Uint8Array.from([0x61, 0x98, 0x2c, 0xff, 0x0a]), 'x.csv')
    expect(issues.map(({ code }) => code)).toEqual(['encoding-unknown'])
  })
})

/** 이름;도시 한국;서울 똠방;수원 in code page 949 (똠 is outside of KS X 1001). */
function KOREAN_WINDOWS(): Uint8Array {
  return Uint8Array.from(
    [
      [0xc0, 0xcc, 0xb8, 0xa7, 0x3b, 0xb5, 0xb5, 0xbd, 0xc3, 0x0a],
      [0xc7, 0xd1, 0xb1, 0xb9, 0x3b, 0xbc, 0xad, 0xbf, 0xef, 0x0a],
      [0x8c, 0x63, 0xb9, 0xe6, 0x3b, 0xbc, 0xf6, 0xbf, 0xf8, 0x0a],
    ].flat(),
  )
}

describe('text', () => {
  it('puts Hangul together and drops what cannot be seen', () => {
    expect(cleanText(' \ufeff한빛\u200b정밀\u0000 '.normalize('NFD'))).toBe('한빛정밀')
    expect(cleanText('a\r\nb\rc')).toBe('a\nb\nc')
  })

  it('that would run as a formula is defused, and comes back as it was', () => {
    expect(defuseFormulaText('=HYPERLINK("http://x","y")')).toBe(`'=HYPERLINK("http://x","y")`)
    expect(defuseFormulaText('+82 31')).toBe("'+82 31")
    expect(defuseFormulaText("O'Neill = x")).toBe("O'Neill = x")
    fc.assert(
      fc.property(fc.array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', ' ')), (parts) => {
        const text = parts.join('')
        expect(restoreFormulaText(defuseFormulaText(text))).toBe(text)
        expect(defuseFormulaText(text)).not.toMatch(/^[=+\-@\t\r]/)
      }),
    )
  })

  it('longer than a cell may be is cut and named', async () => {
    const { tables, issues } = await readTables(bytes(`name\n${'가'.repeat(10_001)}\n`), 'x.csv')
    expect(tables[0]?.rows[1]?.[0]).toHaveLength(10_000)
    expect(issues).toEqual([
      { code: 'cell-too-long', table: 'x', row: 2, column: 'A', values: { length: 10_001, max: 10_000 } },
    ])
  })

  it('of columns is lettered like a spreadsheet', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
  })
})

describe('written tables', () => {
  const rows = [
    ['=HYPERLINK("http://evil")', 1],
    ["'=quoted", 2],
    ['한빛정밀 <&> "x"', 0],
    ['line\nbreak; semicolon, comma', 1.5],
    ['-5', null],
  ]
  const read = rows.map(([text, count]) => (count === null ? [text] : [text, String(count)]))

  it('as a workbook read the same', async () => {
    const file = await writeXlsx([
      { ...table(rows), columns: [{ heading: 'Name' }, { heading: 'Count', suggestions: ['1', '"<2'] }] },
    ])
    expect(await readTables(file, 'x.xlsx')).toEqual({
      format: 'xlsx',
      encoding: null,
      tables: [{ title: 'Companies', rows: [['Name', 'Count'], ...read] }],
      issues: [],
    })
  })

  it('as CSV read the same, and hold nothing that runs', async () => {
    const file = writeCsv(table(rows))
    expect((await readTables(file, 'x.csv')).tables).toEqual([{ title: 'x', rows: [['Name', 'Count'], ...read] }])
    expect(file.toString('utf8')).not.toMatch(/(?:^|[\n,]"?)[=+@-]/)
  })

  it('understand dates, times, truth and errors of other programs', async () => {
    const parts = workbook(
      sheetXml(
        '<row r="1"><c r="A1" s="1"><v>44130</v></c><c r="B1" s="2"><v>0.625</v></c><c r="C1" s="3"><v>44130.625</v></c>' +
          '<c r="D1" t="b"><v>1</v></c><c r="E1"><v>1234567890</v></c><c r="F1" t="e"><v>#REF!</v></c></row>',
      ),
    )
    const formats = [0, 14, 20, 22].map((id) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`).join('')
    parts.set(
      'xl/styles.xml',
      Buffer.from(`<styleSheet ${SHEET_NS}><cellXfs count="4">${formats}</cellXfs></styleSheet>`),
    )
    const relations = parts.get('xl/_rels/workbook.xml.rels')!.toString()
    const styles =
      '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>'
    parts.set('xl/_rels/workbook.xml.rels', Buffer.from(relations.replace('</Relationships>', styles)))
    const { tables, issues } = await readTables(packWorkbook(parts), 'x.xlsx')
    expect(tables[0]?.rows).toEqual([['2020-10-26', '15:00', '2020-10-26 15:00', 'true', '1234567890', '#REF!']])
    expect(issues).toEqual([{ code: 'formula-error', table: 'One', row: 1, column: 'F', values: { value: '#REF!' } }])
  })
})
