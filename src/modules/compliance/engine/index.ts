export { parseList } from './lists/parse-list.ts'
export { buildListIndex } from './list-index.ts'
export { DEFAULT_THRESHOLD, MATCHER_VERSION, screenParty } from './screen.ts'
export type { ListIndex } from './list-index.ts'
export { EXPLANATION_KINDS, LIST_FORMATS, LIST_REFUSAL_CODES } from './shapes.ts'
export type {
  ExplanationKind,
  ExplanationStep,
  Hit,
  Identifier,
  ListEntry,
  ListFormat,
  ListName,
  ListRefusalCode,
  ParsedList,
  ParseOptions,
  Party,
  PartyKind,
  ScreenOptions,
} from './shapes.ts'
