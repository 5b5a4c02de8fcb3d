import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { defuseFormulaText } from './formula-text.ts'
import { columnLetters } from './table.ts'

/** The writer's own types of a list of sheets. */
type WriterInput = Parameters<typeof writeXlsxFile>
type Sheet = WriterInput[0][number]
type Feature = NonNullable<NonNullable<WriterInput[1]>['features']>[number]

export interface ColumnToWrite {
  readonly heading: string
  /** Shown more strongly: without it a row means nothing. */
  readonly required?: boolean
  /** A drop-down of these values in a workbook; others may still be typed. */
  readonly suggestions?: readonly string[]
}

export interface TableToWrite {
  readonly title: string
  readonly columns: readonly ColumnToWrite[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** Rows at the top that are only there to be looked at: grey and slanted. */
  readonly exampleRows?: number
  /** Long texts of a page to be read: lines are broken inside the cells. */
  readonly wrapped?: boolean
}

const safe = (value: string | number | null): string | number | null =>
  typeof value === 'string' ? defuseFormulaText(value) : value

/** One CSV file as spreadsheets open it without asking: UTF-8 with byte order mark, comma, CRLF. */
export const writeCsv = ({ columns, rows }: TableToWrite): Buffer =>
  Buffer.from(
    stringify([columns.map(({ heading }) => heading), ...rows.map((row) => row.map(safe))], {
      bom: true,
      record_delimiter: 'windows',
    }),
  )

/** One workbook; headings stay in sight, columns are about as wide as their contents. */
export const writeXlsx = (tables: readonly TableToWrite[]): Promise<Buffer> =>
  writeXlsxFile(tables.map(sheetOf), {
    fontFamily: 'Malgun Gothic',
    fontSize: 10,
    features: [dropDowns(tables)],
  }).toBuffer()

const HEADER = { fontWeight: 'bold', backgroundColor: '#e3eeee', wrap: true, alignVertical: 'top' } as const
const EXAMPLE = { fontStyle: 'italic', textColor: '#7a7a7a' } as const

function sheetOf({ title, columns, rows, exampleRows = 0, wrapped = false }: TableToWrite): Sheet {
  const text = wrapped ? ({ wrap: true, alignVertical: 'top' } as const) : {}
  return {
    sheet: sheetTitle(title),
    stickyRowsCount: 1,
    columns: columns.map(({ heading }, at) => ({ width: widthOf(heading, rows, at, wrapped ? 90 : 48) })),
    data: [
      columns.map(({ heading, required = false }): Cell => ({
        value: defuseFormulaText(heading),
        type: String,
        ...HEADER,
        textColor: required ? '#00504f' : '#333333',
      })),
      ...rows.map((row, index) =>
        row.map((value): Cell => cellOf(value, index < exampleRows ? { ...text, ...EXAMPLE } : text)),
      ),
    ],
  }
}

function cellOf(value: string | number | null, style: object): Cell {
  if (value === null || value === '') return null
  return typeof value === 'number'
    ? { value, type: Number, ...style }
    : { value: defuseFormulaText(value), type: String, ...style }
}

/** Hangul takes twice the room. */
const roomOf = (text: string): number => text.length + (text.match(/[\u1100-\u11ff\u3040-\uffdc]/g)?.length ?? 0)

function widthOf(heading: string, rows: TableToWrite['rows'], at: number, max: number): number {
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, roomOf(String(row[at] ?? ''))), 0)
  return Math.min(max, Math.max(10, Math.ceil(roomOf(heading) * 0.8), longest) + 2)
}

/** At most 31 characters, without those that a spreadsheet refuses in a sheet's name. */
const sheetTitle = (title: string): string => title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)

/** The list of a drop-down is written into the cell rule itself, where a spreadsheet allows 255 characters. */
const MAX_LIST_LENGTH = 255

/** Adds the drop-downs (ECMA-376 part 1, 18.3.1.33 dataValidations) to the sheets, which the writer itself cannot. */
function dropDowns(tables: readonly TableToWrite[]): Feature {
  const insert = (xml: string, sheetIndex: number): string => {
    const rules = (tables[sheetIndex]?.columns ?? []).flatMap(({ suggestions = [] }, at) => {
      const list = suggestions.join(',')
      if (suggestions.length === 0 || list.length > MAX_LIST_LENGTH || suggestions.some((item) => item.includes(',')))
        return []
      const cells = `${columnLetters(at)}2:${columnLetters(at)}20000`
      return [
        `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${cells}"><formula1>"${escapeXml(list)}"</formula1></dataValidation>`,
      ]
    })
    if (rules.length === 0) return xml
    const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
    // Elements of a sheet have a fixed order; these come right after what may follow the cells.
    return xml.replace(
      /(?=<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|drawing)\b|<\/worksheet>)/,
      markup,
    )
  }
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: (xml, _options, { sheetIndex }) => insert(xml, sheetIndex) },
      },
    },
  }
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;&quot;')
