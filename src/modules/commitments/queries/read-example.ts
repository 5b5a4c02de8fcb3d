import { writeCsv } from '../../../platform/tables/write-tables.ts'
import type { Method } from '../domain/acceptance/criterion.ts'
import { exampleMeasurement } from '../domain/acceptance/example-measurement.ts'

/** A made-up measurement as a file, named as one: to see what is read, and to try the computation. */
export function readExampleMeasurement(method: Method): { name: string; contents: Uint8Array<ArrayBuffer> } {
  const [header = [], ...rows] = exampleMeasurement(method)
  const columns = header.map((heading) => ({ heading }))
  return {
    name: `synthetic-${method}.csv`,
    contents: new Uint8Array(writeCsv({ title: method, columns, rows: rows.map((row) => row.map(Number)) })),
  }
}
