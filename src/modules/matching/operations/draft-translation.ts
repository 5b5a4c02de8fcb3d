import { z } from 'zod'
import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import { askRemoteModel } from '../../../platform/remote-model.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { findVisibleProfile } from '../../companies/index.ts'
import { mayTranslate } from '../domain/policy.ts'
import { type TranslatedTexts, readTranslation, textsToTranslate } from '../domain/translated-texts.ts'
import { type TranslationRow, replaceTranslationDraft } from '../store/translation-store.ts'
import { absent } from './refusals.ts'
import { standingOf } from './standing.ts'

export interface DraftTranslation {
  readonly programmeId: Id
  readonly profileId: Id
  readonly from: Locale
  readonly to: Locale
}

/**
 * Has the operator's own service translate what a profile does not say yet in a language. The text leaves the server;
 * the journal says so before it does. What comes back is a draft beside the profile until a person approves it.
 */
export async function draftTranslation(
  platform: Platform,
  actor: Actor,
  { programmeId, profileId, from, to }: DraftTranslation,
): Promise<Result<TranslationRow>> {
  const who = journalActor(actor)
  if (!who.actorId || !mayTranslate(standingOf(actor, programmeId))) return absent()
  const createdBy = who.actorId
  const { translation: service } = platform.config
  if (service === null) return refuse('conflict', 'matching.no-translation-service')
  const profile = await findVisibleProfile(platform, actor, programmeId, profileId)
  if (!profile.ok) return absent()
  const asked = textsToTranslate(profile.value, from, to)
  if (Object.keys(asked).length === 0) return refuse('invalid', 'matching.nothing-to-translate')
  const subject = { programmeId, ...who, subjectKind: 'profile', subjectId: profileId }
  await appendJournal(platform.db, {
    ...subject,
    at: platform.clock.now(),
    action: 'translation.sent',
    after: { host: new URL(service.url).host, model: service.model, from, to, fields: Object.keys(asked) },
  })
  const texts = await translate(service, asked, from, to)
  if (texts === null) return refuse('conflict', 'matching.translation-failed')
  const draft = {
    id: platform.newId(),
    profileId,
    sourceLocale: from,
    targetLocale: to,
    profileRevision: profile.value.revision,
    texts,
    model: service.model,
    createdAt: platform.clock.now(),
  }
  await transaction(platform.db, (trx) =>
    replaceTranslationDraft(trx, programmeId, draft, createdBy, {
      ...subject,
      at: draft.createdAt,
      action: 'translation.drafted',
      after: { translationId: draft.id, to, fields: Object.keys(texts) },
    }),
  )
  return ok(draft)
}

const LANGUAGES: Readonly<Record<Locale, string>> = { ko: 'Korean', ru: 'Russian', en: 'English' }

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })

/** Null when the service gives nothing that can be used. */
async function translate(
  service: NonNullable<Platform['config']['translation']>,
  asked: TranslatedTexts,
  from: Locale,
  to: Locale,
): Promise<TranslatedTexts | null> {
  const instruction = `Translate the values of the JSON object from ${LANGUAGES[from]} to ${LANGUAGES[to]}. They describe a technology for business partners. Keep names, numbers, units and standards as they are and add nothing. Answer with a JSON object that has the same keys and nothing else.`
  const answer = await askRemoteModel(service, '/chat/completions', {
    temperature: 0,
    messages: [
      { role: 'system', content: instruction },
      { role: 'user', content: JSON.stringify(asked) },
    ],
  })
  const read = completion.safeParse(answer.ok ? answer.value : null)
  return read.success ? readTranslation(read.data.choices[0]!.message.content, asked) : null
}
