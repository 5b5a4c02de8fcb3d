import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askTimeStamp } from './ask-time-stamp.ts'
import { checkSignedPdf } from './check-pdf.ts'
import { signPdf } from './sign-pdf.ts'
import { type SigningIdentity, signingIdentity } from './signing-identity.ts'
import { type Misbehaviour, type TimeStampService, startTimeStampService } from './testing/time-stamp-service.ts'
import { checkTimeStamp } from './time-stamp.ts'
import { typeset } from './typeset.ts'

const NOW = '2020-10-26T06:00:00.000Z'
const STAMPED = '2020-10-26T06:00:07.000Z'
const AUTHORITY = 'Test stamps 시각'
const IMPRINT = createHash('sha256').update('signature').digest()

let directory: string
let identity: SigningIdentity
let service: TimeStampService
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'naru-stamps-'))
  identity = await signingIdentity(directory, NOW)
  service = await startTimeStampService()
})
afterAll(async () => {
  await service.close()
  rmSync(directory, { recursive: true })
})

async function askWhile(misbehaviour: Misbehaviour | null, wait?: number) {
  service.misbehaviour = misbehaviour
  const answer = await askTimeStamp(service.url, IMPRINT, wait)
  service.misbehaviour = null
  return 'problem' in answer ? answer.problem : { at: answer.at, authority: answer.authority }
}

test('an answer is taken when it is signed for this request by a certificate for time stamping', async () => {
  expect(await askWhile(null)).toEqual({ at: STAMPED, authority: AUTHORITY })
})

test('nobody there, a failure, silence, a refusal, and answers that prove nothing', async () => {
  const started = performance.now()
  expect([
    await askWhile('down'),
    await askWhile('silent', 300),
    await askWhile('refuses'),
    await askWhile('wrong-nonce'),
    await askWhile('wrong-imprint'),
    await askWhile('not-for-stamping'),
    await askWhile('nonsense'),
  ]).toEqual(['unreachable', 'unreachable', 'refused', 'invalid', 'invalid', 'invalid', 'invalid'])
  expect(await askTimeStamp('http://127.0.0.1:1/', IMPRINT)).toEqual({ problem: 'unreachable' })
  expect(performance.now() - started).toBeLessThan(20_000)
})

test('a stamp holds for what it was made over, and every changed byte is found', async () => {
  const answer = await askTimeStamp(service.url, IMPRINT)
  if ('problem' in answer) throw new Error(answer.problem)
  const { token } = answer
  expect(checkTimeStamp(token, IMPRINT)).toEqual({ at: STAMPED, authority: AUTHORITY })
  expect(checkTimeStamp(token, randomBytes(32))).toBe(null)
  const unseen = [...token.keys()].filter((at) => {
    const changed = Buffer.from(token)
    changed[at] = changed[at]! ^ (1 << (at % 8))
    return checkTimeStamp(changed, IMPRINT) !== null
  })
  expect(unseen).toEqual([])
})

async function signedPdf(): Promise<Buffer> {
  const stamp = async (imprint: Buffer) => {
    const answer = await askTimeStamp(service.url, imprint)
    return 'problem' in answer ? null : answer.token
  }
  const plain = typeset('#set text(font: "Pretendard", fallback: false)\n#json(bytes(sys.inputs.data)).text', {
    text: '협약 Соглашение',
  })
  const words = { name: '주식회사 나루', reason: 'ООО «Пример»', location: 'Naru', signedAt: NOW }
  const stamped = await signPdf(plain, identity, words, stamp)
  service.misbehaviour = 'refuses'
  const without = await signPdf(stamped, identity, words, stamp)
  service.misbehaviour = null
  return signPdf(without, identity, words, stamp)
}

test(
  'the level of each signature is named as it is, and a changed byte in a stamped one is found',
  { timeout: 60_000 },
  async () => {
    const pdf = await signedPdf()
    const stamped = { level: 'B-T', at: STAMPED, authority: AUTHORITY }
    expect(checkSignedPdf(pdf, identity)).toEqual({
      signatures: 3,
      levels: [stamped, { level: 'B-B' }, stamped],
      problems: [],
    })
    const last = pdf.lastIndexOf('/Contents <')
    const unseen = Array.from({ length: 150 }, (_, index) => last + 11 + index * 43).filter((at) => {
      const changed = Buffer.from(pdf)
      changed[at] = changed[at]! ^ 1
      return checkSignedPdf(changed, identity).problems.length === 0
    })
    expect(unseen).toEqual([])
  },
)

test.skipIf(spawnSync('pdfsig', ['-v']).error)(
  'poppler finds stamped signatures good (skipped without pdfsig of poppler-utils)',
  async () => {
    const path = join(directory, 'stamped.pdf')
    writeFileSync(path, await signedPdf())
    const { stdout } = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
    expect(stdout.match(/Signature Validation: .*/g)).toEqual(
      Array.from({ length: 3 }, () => 'Signature Validation: Signature is Valid.'),
    )
  },
)
