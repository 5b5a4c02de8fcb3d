import { z } from 'zod'
import { type Instant, isInstant } from '../kernel/instant.ts'
import { LOCALES, type LocalizedText } from '../kernel/locale.ts'
import { isTimeZone } from '../kernel/time-zone.ts'

/** Kernel words as they cross HTTP. Every text has a bound: nothing unbounded enters. */

export const id = z.uuid()

export const instant = z
  .string()
  .max(40)
  .refine(isInstant, 'instant')
  .transform((text): Instant => text)

export const locale = z.enum(LOCALES)

/** A calendar day, `2020-10-26`. */
export const day = z.iso.date()

export const timeZone = z.string().max(60).refine(isTimeZone, 'time-zone')

/** One text side by side in ko, ru and en; empty strings are dropped, so absent means absent. */
export const localizedText = (max: number) =>
  z
    .object({ ko: z.string().trim().max(max), ru: z.string().trim().max(max), en: z.string().trim().max(max) })
    .partial()
    .transform((text): LocalizedText => Object.fromEntries(Object.entries(text).filter(([, value]) => value)))

/** A name: at least one language has it. */
export const localizedName = (max: number) =>
  localizedText(max).refine((text) => Object.keys(text).length > 0, 'name-missing')

/** ISO 639-1 in lower case. */
export const language = z.string().regex(/^[a-z]{2}$/)

/** ISO 3166-1 alpha-2 in upper case. */
export const country = z.string().regex(/^[A-Z]{2}$/)

/** "ko-ru": two language codes in alphabetical order. */
export const languagePair = z.string().regex(/^[a-z]{2}-[a-z]{2}$/)

export const email = z.email().max(320)

/** Query of a paged list. `q` is free text in any of the three languages. */
export const listQuery = z.object({
  q: z.string().trim().max(200).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
})

export const page = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), total: z.number().int().nonnegative() })

export const acknowledged = z.object({ ok: z.literal(true) })

/** A query flag: oRPC hands query values over as text. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
