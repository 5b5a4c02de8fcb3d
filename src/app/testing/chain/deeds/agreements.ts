import type { Id } from '../../../../kernel/id.ts'
import {
  EXAMPLE_PARTIES,
  EXAMPLE_TERMS,
  exampleContent,
} from '../../../../modules/agreements/testing/example-content.ts'
import type { Random } from '../../../demo/random.ts'
import { type Deed, oneOf } from '../deed.ts'
import type { Api } from '../player.ts'
import { type Company, type World, runnersAnd } from '../world.ts'
import { speakersOf } from './requests.ts'

type Draft = Parameters<Api['agreements']['createAgreement']>[0]

/** An agreement of two companies whose speakers sign it; what it is about is for them alone. */
function draftOf(world: World, [first, second]: readonly [Company, Company], random: Random): Draft {
  const subject = world.markers.word(
    'the subject of an agreement',
    runnersAnd(world, first.companyId, second.companyId),
  )
  const parties = [first, second].map((company, index) => {
    const party = EXAMPLE_PARTIES[index]!
    const [speaker] = speakersOf(world, company.companyId)
    const signatory = { ...party.signatory!, email: speaker?.email ?? party.signatory!.email }
    return { ...party, companyId: company.companyId, sideId: company.sideId, signatory }
  })
  const type = random.pick(['joint-development', 'joint-development', 'mou', 'nda'] as const)
  const about = { ko: subject, en: subject, ru: subject }
  // The text of a memorandum names no sums.
  const sums = type === 'joint-development' ? {} : { milestones: [], contributions: [], amount: null }
  const terms = { ...EXAMPLE_TERMS, ...sums, subject: about }
  const { clauses: _, ...content } = exampleContent({
    number: `S-${random.integer(1, 6)}`,
    type,
    parties,
    terms,
    mode: random.chance(0.7) ? 'ceremony' : 'remote',
    signingOrder: random.pick(['parallel', 'in-order'] as const),
  })
  return { ...(content as unknown as Draft), programmeId: world.programmeId }
}

const createAgreement: Deed = {
  name: 'draft an agreement',
  likely: { planning: 0.4, day: 1.5, after: 1 },
  async prepare(world, random) {
    const [first, second] = random.draw(world.companies, 2)
    if (!first || !second) return null
    const draft = draftOf(world, [first, second], random)
    return { by: world.operators, call: ({ api }) => api.agreements.createAgreement(draft) }
  },
}

const recordAgreement: Deed = {
  name: 'enter an agreement concluded elsewhere',
  likely: { day: 0.5, after: 1 },
  async prepare(world, random) {
    const [first, second] = random.draw(world.companies, 2)
    if (!first || !second) return null
    const { programmeId, number, type, title, parties, terms } = draftOf(world, [first, second], random)
    const facts = { amount: null, announcedAs: null, signedOn: '2020-10-26', source: 'A report', note: {} }
    const parts = parties.map(({ signatory: _, ...party }) => party)
    const recorded = { programmeId, number, type, title, parties: parts, subject: terms.subject, ...facts }
    return { by: world.operators, call: ({ api }) => api.agreements.recordAgreement(recorded) }
  },
}

interface AgreementRow {
  readonly id: Id
  readonly status: string
  readonly mode: string
  readonly revision: number
  readonly partyIds: readonly Id[]
}

const agreementsOf = (world: World, where = 'true'): Promise<AgreementRow[]> =>
  world.rows<AgreementRow>(`
    select a.id, a.status, a.mode, a.revision, (select array_agg(p.id order by p.position) from agreement_party p
      where p.agreement_id = a.id) as "partyIds"
    from agreement a where a.programme_id = $1 and ${where} order by a.created_at, a.id`)

/** What the operator would do next with an agreement in this state, and now and then something else. */
function drawStep(random: Random, { status }: AgreementRow): keyof typeof STEPS {
  const next: Readonly<Record<string, readonly (keyof typeof STEPS)[]>> = {
    draft: ['freeze'],
    frozen: ['send'],
    sent: ['signAtCeremony', 'signAtCeremony', 'signAtCeremony', 'recall', 'suspend', 'remind'],
    'suspended-by-law': ['resume'],
    signed: ['suspend'],
  }
  const steps = Object.keys(STEPS) as (keyof typeof STEPS)[]
  return random.pick(random.chance(0.85) ? (next[status] ?? steps) : steps)
}

const STEPS = {
  freeze: ({ agreements }: Api, key: Key) => agreements.freezeAgreement(key),
  send: ({ agreements }: Api, key: Key) => agreements.sendAgreement({ ...key, expiresAt: null, witness: null }),
  recall: ({ agreements }: Api, key: Key) => agreements.recallAgreement({ ...key, reason: 'Taken back' }),
  suspend: ({ agreements }: Api, key: Key) => agreements.suspendAgreement({ ...key, reason: 'A law' }),
  resume: ({ agreements }: Api, key: Key) => agreements.resumeAgreement(key),
  remind: ({ agreements }: Api, key: Key) => agreements.remindSignatories(key),
  signAtCeremony: ({ agreements }: Api, key: Key, partyId: Id) =>
    agreements.recordCeremonySignature({ ...key, partyId }),
} as const

interface Key {
  readonly programmeId: Id
  readonly agreementId: Id
}

const moveAgreement: Deed = {
  name: 'take an agreement on',
  likely: { day: 6, after: 12 },
  async prepare(world, random) {
    const agreement = oneOf(random, await agreementsOf(world, `a.origin = 'drafted'`))
    if (!agreement) return null
    const key = { programmeId: world.programmeId, agreementId: agreement.id }
    const step = drawStep(random, agreement)
    const partyId = random.pick(agreement.partyIds)
    return { by: world.operators, call: ({ api }) => STEPS[step](api, key, partyId) }
  },
}

const changeAgreement: Deed = {
  name: 'change an agreement',
  likely: { after: 1 },
  async prepare(world, random) {
    const agreement = oneOf(random, await agreementsOf(world, `a.origin = 'drafted'`))
    const [first, second] = random.draw(world.companies, 2)
    if (!agreement || !first || !second) return null
    const { number, ...draft } = draftOf(world, [first, second], random)
    const key = { agreementId: agreement.id, revision: agreement.revision }
    return {
      by: world.operators,
      call: ({ api }) => api.agreements.updateAgreement({ ...draft, ...key, number: `${number}-changed` }),
    }
  },
}

/** The newest link that was mailed for an agreement that waits for signatures, with its address. */
async function readMailedLink(world: World, random: Random) {
  const mails = await world.rows<{ address: string; text: string }>(`
    select to_address as address, body_text as text from mail
    where to_address = any(select p.signatory_email from agreement_party p join agreement a on a.id = p.agreement_id
      where a.programme_id = $1 and a.mode = 'remote' and a.status = 'sent')
    order by created_at, id`)
  const links = mails.flatMap(({ address, text }) => {
    const link = /\/app\/sign#(\S+)/.exec(text)?.[1]
    return link ? [{ address, link }] : []
  })
  const found = oneOf(random, links)
  const codes = mails.flatMap(({ address, text }) =>
    address === found?.address ? (/^(\d{6})$/m.exec(text)?.[1] ?? []) : [],
  )
  return found && { ...found, code: codes.at(-1) ?? null }
}

const askForCode: Deed = {
  name: 'ask for a signing code',
  likely: { after: 5 },
  async prepare(world, random) {
    const found = await readMailedLink(world, random)
    if (!found) return null
    return { by: world.representatives, call: ({ api }) => api.agreements.requestSigningCode({ link: found.link }) }
  },
}

const signByCode: Deed = {
  name: 'sign with a code',
  likely: { after: 12 },
  async prepare(world, random) {
    const found = await readMailedLink(world, random)
    const sent = oneOf(
      random,
      await world.rows<{ hash: string }>(`
        select content_hash as hash from agreement where programme_id = $1 and mode = 'remote' and status = 'sent'
        order by created_at, id`),
    )
    if (!found?.code || !sent) return null
    const { link, code } = found
    const signer = world.representatives.filter(({ email }) => email === found.address)
    const signs = random.chance(0.9)
    return {
      by: signer,
      call: ({ api: { agreements } }) =>
        signs
          ? agreements.signAgreement({ link, code, contentHash: sent.hash, consent: true })
          : agreements.declineAgreement({ link, code, reason: 'Not in our interest' }),
    }
  },
}

interface CommitmentRow {
  readonly id: Id
  readonly owner: Id | null
  readonly others: readonly Id[]
  readonly otherPartyId: Id | null
  readonly evidenceId: Id | null
}

const commitmentsOf = (world: World): Promise<CommitmentRow[]> =>
  world.rows<CommitmentRow>(`
    select c.id, p.company_id as owner, array(select o.company_id from agreement_party o
        where o.agreement_id = c.agreement_id and o.id <> p.id and o.company_id is not null) as others,
      (select o.id from agreement_party o where o.agreement_id = c.agreement_id and o.id <> p.id order by position limit 1)
        as "otherPartyId",
      (select e.id from commitment_evidence e where e.commitment_id = c.id order by given_at desc, id desc limit 1)
        as "evidenceId"
    from commitment c join agreement_party p on p.id = c.party_id
    where c.programme_id = $1 order by c.created_at, c.id`)

const createCommitment: Deed = {
  name: 'enter a promise',
  likely: { after: 1 },
  async prepare(world, random) {
    const agreement = oneOf(random, await agreementsOf(world, `a.status = 'signed'`))
    if (!agreement) return null
    const promise = {
      agreementId: agreement.id,
      partyId: random.pick(agreement.partyIds),
      what: { en: 'A promise entered by hand' },
      dueOn: random.pick(['2020-11-05', '2021-03-01', null]),
      evidenceKind: random.pick(['document', 'payment'] as const),
      amount: { minor: 100_000, currency: 'USD' as const },
    }
    const { programmeId, operators } = world
    return { by: operators, call: ({ api }) => api.commitments.createCommitment({ programmeId, ...promise }) }
  },
}

const giveEvidence: Deed = {
  name: 'show that a promise is kept',
  likely: { after: 10 },
  async prepare(world, random) {
    const { programmeId, markers } = world
    const found = oneOf(random, await commitmentsOf(world))
    if (!found) return null
    const note = markers.word('what was shown for a promise', runnersAnd(world, found.owner, ...found.others))
    const file = random.chance(0.3) ? new File([`Delivered ${note}`], 'receipt.txt', { type: 'text/plain' }) : null
    return {
      by: found.owner ? speakersOf(world, found.owner) : world.operators,
      call: ({ api }) => api.commitments.giveEvidence({ programmeId, commitmentId: found.id, note, file }),
    }
  },
}

const judgeEvidence: Deed = {
  name: 'judge what was shown',
  likely: { after: 12 },
  async prepare(world, random) {
    const { programmeId } = world
    const shown = (await commitmentsOf(world)).filter(({ evidenceId }) => evidenceId !== null)
    const found = oneOf(random, shown)
    if (!found?.evidenceId || !found.otherPartyId) return null
    const { id: commitmentId, evidenceId, otherPartyId: partyId } = found
    const verdict = random.chance(0.75) ? ('accept' as const) : ('object' as const)
    const word = { evidenceId, partyId, verdict, reason: verdict === 'object' ? 'Not enough' : null }
    return {
      by: speakersOf(world, ...found.others),
      call: ({ api }) => api.commitments.judgeEvidence({ programmeId, commitmentId, ...word }),
    }
  },
}

const changeCommitment: Deed = {
  name: 'change a promise',
  likely: { after: 2 },
  async prepare(world, random) {
    const { programmeId, operators } = world
    const found = oneOf(random, await commitmentsOf(world))
    if (!found) return null
    const key = { programmeId, commitmentId: found.id }
    const reason = 'Because'
    const dueOn = random.pick(['2020-10-30', '2021-05-01', null])
    const steps = [
      ({ commitments }: Api) => commitments.moveDueDate({ ...key, dueOn, reason }),
      ({ commitments }: Api) => commitments.suspendCommitment({ ...key, reason }),
      ({ commitments }: Api) => commitments.resumeCommitment(key),
      ({ commitments }: Api) => commitments.withdrawCommitment({ ...key, reason }),
    ]
    const step = random.pick(steps)
    return { by: operators, call: ({ api }) => step(api) }
  },
}

export const agreementDeeds: readonly Deed[] = [
  createAgreement,
  recordAgreement,
  moveAgreement,
  changeAgreement,
  askForCode,
  signByCode,
  createCommitment,
  giveEvidence,
  judgeEvidence,
  changeCommitment,
]
