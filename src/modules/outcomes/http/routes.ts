import { unwrap } from '../../../platform/http/orpc.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { implementRoutes } from '../../accounts/index.ts'
import { outcomesContract } from '../contract.ts'
import type { ConversionCommand, Rate } from '../domain/conversion.ts'
import { type Currency, type Money, parseAmount } from '../../../kernel/money.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { announceFigure } from '../operations/announce-figure.ts'
import { changeOutcome, noteAnnouncement, withdrawOutcome } from '../operations/change-outcome.ts'
import { confirmOutcome } from '../operations/confirm-outcome.ts'
import { defineFigure } from '../operations/define-figure.ts'
import { explainDifference } from '../operations/explain-difference.ts'
import { freezeFigure } from '../operations/freeze-figure.ts'
import { recordOutcome } from '../operations/record-outcome.ts'
import { exportOutcomes } from '../queries/export-outcomes.ts'
import { listFigures, readFigure } from '../queries/list-figures.ts'
import { listOutcomes, readOutcome } from '../queries/list-outcomes.ts'
import { printReport } from '../queries/print-report.ts'
import { readDashboard } from '../queries/read-dashboard.ts'
import { presentConversion, presentFigure, presentFile, presentOutcome, presentRecord } from './present.ts'

const on = implementRoutes(outcomesContract)

const DONE = { ok: true } as const

interface AmountInput {
  readonly value: string
  readonly currency: Currency
}

/** Digits as they were typed become minor units here, or are refused: nothing is rounded on the way. */
function amountOf(input: AmountInput | null): Result<Money | null> {
  if (input === null) return ok(null)
  const money = parseAmount(input.value, input.currency)
  return money ? ok(money) : refuseOutcome('invalid', 'amount-malformed')
}

interface ConversionInput {
  readonly currency: Currency
  readonly published: string | null
  readonly rate: Rate | null
  readonly roundedTo: number
}

const conversionsOf = (inputs: readonly ConversionInput[]): ConversionCommand[] =>
  inputs.map(({ published, ...input }) => ({
    ...input,
    published: published === null ? null : unwrap(amountOf({ value: published, currency: input.currency })),
  }))

const announcementOf = ({
  on: day,
  amount,
  source,
}: {
  readonly on: string
  readonly amount: AmountInput | null
  readonly source: string
}) => ({ on: day, amount: unwrap(amountOf(amount)), source })

export const outcomesRoutes = on.router({
  listOutcomes: on.listOutcomes.handler(async ({ input, context: { platform, actor } }) => ({
    rows: unwrap(await listOutcomes(platform, actor, input)).map(presentOutcome),
  })),

  readOutcome: on.readOutcome.handler(async ({ input, context: { platform, actor } }) =>
    presentOutcome(unwrap(await readOutcome(platform, actor, input))),
  ),

  recordOutcome: on.recordOutcome.handler(async ({ input, context: { platform, actor } }) => {
    const command = {
      ...input,
      amount: unwrap(amountOf(input.amount)),
      conversions: conversionsOf(input.conversions),
      announcements: input.announcements.map(announcementOf),
    }
    const { id, conversions } = unwrap(await recordOutcome(platform, actor, command))
    return { id, conversions: conversions.map(presentConversion) }
  }),

  changeOutcome: on.changeOutcome.handler(async ({ input, context: { platform, actor } }) => {
    const command = {
      ...input,
      amount: unwrap(amountOf(input.amount)),
      conversions: conversionsOf(input.conversions),
    }
    const { revision, conversions } = unwrap(await changeOutcome(platform, actor, command))
    return { revision, conversions: conversions.map(presentConversion) }
  }),

  withdrawOutcome: on.withdrawOutcome.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await withdrawOutcome(platform, actor, input))
    return DONE
  }),

  noteAnnouncement: on.noteAnnouncement.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await noteAnnouncement(platform, actor, { ...input, announcement: announcementOf(input) }))
    return DONE
  }),

  confirmOutcome: on.confirmOutcome.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await confirmOutcome(platform, actor, input)),
  ),

  announceFigure: on.announceFigure.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await announceFigure(platform, actor, input)),
  ),

  explainDifference: on.explainDifference.handler(async ({ input, context: { platform, actor } }) => {
    unwrap(await explainDifference(platform, actor, input))
    return DONE
  }),

  listFigures: on.listFigures.handler(
    async ({ input: { programmeId, asOf = null }, context: { platform, actor } }) => ({
      rows: unwrap(await listFigures(platform, actor, { programmeId, asOf })).map(presentFigure),
    }),
  ),

  readFigure: on.readFigure.handler(async ({ input: { asOf = null, ...key }, context: { platform, actor } }) => {
    const { figure, snapshots } = unwrap(await readFigure(platform, actor, { ...key, asOf }))
    return {
      figure: presentFigure(figure),
      records: figure.records.map(presentRecord),
      snapshots: snapshots.map(({ records, id, value, unit, asOf: at, sha256, frozenAt }) => ({
        id,
        value,
        unit,
        asOf: at,
        sha256,
        frozenAt,
        records: records.length,
      })),
    }
  }),

  defineFigure: on.defineFigure.handler(async ({ input, context: { platform, actor } }) =>
    unwrap(await defineFigure(platform, actor, input)),
  ),

  freezeFigure: on.freezeFigure.handler(async ({ input, context: { platform, actor } }) => {
    const frozen = unwrap(await freezeFigure(platform, actor, input))
    return { ...frozen, records: [...frozen.records] }
  }),

  readDashboard: on.readDashboard.handler(async ({ input, context: { platform, actor } }) => {
    const { ladder, funnel, timeline, flows } = unwrap(await readDashboard(platform, actor, input))
    return {
      ladder: ladder.map((rung) => ({ ...rung, amounts: [...rung.amounts] })),
      funnel: [...funnel],
      timeline: [...timeline],
      flows: [...flows],
    }
  }),

  exportOutcomes: on.exportOutcomes.handler(async ({ input, context: { platform, actor } }) =>
    presentFile(unwrap(await exportOutcomes(platform, actor, input))),
  ),

  printReport: on.printReport.handler(async ({ input, context: { platform, actor } }) =>
    presentFile(unwrap(await printReport(platform, actor, input))),
  ),
})
