import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkSignedPdf } from './check-pdf.ts'
import { missingGlyphs } from './fonts.ts'
import { signPdf } from './sign-pdf.ts'
import { type SigningIdentity, isIssuedBy, knownFingerprint, signingIdentity } from './signing-identity.ts'
import { typeset } from './typeset.ts'
import { readZip, writeZip } from './zip.ts'

const NOW = '2020-10-26T06:00:00.000Z'
const SOURCE = `#set text(font: "Pretendard", fallback: false)
#json(bytes(sys.inputs.data)).text`

let directory: string
let identity: SigningIdentity
let stranger: SigningIdentity
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'naru-documents-'))
  identity = await signingIdentity(directory, NOW)
  stranger = await signingIdentity(join(directory, 'other'), NOW)
})
afterAll(() => rmSync(directory, { recursive: true }))

const words = { name: '주식회사 나루', reason: 'ООО «Пример»', location: 'Naru', signedAt: NOW }

async function signedTwice(): Promise<{ plain: Buffer; once: Buffer; twice: Buffer }> {
  const plain = typeset(SOURCE, { text: '협약 Соглашение Nguyễn' })
  const once = await signPdf(plain, identity, words)
  return { plain, once, twice: await signPdf(once, identity, { ...words, name: 'Анна Иванова' }) }
}

describe('signing', () => {
  test('an installation has one key, and knows it again', async () => {
    expect(isIssuedBy(identity.certificate, identity.authority)).toBe(true)
    expect(isIssuedBy(identity.certificate, stranger.authority)).toBe(false)
    expect([knownFingerprint(directory), knownFingerprint(join(directory, 'nowhere'))]).toEqual([
      identity.fingerprint,
      null,
    ])
  })

  test('two signatures one after the other are both good', async () => {
    const { twice } = await signedTwice()
    expect(checkSignedPdf(twice, identity)).toEqual({
      signatures: 2,
      levels: [{ level: 'B-B' }, { level: 'B-B' }],
      problems: [],
    })
  })

  test('another key is not accepted, whatever its name', async () => {
    const { plain } = await signedTwice()
    const foreign = await signPdf(plain, stranger, words)
    expect(checkSignedPdf(foreign, identity).problems).toEqual([{ code: 'signature-invalid', signature: 1 }])
    const both = await signPdf(foreign, identity, words)
    expect(checkSignedPdf(both, identity).problems).toEqual([{ code: 'signature-invalid', signature: 1 }])
  })

  test('a revision appended later is found', async () => {
    const { once, plain } = await signedTwice()
    const appended = Buffer.concat([once, Buffer.from('\n9 0 obj\n<<>>\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF')])
    expect(checkSignedPdf(appended, identity).problems).toEqual([
      { code: 'bytes-after-last-signature', signature: null },
    ])
    expect(checkSignedPdf(plain, identity).problems).toEqual([{ code: 'no-signature', signature: null }])
  })

  test('a signature wrapped around other contents is found', async () => {
    const { once } = await signedTwice()
    const text = once.toString('latin1')
    // The signed bytes stay, new ones go between the value and the rest, and the range is made to step over them.
    const at = /\/ByteRange \[0 (\d+) (\d+) (\d+)\] */.exec(text)!
    const [start, end, tail] = [Number(at[1]), Number(at[2]), Number(at[3])]
    const injected = ' /Injected (unsigned)'
    const moved = `/ByteRange [0 ${start} ${end + injected.length} ${tail}]`.padEnd(at[0].length)
    const wrapped = text.slice(0, end) + injected + text.slice(end)
    const forged = Buffer.from(wrapped.replace(at[0], moved), 'latin1')
    expect(checkSignedPdf(forged, identity).problems.map(({ code }) => code)).toEqual(['contents-malformed'])
    // The value of one document under another.
    const { twice: other } = await signedTwice()
    const value = text.slice(start, end)
    const otherText = other.toString('latin1')
    const otherAt = /\/ByteRange \[0 (\d+) (\d+) (\d+)\] */.exec(otherText)!
    const mixed = otherText.slice(0, Number(otherAt[1])) + value + otherText.slice(Number(otherAt[2]))
    const problems = checkSignedPdf(Buffer.from(mixed.replace('/Type /Page', '/Type /Pagf'), 'latin1'), identity)
    expect(problems.problems.length).toBeGreaterThan(0)
  })

  test('a changed byte anywhere is found', { timeout: 60_000 }, async () => {
    const { once } = await signedTwice()
    const unseen: number[] = []
    // The value has no redundancy a flip could hide in, so it is tried densely; the rest is one digest.
    const gap = once.indexOf('/Contents <')
    for (let at = 0; at < once.length; at += at > gap && at < gap + 3200 ? 1 : 13) {
      const changed = Buffer.from(once)
      changed[at] = changed[at]! ^ (1 << (at % 8))
      if (checkSignedPdf(changed, identity).problems.length === 0) unseen.push(at)
      changed[at] = once[at]! ^ 0x20
      if (checkSignedPdf(changed, identity).problems.length === 0) unseen.push(at)
    }
    expect(unseen).toEqual([])
  })

  const pdfsig = spawnSync('pdfsig', ['-v'])
  test.skipIf(pdfsig.error)(
    'poppler finds both signatures good (skipped without pdfsig of poppler-utils)',
    async () => {
      const { twice } = await signedTwice()
      const path = join(directory, 'twice.pdf')
      writeFileSync(path, twice)
      const { stdout } = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
      expect(stdout.match(/Signature Validation: .*/g)).toEqual(
        Array.from({ length: 2 }, () => 'Signature Validation: Signature is Valid.'),
      )
      expect(stdout.match(/Total document signed|Not total document signed/g)).toEqual([
        'Not total document signed',
        'Total document signed',
      ])
      expect(stdout.match(/Signature Type: .*/g)).toEqual(
        Array.from({ length: 2 }, () => 'Signature Type: ETSI.CAdES.detached'),
      )
    },
  )
})

test('which characters a document can show', () => {
  expect(missingGlyphs('한글 Ёлка Щит Nguyễn Thị Đào ₩₽€ – «» 「」 ㈜')).toEqual([])
  expect(missingGlyphs('Anna 😀 שלום 漢')).toEqual(['😀', 'ש', 'ל', 'ו', 'ם', '漢'])
})

describe('archive', () => {
  const files = [
    { name: 'a.txt', contents: Buffer.from('하나') },
    { name: 'folder/b.bin', contents: Buffer.from([0, 1, 2]) },
  ]

  test('what is written is read', () => {
    const read = readZip(writeZip(files))
    expect(read?.map(({ name, contents }) => [name, Buffer.from(contents)])).toEqual(
      files.map(({ name, contents }) => [name, contents]),
    )
  })

  test('every changed byte is found, in fields nobody reads too', () => {
    const bytes = writeZip(files)
    const unseen = [...bytes.keys()].filter((at) => {
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ 1
      return readZip(changed) !== null
    })
    expect(unseen).toEqual([])
    expect(readZip(Buffer.concat([bytes, Buffer.from('x')]))).toBe(null)
    expect(readZip(Buffer.alloc(0))).toBe(null)
  })

  const unzip = spawnSync('unzip', ['-v'])
  test.skipIf(unzip.error)('other programs unpack it (skipped without unzip)', () => {
    const path = join(directory, 'a.zip')
    writeFileSync(path, writeZip(files))
    expect(spawnSync('unzip', ['-t', path], { encoding: 'utf8' }).stdout).toContain('No errors detected')
  })
})
