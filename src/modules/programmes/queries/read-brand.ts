import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import type { Platform } from '../../../platform/context.ts'
import { findProgrammes } from '../store/programme-store.ts'
import { findLogo, findOnlyProgramme } from '../store/setup-store.ts'

/** How a programme shows itself to those outside. */
export interface PublicBrand {
  readonly programmeId: Id
  /** Of the brand, else of the operator. */
  readonly name: LocalizedText
  readonly accent: string | null
  /** Path on this server. */
  readonly logo: string | null
}

/** Null when the programme wears nothing of its own. */
export async function readBrand({ db }: Platform, programmeId: Id): Promise<PublicBrand | null> {
  const [programme] = await findProgrammes(db, [programmeId])
  if (!programme) return null
  const { brand, operatorName } = programme
  const isNamed = Object.keys(brand.name).length > 0
  if (!isNamed && brand.accent === null && brand.logo === null) return null
  return {
    programmeId,
    name: isNamed ? brand.name : operatorName,
    accent: brand.accent,
    logo: brand.logo && `/brand/${programmeId}/logo?v=${brand.logo.slice(0, 12)}`,
  }
}

/** Of pages that belong to no single programme: the only one's that is not over; where there are several, ours. */
export async function readSiteBrand(platform: Platform): Promise<PublicBrand | null> {
  const only = await findOnlyProgramme(platform.db)
  return only === null ? null : readBrand(platform, only)
}

/** The head of a document: whose it is, in which colour, and the picture where a document can hold it (no WebP). */
export interface Letterhead {
  readonly name: LocalizedText
  readonly accent: string
  /** The bytes of a PNG or JPEG. */
  readonly logo: { readonly format: 'png' | 'jpg'; readonly bytes: readonly number[] } | null
}

const OUR_ACCENT = '#0b5f5c'

/** What documents of a programme wear; ours where it says nothing. For whoever has already been let into it. */
export async function readDocumentHead(platform: Platform, programmeId: Id): Promise<Letterhead> {
  const [programme] = await findProgrammes(platform.db, [programmeId])
  if (!programme) throw new Error(`There is no programme ${programmeId}`)
  const { id, brand, operatorName } = programme
  const logo = brand.logo === null ? null : await readLogo(platform, id)
  const format = logo?.mediaType === 'image/png' ? 'png' : logo?.mediaType === 'image/jpeg' ? 'jpg' : null
  return {
    name: Object.keys(brand.name).length > 0 ? brand.name : operatorName,
    accent: brand.accent ?? OUR_ACCENT,
    logo: logo && format && { format, bytes: [...(await logo.read())] },
  }
}

export interface Logo {
  readonly sha256: string
  readonly mediaType: string
  /** The file itself. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>
}

/** The picture of a programme; null when it has none. */
export async function readLogo({ db, files }: Platform, programmeId: Id): Promise<Logo | null> {
  const logo = await findLogo(db, programmeId)
  return logo && { ...logo, read: () => files.read(logo) }
}
