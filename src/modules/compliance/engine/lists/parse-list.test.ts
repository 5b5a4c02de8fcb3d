import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseList } from './parse-list.ts'
import type { ListFormat } from '../shapes.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const fixture = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const sdn = fixture('fictional-sdn.csv')
const entities = fixture('fictional-entities.json')

const eu = [
  'fileGenerationDate;Entity_LogicalId;Entity_SubjectType;Entity_Regulation_Programme;Entity_DesignationDate;NameAlias_WholeName;BirthDate_BirthDate;Identification_Number;Identification_TypeCode;Citizenship_CountryIso2Code',
  '2025-01-01;7;P;FIC;2020-05-01;Teodor Voldarin;;;;',
  '2025-01-01;7;P;FIC;2020-05-01;"Волдарин; Теодор";1963-01-12;NL4471902;passport;XA',
  '2025-01-01;8;E;FIC;;Orbeline Optics;;;;',
].join('\n')

const un = `<?xml version="1.0"?>
<CONSOLIDATED_LIST dateGenerated="2025-01-01"><INDIVIDUALS>
<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>TEODOR</FIRST_NAME><SECOND_NAME>VOLDARIN</SECOND_NAME><UN_LIST_TYPE>FIC</UN_LIST_TYPE>
<LISTED_ON>2020-05-01</LISTED_ON><NATIONALITY><VALUE>Norland</VALUE></NATIONALITY><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Teddy</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><YEAR>1963</YEAR></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS>
<ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>ORBELINE &amp; SONS</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>
`

const simple = [
  '"id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails","dataset","first_seen","last_seen","last_change"',
  '"a","Person","Teodor Voldarin","Волдарин Теодор;Teddy V","1963-01-12","xa","","NL4471902","FIC","","","fic","2020-05-01T00:00:00","",""',
  '"b","Company","Orbeline Optics","","","xa;xb","","","FIC sectoral","","","fic","","",""',
].join('\r\n')

const SAMPLES: readonly (readonly [ListFormat, string, number])[] = [
  ['ofac-sdn-csv', sdn, 4],
  ['ofac-consolidated-csv', sdn, 4],
  ['eu-csv', eu, 2],
  ['un-xml', un, 2],
  ['ftm-json', entities, 3],
  ['opensanctions-simple-csv', simple, 2],
]

const refusalOf = (format: ListFormat, text: string, previousCount?: number): { code: string; line: unknown } => {
  const parsed = parseList(format, bytes(text), previousCount === undefined ? {} : { previousCount })
  return parsed.ok
    ? { code: 'read', line: parsed.entries.length }
    : { code: parsed.refusal.code, line: parsed.refusal.detail?.['line'] }
}

describe.each(SAMPLES)('%s', (format, text, count) => {
  it('reads every entry, with a byte order mark, mixed line ends and an end-of-file byte', () => {
    const mixed = `\uFEFF${text.replaceAll('\r\n', '\n').replace('\n', '\r\n')}\r\n\u001a`
    for (const variant of [text, mixed, text.replaceAll(/\r?\n/g, '\r\n')]) {
      const parsed = parseList(format, bytes(variant))
      expect(parsed).toMatchObject({ ok: true })
      expect(parsed.ok && parsed.entries).toHaveLength(count)
    }
  })
  it('refuses a web page, nothing at all, other bytes than UTF-8, and a list that lost half', () => {
    expect(refusalOf(format, '<!DOCTYPE html><html><body>503</body></html>')).toEqual({
      code: 'compliance.list-is-web-page',
      line: 1,
    })
    expect(refusalOf(format, ' \r\n\u001a').code).toBe('compliance.list-empty')
    expect(parseList(format, Uint8Array.from([65, 10, 255, 254]))).toMatchObject({
      ok: false,
      refusal: { code: 'compliance.list-not-utf8', detail: { line: 2 } },
    })
    expect(refusalOf(format, text, count * 2).code).toBe('compliance.list-shrunk')
    expect(refusalOf(format, text, count).code).toBe('read')
  })
})

describe('what is cut or broken', () => {
  it('is refused with its line', () => {
    expect(refusalOf('ofac-sdn-csv', sdn.replace('"GREY PETREL 7"', '"GREY PETREL 7'))).toEqual({
      code: 'compliance.list-unbalanced-quote',
      line: 4,
    })
    expect(refusalOf('ofac-sdn-csv', sdn.slice(0, sdn.indexOf('"Crude Oil')))).toEqual({
      code: 'compliance.list-truncated',
      line: 4,
    })
    expect(refusalOf('ofac-sdn-csv', sdn.replace('90004,', 'x,'))).toEqual({ code: 'compliance.list-bad-row', line: 4 })
    expect(refusalOf('eu-csv', eu.replace('NameAlias_WholeName', 'Name'))).toEqual({
      code: 'compliance.list-missing-column',
      line: 1,
    })
    expect(refusalOf('eu-csv', eu.slice(0, -3))).toEqual({ code: 'compliance.list-truncated', line: 4 })
    expect(refusalOf('eu-csv', eu.replace('"Волдарин', 'x"Волдарин'))).toEqual({
      code: 'compliance.list-unbalanced-quote',
      line: 3,
    })
    expect(refusalOf('un-xml', un.slice(0, un.indexOf('</INDIVIDUALS>'))).code).toBe('compliance.list-truncated')
    expect(refusalOf('un-xml', un.replace('</DATAID><FIRST_NAME>TEODOR', '<FIRST_NAME>TEODOR'))).toMatchObject({
      code: 'compliance.list-bad-row',
    })
    expect(refusalOf('ftm-json', entities.slice(0, -20))).toEqual({ code: 'compliance.list-truncated', line: 5 })
    expect(refusalOf('ftm-json', entities.replace('"Vessel"', '"Dragon"'))).toEqual({
      code: 'compliance.list-bad-row',
      line: 4,
    })
    expect(refusalOf('opensanctions-simple-csv', simple.replace('"b","Company"', '"a","Company"'))).toEqual({
      code: 'compliance.list-bad-row',
      line: 3,
    })
  })
})

describe('what is read', () => {
  it('is the same party whatever the format', () => {
    for (const [format, text] of SAMPLES) {
      const parsed = parseList(format, bytes(text))
      const [person] = parsed.ok ? parsed.entries : []
      expect(person?.kind).toBe('person')
      expect(person?.birthDates[0]).toMatch(/^1963(-01-12)?$/)
    }
  })
  it('keeps numbers, weak aliases, sectors and days', () => {
    const office = parseList('ofac-sdn-csv', bytes(sdn))
    expect(office.ok && office.entries[0]).toMatchObject({
      identifiers: [{ kind: 'Passport', value: 'NL4471902' }],
      countries: ['Norland'],
      effect: 'block',
    })
    expect(office.ok && office.entries[0]?.names).toContainEqual({ text: 'TEDDY V', weak: true })
    expect(office.ok && office.entries[2]?.names).toContainEqual({ text: '조별명', weak: false })
    const linked = parseList('ftm-json', bytes(entities))
    expect(linked.ok && linked.entries[1]).toMatchObject({
      effect: 'sectoral',
      listedOn: '2014-07-16',
      delistedOn: null,
    })
    expect(linked.ok && linked.entries[2]).toMatchObject({ effect: 'block', delistedOn: '2023-06-30' })
  })
})

/** The columns that version 1.1 of the European file has before its addresses, and the ones after that are read. */
const EU_COLUMNS =
  'fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_UnitedNationId;Entity_DesignationDate;Entity_DesignationDetails;Entity_Remark;Entity_SubjectType;Entity_SubjectType_ClassificationCode;Entity_Regulation_Type;Entity_Regulation_OrganisationType;Entity_Regulation_PublicationDate;Entity_Regulation_EntryIntoForceDate;Entity_Regulation_NumberTitle;Entity_Regulation_Programme;Entity_Regulation_PublicationUrl;NameAlias_LastName;NameAlias_FirstName;NameAlias_MiddleName;NameAlias_WholeName;NameAlias_NameLanguage;NameAlias_Strong;Address_CountryIso2Code;BirthDate_BirthDate;BirthDate_CountryIso2Code;Identification_Number;Identification_TypeCode;Citizenship_CountryIso2Code'

describe('the European file as it is published', () => {
  const row = (values: Readonly<Record<string, string>>): string =>
    EU_COLUMNS.split(';')
      .map((column) => values[column] ?? '')
      .join(';')
  const entity = {
    fileGenerationDate: '05/08/2026',
    Entity_LogicalId: '7',
    Entity_SubjectType: 'P',
    Entity_SubjectType_ClassificationCode: 'person',
    Entity_Regulation_EntryIntoForceDate: '2020-05-01',
    Entity_Regulation_Programme: 'FIC',
  }

  it('gathers an entity from rows of names, birth and numbers; parts of a name stand in for a whole one', () => {
    const text = [
      EU_COLUMNS,
      row({ ...entity, NameAlias_FirstName: 'Teodor', NameAlias_LastName: 'Voldarin', NameAlias_Strong: 'true' }),
      row({ ...entity, NameAlias_WholeName: 'Teddy', NameAlias_Strong: 'false' }),
      row({ ...entity, BirthDate_BirthDate: '1963-01-12', BirthDate_CountryIso2Code: 'XA' }),
      row({ ...entity, Identification_Number: 'NL4471902', Identification_TypeCode: 'passport' }),
      row({ ...entity, Address_CountryIso2Code: '00', Citizenship_CountryIso2Code: 'XB' }),
    ].join('\n')
    const parsed = parseList('eu-csv', bytes(text))
    expect(parsed.ok && parsed.entries).toEqual([
      {
        id: '7',
        kind: 'person',
        names: [
          { text: 'Teodor Voldarin', weak: false },
          { text: 'Teddy', weak: true },
        ],
        identifiers: [{ kind: 'passport', value: 'NL4471902' }],
        countries: ['XA', 'XB'],
        birthDates: ['1963-01-12'],
        programmes: ['FIC'],
        effect: 'block',
        listedOn: '2020-05-01',
        delistedOn: null,
      },
    ])
  })
})
