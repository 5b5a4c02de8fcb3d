/**
 * `npm run bench:matching [-- --quick] [-- --case NAME]`: how well and how fast partners are found. One JSON object a
 * line on stdout, a table for people on stderr.
 */
import { parseArgs } from 'node:util'
import { readThesaurus } from '../src/modules/matching/thesaurus/read-thesaurus.ts'
import { evaluationFolder, readLanguageTools } from './matching/parties.ts'
import { measurePlanted } from './matching/planted.ts'
import { measureRetrieval, readLabelTasks, readParagraphTasks } from './matching/retrieval.ts'
import { measureRobustness } from './matching/robustness.ts'
import { measureSourceCase } from './matching/source-case.ts'
import { measureShortlists, measureSpeed } from './matching/speed.ts'

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, case: { type: 'string' } } })
const wants = (name: string): boolean => values.case === undefined || name.startsWith(values.case)

const thesaurus = readThesaurus()
const language = readLanguageTools()
const folder = evaluationFolder()
if (!language.embedding) process.stderr.write('NO EMBEDDING FILE: only concepts and words are measured\n')
if (folder) {
  for (const task of [...readLabelTasks(folder), ...readParagraphTasks(folder)]) {
    if (wants(task.name)) measureRetrieval(task, thesaurus, language)
  }
  if (wants('planted-reciprocal')) measurePlanted(folder, thesaurus, language)
} else {
  process.stderr.write(
    'SKIPPED: labels, paragraphs and planted pairs need the evaluation files in ../shared/data/matching\n',
  )
}
if (wants('source-case')) measureSourceCase(thesaurus, language)
if (wants('robustness')) measureRobustness(thesaurus, language)
if (wants('shortlists')) measureShortlists(thesaurus, language, values.quick)
if (wants('speed')) measureSpeed(thesaurus, language, values.quick)
