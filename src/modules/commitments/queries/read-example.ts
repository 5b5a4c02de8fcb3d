import { sha256Hex } from '../../../platform/documents/digest.ts'
import { readTables } from '../../../platform/tables/read-tables.ts'
import { writeCsv } from '../../../platform/tables/write-tables.ts'
import { type Assessment, assess } from '../domain/acceptance/assessment.ts'
import type { Criterion, Method } from '../domain/acceptance/criterion.ts'
import { EXAMPLE_CRITERIA, exampleMeasurement } from '../domain/acceptance/example-measurement.ts'

/** A made-up measurement as a file, named as one: to see what is read, and to try the computation. */
export function readExampleMeasurement(method: Method): { name: string; contents: Uint8Array<ArrayBuffer> } {
  const [header = [], ...rows] = exampleMeasurement(method)
  const columns = header.map((heading) => ({ heading }))
  return {
    name: `synthetic-${method}.csv`,
    contents: new Uint8Array(writeCsv({ title: method, columns, rows: rows.map((row) => row.map(Number)) })),
  }
}

export interface WorkedExample {
  readonly fileName: string
  readonly criteria: readonly Criterion[]
  readonly assessment: Assessment
}

/** The made-up file held against criteria that go with it, on the way that a file given as evidence takes. */
export async function readWorkedExample(method: Method): Promise<WorkedExample> {
  const { name, contents } = readExampleMeasurement(method)
  const criteria = EXAMPLE_CRITERIA[method]
  const [table] = (await readTables(contents, name)).tables
  return {
    fileName: name,
    criteria,
    assessment: assess(method, table?.rows ?? [], criteria, sha256Hex(contents)),
  }
}
