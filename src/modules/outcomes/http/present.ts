import type { z } from 'zod'
import { departsTooFar } from '../domain/conversion.ts'
import type { Conversion } from '../domain/conversion.ts'
import type { CountedRecord } from '../domain/definition.ts'
import type { conversion, countedRecord, figure, outcome } from '../contract.ts'
import type { FigureView } from '../queries/list-figures.ts'
import type { FileToSend } from '../queries/export-outcomes.ts'
import type { OutcomeView } from '../queries/list-outcomes.ts'

export const presentConversion = (one: Conversion): z.input<typeof conversion> => ({
  ...one,
  warns: departsTooFar(one),
})

export const presentOutcome = (row: OutcomeView): z.input<typeof outcome> => ({
  id: row.id,
  revision: row.revision,
  reference: row.reference,
  kind: row.kind,
  title: row.title,
  parties: row.parties.map((party) => ({ ...party })),
  basis: row.basis,
  amount: row.amountMinor === null || row.currency === null ? null : { minor: row.amountMinor, currency: row.currency },
  grade: row.grade,
  happenedOn: row.happenedOn,
  eventId: row.eventId,
  requestId: row.requestId,
  agreementId: row.agreementId,
  commitmentId: row.commitmentId,
  evidence: row.evidence,
  conversions: row.conversions.map(presentConversion),
  announcements: row.announcements.map((one) => ({ ...one })),
  confirmedBy: [...row.confirmedBy],
  status: row.status,
  reason: row.reason,
  changedAt: row.validFrom,
  may: row.may,
})

export const presentFigure = (view: FigureView): z.input<typeof figure> => ({
  id: view.id,
  code: view.code,
  name: view.name,
  definition: view.definition as z.input<typeof figure>['definition'],
  value: view.value,
  unit: view.unit,
  bySide: view.bySide.map((side) => ({ ...side })),
  count: view.records.length,
  asOf: view.asOf,
  announced: view.announced.map((one) => ({ ...one })),
})

export const presentRecord = ({ amountMinor, currency, ...record }: CountedRecord): z.input<typeof countedRecord> => ({
  id: record.id,
  revision: record.revision,
  source: record.source,
  kind: record.kind,
  title: record.title,
  parties: record.parties.map((party) => ({ ...party })),
  basis: record.basis,
  amount: amountMinor === null || currency === null ? null : { minor: amountMinor, currency },
  grade: record.grade,
  on: record.on,
  status: record.status,
  synthetic: record.synthetic,
})

export const presentFile = ({ name, mediaType, contents }: FileToSend): File =>
  new File([new Uint8Array(contents)], name, { type: mediaType })
