import { readFileSync, readdirSync } from 'node:fs'
import { type Thesaurus, parseThesaurus } from '../engine/thesaurus.ts'

/** The project's own thesaurus: all `.tsv` files beside this one, in order of name. */
export function readThesaurus(): Thesaurus {
  const files = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.tsv'))
    .toSorted()
  return parseThesaurus(...files.map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8')))
}
