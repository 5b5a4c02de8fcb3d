import { parseEu } from './parse-eu.ts'
import { parseFtm } from './parse-ftm.ts'
import { parseOfac } from './parse-ofac.ts'
import { parseSimple } from './parse-simple.ts'
import { parseUn } from './parse-un.ts'
import type { ListRefusal } from './refuse-list.ts'
import { refuseList } from './refuse-list.ts'
import type { ListEntry, ListFormat, ParsedList, ParseOptions } from '../shapes.ts'

/** DOS ended its files with this byte, and the office's files still do. */
const END_OF_FILE = '\u001a'

type Parser = (text: string) => { ok: true; entries: ListEntry[]; lastLine: number } | ListRefusal

const PARSERS: Readonly<Record<ListFormat, Parser>> = {
  'ofac-sdn-csv': (text) => parseOfac(text, 'block'),
  'ofac-consolidated-csv': (text) => parseOfac(text, 'sectoral'),
  'eu-csv': parseEu,
  'un-xml': parseUn,
  'ftm-json': parseFtm,
  'opensanctions-simple-csv': parseSimple,
}

/** A list may lose entries, but one that lost more than a third in one version was cut short somewhere. */
const KEPT_AT_LEAST = 2 / 3

function decodeBytes(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const lineOfBadByte = (bytes: Uint8Array): number => {
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.slice(0, text.indexOf('\ufffd')).split(/\r\n|\n|\r/).length
}

/**
 * Reads a list as a whole or refuses it with the line to blame: no row is skipped. UTF-8 with or without a byte order
 * mark, any line ends, and the end-of-file byte 0x1A of the office's files are accepted.
 */
export function parseList(format: ListFormat, bytes: Uint8Array, options: ParseOptions = {}): ParsedList {
  const text = decodeBytes(bytes)
  if (text === null) return refuseList('compliance.list-not-utf8', lineOfBadByte(bytes))
  const start = text.slice(0, 2000).trimStart().toLowerCase()
  if (start.replaceAll(END_OF_FILE, '') === '') return refuseList('compliance.list-empty', 1)
  if (/^(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/.test(start))
    return refuseList('compliance.list-is-web-page', 1)
  const parsed = PARSERS[format](format === 'un-xml' ? text.replaceAll(END_OF_FILE, '').trimEnd() : text)
  if (!parsed.ok) return parsed
  if (parsed.entries.length === 0) return refuseList('compliance.list-empty', parsed.lastLine)
  if (parsed.entries.length < (options.previousCount ?? 0) * KEPT_AT_LEAST) {
    return refuseList('compliance.list-shrunk', parsed.lastLine, `${parsed.entries.length} < ${options.previousCount}`)
  }
  return { ok: true, entries: parsed.entries }
}
