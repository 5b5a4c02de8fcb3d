import { parentPort, workerData } from 'node:worker_threads'
import { mapTechnologies } from '../domain/technology-map.ts'
import { buildConceptTree } from '../engine/concept-tree.ts'
import type { MatchParty } from '../engine/party.ts'
import { buildTagger, tagText } from '../engine/tagger.ts'
import { readThesaurus } from '../thesaurus/read-thesaurus.ts'
import { stemmers } from './open-index.ts'

const thesaurus = readThesaurus()
const tagger = buildTagger(thesaurus, stemmers)

const profiles = (workerData as readonly MatchParty[]).flatMap(({ sideId, profiles: written }) =>
  written.map(({ kind, texts }) => ({
    sideId,
    kind,
    concepts: new Set(
      texts.flatMap(({ text, locale }) => tagText(tagger, text, locale).tags.map(({ concept }) => concept)),
    ),
  })),
)

parentPort?.postMessage(mapTechnologies(profiles, buildConceptTree(thesaurus)))
