import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { isTooLarge, readPicture } from '../../../kernel/picture.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { MIN_CONTRAST, accentContrast, isColour } from '../domain/colour.ts'
import { type Feature, switchedOff } from '../domain/feature.ts'
import { maySetUp } from '../domain/policy.ts'
import { type ProgrammeWords, decideWords } from '../domain/programme.ts'
import { type SetupChange, changeSetup } from '../store/setup-store.ts'

/** A logo is small: it goes into every mail and on top of every public page. */
export const MAX_LOGO_BYTES = 200_000

const forbidden = () => refuse('forbidden', 'programmes.forbidden')

type OfProgramme = { readonly programmeId: Id }

/** Names and description. Refuses with `programmes.name-missing`. */
export async function updateProgramme(
  platform: Platform,
  actor: Actor,
  { programmeId, ...words }: OfProgramme & ProgrammeWords,
): Promise<Result<void>> {
  if (!maySetUp(actor, programmeId)) return forbidden()
  const decided = decideWords(words)
  if (!decided.ok) return decided
  return save(platform, actor, programmeId, { kind: 'words', words }, 'programme.described', words)
}

/**
 * Which parts the programme does without, and with them what makes no sense without them. Nothing is deleted. Screening
 * that is in force is no matter of a switch: refuses with `programmes.screening-in-force`.
 */
export async function setFeatures(
  platform: Platform,
  actor: Actor,
  { programmeId, off }: OfProgramme & { readonly off: readonly Feature[] },
): Promise<Result<void>> {
  if (!maySetUp(actor, programmeId)) return forbidden()
  const closed = switchedOff(off)
  const change = { kind: 'features', off: closed } as const
  const saved = await save(platform, actor, programmeId, change, 'programme.features-set', { off: closed })
  // The programme is there, or the actor would not administer it.
  return saved.ok ? saved : refuse('conflict', 'programmes.screening-in-force')
}

/** Name and accent colour for those outside. Refuses with `programmes.accent-contrast` what cannot be read. */
export async function setBrand(
  platform: Platform,
  actor: Actor,
  { programmeId, name, accent }: OfProgramme & { readonly name: LocalizedText; readonly accent: string | null },
): Promise<Result<void>> {
  if (!maySetUp(actor, programmeId)) return forbidden()
  if (accent !== null) {
    if (!isColour(accent)) return refuse('invalid', 'programmes.accent-malformed')
    const found = accentContrast(accent)
    if (found < MIN_CONTRAST) {
      return refuse('invalid', 'programmes.accent-contrast', {
        found: Math.floor(found * 10) / 10,
        least: MIN_CONTRAST,
      })
    }
  }
  const brand = { name, accent }
  return save(platform, actor, programmeId, { kind: 'brand', brand }, 'programme.brand-set', brand)
}

/**
 * A picture by its contents, whatever its name: PNG, JPEG or WebP. SVG, which can carry scripts, is refused with
 * everything else. Refuses with `programmes.logo-type` and `programmes.logo-too-large`.
 */
export async function setLogo(
  platform: Platform,
  actor: Actor,
  { programmeId, file }: OfProgramme & { readonly file: { readonly name: string; readonly contents: Uint8Array } },
): Promise<Result<void>> {
  if (!maySetUp(actor, programmeId)) return forbidden()
  const picture = readPicture(file.contents)
  if (!picture) return refuse('invalid', 'programmes.logo-type')
  if (file.contents.byteLength > MAX_LOGO_BYTES || isTooLarge(picture)) {
    return refuse('invalid', 'programmes.logo-too-large', { maxKilobytes: MAX_LOGO_BYTES / 1000 })
  }
  return transaction(platform.db, async (trx): Promise<Result<void>> => {
    const stored = await platform.files.store(trx, { ...file, mediaType: picture.mediaType })
    if (!stored.ok) return stored
    const { id: fileId, sha256 } = stored.value
    const inside = within(platform, trx)
    return save(inside, actor, programmeId, { kind: 'logo', fileId }, 'programme.logo-set', { sha256 })
  })
}

export async function removeLogo(
  platform: Platform,
  actor: Actor,
  { programmeId }: OfProgramme,
): Promise<Result<void>> {
  if (!maySetUp(actor, programmeId)) return forbidden()
  return save(platform, actor, programmeId, { kind: 'logo', fileId: null }, 'programme.logo-removed')
}

/** From now on everything can be read and nothing written; the catalogue closes. Refuses with `programmes.archived`. */
export async function archiveProgramme(
  platform: Platform,
  actor: Actor,
  { programmeId }: OfProgramme,
): Promise<Result<void>> {
  if (!maySetUp(actor, programmeId)) return forbidden()
  const change = { kind: 'archive', now: platform.clock.now() } as const
  const saved = await save(platform, actor, programmeId, change, 'programme.archived')
  return saved.ok ? saved : refuse('conflict', 'programmes.archived')
}

/** Everything is as it was. Refuses with `programmes.not-archived`. */
export async function restoreProgramme(
  platform: Platform,
  actor: Actor,
  { programmeId }: OfProgramme,
): Promise<Result<void>> {
  if (!maySetUp(actor, programmeId)) return forbidden()
  const saved = await save(platform, actor, programmeId, { kind: 'restore' }, 'programme.restored')
  return saved.ok ? saved : refuse('conflict', 'programmes.not-archived')
}

async function save(
  platform: Platform,
  actor: Actor,
  programmeId: Id,
  change: SetupChange,
  action: string,
  after?: unknown,
): Promise<Result<void>> {
  const entry = {
    at: platform.clock.now(),
    programmeId,
    ...journalActor(actor),
    action,
    subjectKind: 'programme',
    subjectId: programmeId,
    after,
  }
  const isSaved = await changeSetup(platform.db, programmeId, change, entry)
  return isSaved ? ok(undefined) : refuse('absent', 'programmes.absent')
}
