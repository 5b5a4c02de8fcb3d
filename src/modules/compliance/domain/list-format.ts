/** What a watch list may be written in; the engine has a reader for each. */
export { LIST_FORMATS } from '../engine/shapes.ts'
