import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import { type SigningIdentity, signingIdentity } from '../../../platform/documents/signing-identity.ts'
import { readZip, writeZip } from '../../../platform/documents/zip.ts'
import type { AgreementContent, Party } from '../domain/agreement.ts'
import { type Chain, chainEntries, firstBrokenLink } from '../domain/journal-chain.ts'
import { BUNDLE_SIGNATURES, buildBundle } from '../testing/build-bundle.ts'
import { EXAMPLE_PARTIES, exampleContent } from '../testing/example-content.ts'
import { checkBundle } from './check-bundle.ts'
import { typesetAgreement, unprintable } from './typeset-agreement.ts'

const NOW = '2020-10-26T06:00:00.000Z'

let directory: string
let identity: SigningIdentity
let stranger: SigningIdentity
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'naru-evidence-'))
  identity = await signingIdentity(directory, NOW)
  stranger = await signingIdentity(join(directory, 'other'), NOW)
})
afterAll(() => rmSync(directory, { recursive: true }))

const codes = (bytes: Uint8Array, trusted = [identity.fingerprint]) =>
  checkBundle(bytes, trusted).problems.map(({ code }) => code)

/** The bundle with one file changed and everything the forger can make anew made anew with the key of `by`. */
function rewritten(bytes: Uint8Array, change: (name: string, text: string) => string): Buffer {
  const files = readZip(bytes)!.map(({ name, contents }) => {
    const text = Buffer.from(contents).toString('latin1')
    return { name, contents: Buffer.from(change(name, text), 'latin1') }
  })
  return writeZip(files)
}

describe('evidence bundle', () => {
  test('is accepted as written, by whoever knows the fingerprint', async () => {
    const bytes = await buildBundle(identity)
    expect(checkBundle(bytes, [identity.fingerprint])).toEqual({
      problems: [],
      trusted: true,
      fingerprint: identity.fingerprint,
      number: 'EX-01',
      signatures: BUNDLE_SIGNATURES.map(({ position: _, ...facts }) => facts),
      levels: Array.from({ length: 3 }, () => ({ level: 'B-B' })),
    })
    expect(codes(bytes, [])).toEqual(['authority-unknown'])
  })

  test('a foreign key of the same name is not accepted', async () => {
    expect(codes(await buildBundle(stranger))).toEqual(['authority-unknown'])
    // Our certificates over their signatures, and theirs over ours.
    const [ours, theirs] = [readZip(await buildBundle(identity))!, readZip(await buildBundle(stranger))!]
    const mixed = (files: typeof ours, from: typeof ours) =>
      writeZip(
        files.map((file) =>
          file.name.startsWith('certificates/') ? from.find(({ name }) => name === file.name)! : file,
        ),
      )
    expect(codes(mixed(theirs, ours))).toEqual(['manifest-signature'])
    expect(codes(mixed(ours, theirs))).toEqual(['manifest-signature', 'authority-unknown'])
  })

  test('a signature less than the record says, a file more, a file less', async () => {
    expect(codes(await buildBundle(identity, { steps: 2 }))).toEqual(['document-signatures-count'])
    const files = readZip(await buildBundle(identity))!
    expect(codes(writeZip([...files, { name: 'more.txt', contents: Buffer.from('x') }]))).toEqual(['file-unlisted'])
    expect(codes(writeZip(files.filter(({ name }) => name !== 'journal.json')))).toEqual(['file-missing'])
    expect(
      codes(rewritten(await buildBundle(identity), (name, text) => (name === 'record.json' ? `${text} ` : text))),
    ).toEqual(['file-changed'])
    expect([codes(Buffer.from('no zip')), codes(Buffer.alloc(0))]).toEqual([['not-a-bundle'], ['not-a-bundle']])
  })

  test('a changed byte anywhere is found', { timeout: 120_000 }, async () => {
    const bytes = await buildBundle(identity)
    const document = bytes.indexOf('%PDF')
    const documentEnd = bytes.lastIndexOf('%%EOF')
    const unseen: number[] = []
    let tried = 0
    // Inside the document a change is a change of its one hash; everything else is tried byte by byte.
    for (let at = 0; at < bytes.length; at += at > document && at < documentEnd ? 37 : 1) {
      tried++
      const changed = Buffer.from(bytes)
      changed[at] = changed[at]! ^ (1 << (at % 8))
      if (checkBundle(changed, [identity.fingerprint]).problems.length === 0) unseen.push(at)
    }
    expect(unseen).toEqual([])
    expect(tried).toBeGreaterThan(10_000)
  })
})

describe('journal chain', () => {
  test('a thousand random edits, deletions, insertions, moves and truncations are all found', () => {
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const chain = chainEntries(
      Array.from({ length: 60 }, (_, seq) => ({ seq, action: `step-${seq % 7}`, after: { value: seq * 3 } })),
      sha256Hex,
    )
    const mutations: ((entries: Chain['entries'][number][]) => void)[] = [
      (entries) => {
        const at = random(entries.length)
        entries[at] = {
          ...entries[at]!,
          entry: { ...(entries[at]!.entry as object), after: { value: -1 - random(9) } },
        }
      },
      (entries) => entries.splice(random(entries.length), 1),
      (entries) => entries.splice(random(entries.length), 0, entries[random(entries.length)]!),
      (entries) => {
        const [a, b] = [random(entries.length - 1), 1 + random(entries.length - 1)]
        const [first, second] = a === b ? [a, a - 1] : [a, b]
        const [left, right] = [entries[first]!, entries[second]!]
        entries[first] = right
        entries[second] = left
      },
      (entries) => entries.splice(entries.length - 1 - random(5)),
    ]
    const unseen = Array.from({ length: 1000 }, (_, turn) => {
      const entries = [...chain.entries]
      mutations[turn % mutations.length]!(entries)
      return firstBrokenLink({ entries, head: chain.head }, sha256Hex)
    }).filter((broken) => broken === null)
    expect(firstBrokenLink(chain, sha256Hex)).toBe(null)
    expect(unseen).toEqual([])
  })
})

const pdftotext = spawnSync('pdftotext', ['-v'])

describe('names', () => {
  const withName = (legalName: string): AgreementContent => {
    const [first, ...others] = EXAMPLE_PARTIES
    return exampleContent({ parties: [{ ...first!, legalName }, ...others] })
  }

  test.each([
    ['120 letters', '나루'.repeat(60)],
    ['120 letters without a break', 'Щ'.repeat(120)],
    ['Vietnamese', 'Công ty Cổ phần Đầu tư Phát triển Nguyễn Thị Ngọc Ánh'],
    ['decomposed letters', 'Công ty Đào Ёлка'.normalize('NFD')],
  ])('%s are shown', (_, name) => {
    const content = withName(name)
    expect(unprintable(content)).toEqual([])
    expect(typesetAgreement(content, '0'.repeat(64)).length).toBeLessThan(200_000)
  })

  test.each([
    ['emoji', 'Naru 🚢 Co.', ['🚢']],
    ['right to left', 'חברה', ['ח', 'ב', 'ר', 'ה']],
    ['direction marks', 'Naru\u202E.oC', ['\u202E']],
  ])('%s are refused by name', (_, name, missing) => {
    expect(unprintable(withName(name))).toEqual(missing)
  })
})

describe('document', () => {
  const long = 'Общество с ограниченной ответственностью '.repeat(3).slice(0, 120)
  const parties: readonly Party[] = [
    { ...EXAMPLE_PARTIES[0], legalName: '주식회사 가나다라마바사 ㈜', latinName: 'Công ty Nguyễn Thị Đào' },
    { ...EXAMPLE_PARTIES[1], legalName: long, latinName: 'Primer LLC', name: {} },
  ]

  test('three languages: under a second, at most 200 kB, no character without a glyph', () => {
    const content = exampleContent({ parties })
    expect(unprintable(content)).toEqual([])
    typesetAgreement(content, 'a'.repeat(64))
    const before = performance.now()
    const pdf = typesetAgreement(content, 'a'.repeat(64))
    expect(performance.now() - before).toBeLessThan(1000)
    expect(pdf.length).toBeLessThan(200_000)
  })

  test.skipIf(pdftotext.error)('its text is what went in (skipped without pdftotext of poppler-utils)', () => {
    const content: AgreementContent = exampleContent({ parties })
    const path = join(directory, 'text.pdf')
    writeFileSync(path, typesetAgreement(content, 'b'.repeat(64)))
    const bare = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, '')
    const { stdout } = spawnSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
    const extracted = bare(stdout)
    for (const language of content.languages) {
      for (const { key, heading, body } of content.clauses) {
        expect(extracted, `${language} ${key}`).toContain(bare(heading[language]!))
        expect(extracted, `${language} ${key}`).toContain(bare(body[language]!))
      }
    }
    for (const { legalName, latinName } of parties) {
      expect(extracted).toContain(bare(legalName))
      expect(extracted).toContain(bare(latinName))
    }
  })
})
