/**
 * `npm run train:embedding [-- --packages FOLDER] [--epochs N]`
 * Unpacks the pinned source packages into a folder of their own, trains the built-in embedding and writes the file
 * with its card (sources, licences, options, hash) beside the thesaurus. Takes some five minutes on one free core.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { parseArgs } from 'node:util'
import { stemmer as stemEn } from '@orama/stemmers/english'
import { stemmer as stemRu } from '@orama/stemmers/russian'
import { writeEmbedding } from '../src/modules/matching/engine/index.ts'
import { readThesaurus } from '../src/modules/matching/thesaurus/read-thesaurus.ts'
import { CORPUS_SOURCES, type ParallelText, readSource, readThesaurusTexts, readWordTexts } from './embedding-corpus.ts'
import { trainEmbedding } from './embedding-trainer.ts'

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: `${tmpdir()}/naru-embedding-sources` },
    epochs: { type: 'string', default: '8' },
    out: { type: 'string', default: `${import.meta.dirname}/../src/modules/matching/thesaurus` },
  },
})

/** Unpacks what is missing, without the packages' own dependencies: only their texts are read. */
function unpackSources(folder: string): void {
  for (const { name, version } of CORPUS_SOURCES) {
    const home = `${folder}/node_modules/${name}`
    const card = `${home}/package.json`
    if (existsSync(card) && (JSON.parse(readFileSync(card, 'utf8')) as { version: string }).version === version)
      continue
    rmSync(home, { recursive: true, force: true })
    mkdirSync(home, { recursive: true })
    const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${version}`])
    const archive = `${folder}/${packed.toString().trim().split('\n').at(-1)}`
    execFileSync('tar', ['-xzf', archive, '-C', home, '--strip-components=1'])
    rmSync(archive)
  }
}

unpackSources(values.packages)
const texts: ParallelText[] = []
const seen = new Set<string>()
const counts: Record<string, number> = {}
const add = (source: string, more: readonly ParallelText[]): void => {
  for (const text of more) {
    const key = JSON.stringify(text)
    if (seen.has(key)) continue
    seen.add(key)
    texts.push(text)
    counts[source] = (counts[source] ?? 0) + 1
  }
}
for (const source of CORPUS_SOURCES) {
  add(
    source.name,
    readSource(source, (name) => `${values.packages}/node_modules/${name}`),
  )
}
add('thesaurus', readThesaurusTexts(readThesaurus()))
add('words', readWordTexts())
console.error(counts, texts.length)

const options = {
  rows: 112_000,
  dimensions: 128,
  epochs: Number(values.epochs),
  batchSize: 256,
  temperature: 0.07,
  learningRate: 0.15,
  seed: 20_201_026,
  dropout: 0.15,
}
const startedAt = performance.now()
const { embedding, roundingLossMax } = trainEmbedding(
  texts,
  { ru: stemRu, en: stemEn },
  {
    ...options,
    onEpoch: (epoch, loss) =>
      console.error(`epoch ${epoch} loss ${loss.toFixed(4)} ${Math.round((performance.now() - startedAt) / 1000)} s`),
  },
)
const bytes = writeEmbedding(embedding)
const sha256 = createHash('sha256').update(bytes).digest('hex')
mkdirSync(values.out, { recursive: true })
writeFileSync(`${values.out}/embedding.bin`, bytes)
writeFileSync(
  `${values.out}/embedding.json`,
  `${JSON.stringify({ sha256, bytes: bytes.length, roundingLossMax, options, sources: CORPUS_SOURCES.map(({ name, version, licence }) => ({ name, version, licence, texts: counts[name] ?? 0 })), ownTexts: (counts['thesaurus'] ?? 0) + (counts['words'] ?? 0) }, null, 2)}\n`,
)
console.error(`embedding.bin ${bytes.length} bytes ${sha256}`)
