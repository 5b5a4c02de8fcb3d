import { z } from 'zod'
import { passkeyAnswer, passkeyRequest, route } from '../accounts/contract.ts'
import { acknowledged, day, email, id, instant, locale, localizedName, localizedText } from '../shapes.ts'
import {
  AGREEMENT_STATUSES,
  AGREEMENT_TYPES,
  SIGNING_METHODS,
  SIGNING_MODES,
  SIGNING_ORDERS,
  STAMP_PROBLEMS,
} from './domain/agreement.ts'
import { FINDING_CODES } from './domain/consistency.ts'
import { CURRENCIES } from './domain/money.ts'
import { LINK_STATES } from './domain/link-state.ts'
import { EVIDENCE_KINDS, FOREGROUND_RULES } from './domain/terms.ts'

/** In minor units. Larger than JavaScript counts exactly is refused: 9,007,199,254,740,993 won is not a number here. */
export const money = z.object({ minor: z.int().min(0), currency: z.enum(CURRENCIES) })

export const announcedAmount = z.object({
  amount: money,
  rate: z
    .object({ value: z.number().positive().max(1e12), date: day, source: z.string().trim().min(1).max(300) })
    .nullable(),
})

export const evidenceKind = z.enum(EVIDENCE_KINDS)

const position = z.int().min(1).max(12)
const line = (max: number) => z.string().trim().min(1).max(max)

const signatory = z.object({
  name: line(200),
  latinName: line(200),
  office: line(200),
  email,
  locale,
  authority: line(300),
  authorityFrom: day.nullable(),
  authorityUntil: day.nullable(),
})

const partyFacts = z.object({
  companyId: id.nullable(),
  sideId: id.nullable(),
  name: localizedText(300),
  legalName: line(300),
  latinName: line(300).refine((text) => /\p{Script=Latin}/u.test(text), 'latin-letters-missing'),
  identifier: line(80).nullable(),
})

const terms = z.object({
  subject: localizedText(2000),
  contributions: z.array(z.object({ party: position, what: localizedName(1000) })).max(50),
  milestones: z
    .array(
      z.object({
        key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
        party: position,
        what: localizedName(1000),
        dueOn: day.nullable(),
        evidenceKind,
        amount: money.nullable(),
      }),
    )
    .max(50),
  amount: money.nullable(),
  announcedAs: announcedAmount.nullable(),
  foreground: z.enum(FOREGROUND_RULES),
  confidentialityMonths: z.int().min(1).max(600).nullable(),
  termMonths: z.int().min(1).max(1200).nullable(),
  law: localizedText(500),
  exportControl: z.boolean(),
  electronicExecution: z.boolean(),
})

const clause = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  heading: localizedText(300),
  body: localizedText(20_000),
})

const content = z.object({
  number: line(40),
  type: z.enum(AGREEMENT_TYPES),
  title: localizedName(300),
  languages: z.array(locale).min(1).max(3),
  prevailing: locale.nullable(),
  parties: z
    .array(partyFacts.extend({ signatory: signatory.nullable() }))
    .min(2)
    .max(12),
  terms,
  /** Null: from the template of the type, which is to be reviewed by counsel before use. */
  clauses: z.array(clause).min(1).max(60).nullable().default(null),
  mode: z.enum(SIGNING_MODES),
  signingOrder: z.enum(SIGNING_ORDERS),
})

const checked = z.object({
  findings: z.array(
    z.object({
      code: z.enum(FINDING_CODES),
      severity: z.enum(['blocks', 'warns']),
      clause: z.string().nullable(),
      languages: z.array(locale),
      places: z.array(z.object({ clause: z.string(), language: locale, start: z.int(), end: z.int() })),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  unprintable: z.array(z.string()),
})

const steps = z.object({
  change: z.boolean(),
  freeze: z.boolean(),
  send: z.boolean(),
  recall: z.boolean(),
  suspend: z.boolean(),
  resume: z.boolean(),
})

export const agreementRow = z.object({
  id,
  number: z.string(),
  type: z.enum(AGREEMENT_TYPES),
  origin: z.enum(['drafted', 'recorded']),
  status: z.enum(AGREEMENT_STATUSES),
  title: localizedText(300),
  languages: z.array(locale),
  prevailing: locale.nullable(),
  parties: z.array(
    z.object({
      id,
      position: z.int(),
      companyId: id.nullable(),
      name: localizedText(300),
      legalName: z.string(),
      latinName: z.string(),
    }),
  ),
  subject: localizedText(2000),
  amount: money.nullable(),
  announcedAs: announcedAmount.nullable(),
  signedOn: day.nullable(),
  signedAt: instant.nullable(),
  expiresAt: instant.nullable(),
  awaitedParties: z.array(id),
  /** How many of the parties have signed here. */
  signatures: z.int(),
  may: steps,
})

export const agreement = agreementRow.omit({ signatures: true, parties: true }).extend({
  revision: z.int(),
  parties: z.array(
    partyFacts.extend({
      id,
      position: z.int(),
      // Addresses are told to the operator only.
      signatory: signatory.extend({ email: z.string().nullable() }).nullable(),
    }),
  ),
  terms,
  clauses: z.array(clause),
  mode: z.enum(SIGNING_MODES),
  signingOrder: z.enum(SIGNING_ORDERS),
  contentHash: z.string().nullable(),
  sealedAt: instant.nullable(),
  sentAt: instant.nullable(),
  witness: z.string().nullable(),
  reason: z.string().nullable(),
  source: z.string().nullable(),
  note: localizedText(2000),
  signatures: z.array(
    z.object({
      id,
      partyId: id.nullable(),
      position: z.int(),
      method: z.enum(SIGNING_METHODS),
      signatoryName: z.string(),
      signedAt: instant,
      /** What a time-stamping authority says; null without a stamp. */
      stampedAt: instant.nullable(),
      /** Why there is no stamp although one was asked for. */
      stampProblem: z.enum(STAMP_PROBLEMS).nullable(),
      /** Not null: the text was changed afterwards, the signature counts no longer. */
      voidedAt: instant.nullable(),
    }),
  ),
  ceremonyFiles: z.array(z.object({ id, kind: z.enum(['scan', 'photograph']), sha256: z.string(), addedAt: instant })),
})

const ofProgramme = z.object({ programmeId: id })
const ofAgreement = ofProgramme.extend({ agreementId: id })
const readers = ['operator', 'official', 'company-representative'] as const
const reason = z.string().trim().min(1).max(1000)

/** Of a mail: it opens nothing without the code that is mailed on request. */
const link = z.string().min(1).max(200)
const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/)

/** Null: whoever asks is signed in as the signatory. */
const codeOrSession = code.nullable().default(null)
const textHash = z.string().regex(/^[0-9a-f]{64}$/)

export const agreementsContract = {
  listAgreements: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/agreements',
      summary: 'Agreements; a representative sees those the own company is a party to',
      tags: ['agreements'],
    })
    .input(
      ofProgramme.extend({
        status: z.enum(AGREEMENT_STATUSES).optional(),
        type: z.enum(AGREEMENT_TYPES).optional(),
        /** Part of a number, a title or the name of a party. */
        q: z.string().trim().max(200).optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
        pageSize: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ rows: z.array(agreementRow), total: z.int() })),

  readAgreement: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/agreements/{agreementId}',
      summary: 'One agreement with its language versions, parties and signatures',
      tags: ['agreements'],
    })
    .input(ofAgreement)
    .output(agreement),

  createAgreement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreements',
      summary: 'Draft an agreement, from the template of its type unless clauses are given',
      tags: ['agreements'],
    })
    .input(ofProgramme.extend(content.shape))
    .output(z.object({ id })),

  recordAgreement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/recorded-agreements',
      summary: 'Enter an agreement that was concluded elsewhere, with what is known of it',
      tags: ['agreements'],
    })
    .input(
      ofProgramme.extend({
        number: line(40),
        type: z.enum(AGREEMENT_TYPES),
        title: localizedName(300),
        parties: z.array(partyFacts).min(2).max(12),
        subject: localizedText(2000),
        amount: money.nullable(),
        announcedAs: announcedAmount.nullable(),
        signedOn: day,
        source: line(500),
        note: localizedText(2000),
      }),
    )
    .output(z.object({ id, partyIds: z.array(id) })),

  updateAgreement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'PUT',
      path: '/programmes/{programmeId}/agreements/{agreementId}',
      summary: 'Change text, terms or parties; what was sent becomes a draft again and its signatures void',
      tags: ['agreements'],
    })
    .input(ofAgreement.extend(content.shape).extend({ revision: z.int().min(1) }))
    .output(z.object({ revision: z.int(), voided: z.int() })),

  checkAgreement: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/agreements/{agreementId}/check',
      summary: 'Where language versions and record differ',
      tags: ['agreements'],
    })
    .input(ofAgreement)
    .output(checked),

  previewAgreement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreement-previews',
      summary: 'Clauses and differences of a text that is not saved: filled from the template when none are given',
      tags: ['agreements'],
    })
    .input(ofProgramme.extend(content.shape))
    .output(checked.extend({ clauses: z.array(clause) })),

  remindSignatories: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreements/{agreementId}/reminders',
      summary: 'Write again to those whose signature is awaited',
      tags: ['agreements'],
    })
    .input(ofAgreement)
    .output(z.object({ reminded: z.int() })),

  freezeAgreement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreements/{agreementId}/freezing',
      summary: 'Fix the text by its hash and make the document',
      tags: ['agreements'],
    })
    .input(ofAgreement)
    .output(z.object({ contentHash: z.string() })),

  sendAgreement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreements/{agreementId}/sending',
      summary: 'Open for signature: by mail, or at the ceremony',
      tags: ['agreements'],
    })
    .input(
      ofAgreement.extend({
        expiresAt: instant.nullable().default(null),
        witness: z.string().trim().min(1).max(200).nullable().default(null),
      }),
    )
    .output(acknowledged),

  recallAgreement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreements/{agreementId}/recall',
      summary: 'Take back before all have signed',
      tags: ['agreements'],
    })
    .input(ofAgreement.extend({ reason }))
    .output(acknowledged),

  suspendAgreement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreements/{agreementId}/suspension',
      summary: 'Suspend by law, with the law that forbids to go on',
      tags: ['agreements'],
    })
    .input(ofAgreement.extend({ reason }))
    .output(acknowledged),

  resumeAgreement: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreements/{agreementId}/resumption',
      summary: 'Back to where it stood before the suspension',
      tags: ['agreements'],
    })
    .input(ofAgreement)
    .output(acknowledged),

  recordCeremonySignature: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreements/{agreementId}/ceremony-signatures',
      summary: 'Note that a party has signed the paper',
      tags: ['agreements'],
    })
    .input(ofAgreement.extend({ partyId: id }))
    .output(z.object({ complete: z.boolean() })),

  addCeremonyFile: route
    .meta({ access: ['operator'] })
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/agreements/{agreementId}/ceremony-files',
      summary: 'Keep a photograph, or the scan of the signed paper, whose hash is sealed into the document',
      tags: ['agreements'],
    })
    .input(ofAgreement.extend({ kind: z.enum(['scan', 'photograph']), file: z.file() }))
    .output(z.object({ id, sha256: z.string() })),

  readCeremonyFile: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/agreements/{agreementId}/ceremony-files/{ceremonyFileId}',
      summary: 'A scan or photograph of the signing',
      tags: ['agreements'],
    })
    .input(ofAgreement.extend({ ceremonyFileId: id }))
    .output(z.file()),

  readDocument: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/agreements/{agreementId}/document',
      summary: 'The PDF with the signatures it has; with `language` a reading copy of that version, without signatures',
      tags: ['agreements'],
    })
    .input(ofAgreement.extend({ language: locale.optional() }))
    .output(z.file()),

  readEvidence: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/agreements/{agreementId}/evidence',
      summary: 'Archive that proves the agreement; `naru verify` checks it offline',
      tags: ['agreements'],
    })
    .input(ofAgreement)
    .output(z.file()),

  readSigningState: route
    .meta({ access: 'public', reach: 'all' })
    .route({
      method: 'POST',
      path: '/signing/state',
      summary: 'What a link of a mail is still good for; nothing of the agreement',
      tags: ['agreements'],
    })
    .input(z.object({ link }))
    .output(
      z.object({
        state: z.enum(LINK_STATES),
        /** Where the code goes, with all but the first letter and the domain hidden; only while it can be asked for. */
        codeGoesTo: z.string().nullable(),
        expiresAt: instant.nullable(),
        /** The signatory is signed in here: no code is needed to read, and with a passkey none to sign. */
        isSignedIn: z.boolean(),
        hasPasskey: z.boolean(),
      }),
    ),

  requestSigningCode: route
    .meta({ access: 'public', reach: 'all' })
    .route({
      method: 'POST',
      path: '/signing/codes',
      summary: 'Have a one-time code mailed to the signatory of a link',
      tags: ['agreements'],
    })
    .input(z.object({ link }))
    // The same answer for any link.
    .output(acknowledged),

  openSigningPaper: route
    .meta({ access: 'public', reach: 'all' })
    .route({ method: 'POST', path: '/signing/paper', summary: 'Read what is to be signed', tags: ['agreements'] })
    .input(z.object({ link, code: codeOrSession }))
    .output(
      z.object({
        status: z.enum(AGREEMENT_STATUSES),
        content: z.object({
          number: z.string(),
          type: z.enum(AGREEMENT_TYPES),
          title: localizedText(300),
          languages: z.array(locale),
          prevailing: locale.nullable(),
          clauses: z.array(clause),
        }),
        contentHash: z.string(),
        partyId: id,
        parties: z.array(
          z.object({
            id,
            position: z.int(),
            legalName: z.string(),
            latinName: z.string(),
            signatoryName: z.string(),
            signedAt: instant.nullable(),
          }),
        ),
        isYourTurn: z.boolean(),
        expiresAt: instant.nullable(),
      }),
    ),

  openSigningDocument: route
    .meta({ access: 'public', reach: 'all' })
    .route({ method: 'POST', path: '/signing/document', summary: 'The PDF that is to be signed', tags: ['agreements'] })
    .input(z.object({ link, code: codeOrSession }))
    .output(z.file()),

  signAgreement: route
    .meta({ access: 'public', reach: 'all' })
    .route({
      method: 'POST',
      path: '/signing/signatures',
      summary: 'Sign with a one-time code: a simple electronic signature',
      tags: ['agreements'],
    })
    .input(z.object({ link, code, contentHash: textHash, consent: z.literal(true) }))
    .output(z.object({ complete: z.boolean() })),

  prepareSigningPasskey: route
    .meta({ access: 'signed-in', reach: 'all' })
    .route({
      method: 'POST',
      path: '/signing/passkey-challenges',
      summary: 'Begin to sign with a passkey instead of a mailed code',
      tags: ['agreements'],
    })
    .input(z.object({ link, contentHash: textHash }))
    .output(passkeyRequest),

  signByPasskey: route
    .meta({ access: 'signed-in', reach: 'all' })
    .route({
      method: 'POST',
      path: '/signing/passkey-signatures',
      summary: 'Sign with a passkey: a simple electronic signature',
      tags: ['agreements'],
    })
    .input(z.object({ link, contentHash: textHash, challengeId: id, answer: passkeyAnswer, consent: z.literal(true) }))
    .output(z.object({ complete: z.boolean() })),

  readOwnSigningLink: route
    .meta({ access: readers })
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/agreements/{agreementId}/own-signing-link',
      summary: 'The signing link of whoever asks, if they sign for a party; else null',
      tags: ['agreements'],
    })
    .input(ofAgreement)
    .output(z.object({ link: z.string().nullable() })),

  declineAgreement: route
    .meta({ access: 'public', reach: 'all' })
    .route({ method: 'POST', path: '/signing/refusals', summary: 'Decline to sign', tags: ['agreements'] })
    .input(z.object({ link, code, reason }))
    .output(acknowledged),
}
