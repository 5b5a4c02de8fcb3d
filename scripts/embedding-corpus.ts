/**
 * Parallel texts for the built-in embedding: short texts that say one thing in two or three of ko, ru, en. They come
 * from translations that permissively licensed npm packages ship, and from our own thesaurus. Evaluation texts are
 * never among them.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { LOCALES, type Locale } from '../src/kernel/locale.ts'
import type { Thesaurus } from '../src/modules/matching/engine/index.ts'

export type ParallelText = Readonly<Partial<Record<Locale, string>>>

export interface CorpusSource {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly read: (folder: string, all: (name: string) => string) => ParallelText[]
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''))

/** Every text leaf of nested data by its path. */
function leaves(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') into.set(path, value)
  else if (value !== null && typeof value === 'object') {
    for (const [key, child] of Object.entries(value)) leaves(child, `${path}/${key}`, into)
  }
  return into
}

/** Joins what has the same key in several languages. */
function align(byLocale: Readonly<Partial<Record<Locale, Map<string, string>>>>): ParallelText[] {
  const keys = new Set(LOCALES.flatMap((locale) => [...(byLocale[locale]?.keys() ?? [])]))
  return [...keys].map((key) =>
    Object.fromEntries(
      LOCALES.flatMap((locale) => {
        const text = byLocale[locale]?.get(key)
        return text === undefined ? [] : [[locale, text]]
      }),
    ),
  )
}

const alignFiles = (fileOf: (locale: Locale) => string): ParallelText[] =>
  align(
    Object.fromEntries(
      LOCALES.flatMap((locale) => (existsSync(fileOf(locale)) ? [[locale, leaves(json(fileOf(locale)))]] : [])),
    ),
  )

const openStreetMap: CorpusSource['read'] = (folder) =>
  align(
    Object.fromEntries(
      LOCALES.map((locale) => {
        const texts = leaves(json(`${folder}/dist/translations/${locale}.json`))
        return [locale, new Map([...texts].map(([key, text]) => [key.replace(/^\/[^/]+/, ''), text]))]
      }),
    ),
  ).filter((text) => !Object.values(text).some((part) => part.startsWith('<') && part.length > 200))

const cldrAnnotations: CorpusSource['read'] = (folder) => {
  const read = (locale: Locale): Map<string, string> => {
    const data = json(`${folder}/annotations/${locale}/annotations.json`) as {
      annotations: { annotations: Record<string, { default?: string[]; tts?: string[] }> }
    }
    const texts = new Map<string, string>()
    for (const [sign, { default: words, tts }] of Object.entries(data.annotations.annotations)) {
      if (tts?.[0]) texts.set(`name ${sign}`, tts[0])
      if (words) texts.set(`words ${sign}`, words.join(', '))
    }
    return texts
  }
  return align({ ko: read('ko'), ru: read('ru'), en: read('en') })
}

const cldrNames: CorpusSource['read'] = (folder) =>
  ['territories', 'languages', 'scripts'].flatMap((file) =>
    align(
      Object.fromEntries(
        LOCALES.map((locale) => {
          const texts = leaves(json(`${folder}/main/${locale}/${file}.json`))
          return [locale, new Map([...texts].map(([key, text]) => [key.replace(`/main/${locale}/`, ''), text]))]
        }),
      ),
    ),
  )

const cldrUnits: CorpusSource['read'] = (folder) =>
  align(
    Object.fromEntries(
      LOCALES.map((locale) => {
        const texts = leaves(json(`${folder}/main/${locale}/units.json`))
        const names = [...texts].filter(([key]) => key.includes('/long/') && key.endsWith('displayName'))
        return [locale, new Map(names.map(([key, text]) => [key.replace(`/main/${locale}/`, ''), text]))]
      }),
    ),
  )

/** Arrays of messages by position; the English ones stand in the code as `localize(position, "text")`. */
const editorMessages: CorpusSource['read'] = (folder, all) => {
  const list = (locale: Locale): Map<string, string> => {
    const text = readFileSync(
      `${all(`@codingame/monaco-vscode-language-pack-${locale}`)}/translations/main.i18n.json.js`,
      'utf8',
    )
    const messages = JSON.parse(
      text
        .slice(text.indexOf('['), text.lastIndexOf(']') + 1)
        .replaceAll(/^\s*undefined(,?)$/gm, 'null$1')
        .replace(/,\s*\]$/, ']'),
    ) as (string | null)[]
    return new Map(messages.flatMap((message, at) => (message === null ? [] : [[String(at), message]])))
  }
  const english = new Map<string, string>()
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!file.endsWith('.js')) continue
    const code = readFileSync(`${folder}/${file}`, 'utf8')
    for (const [, at, text] of code.matchAll(/localize2?\(\s*(\d+),\s*("(?:[^"\\]|\\.)*")/g)) {
      if (at && text) english.set(at, parseString(text))
    }
  }
  return align({ ko: list('ko'), ru: list('ru'), en: english })
}

function parseString(literal: string): string {
  try {
    return String(JSON.parse(literal))
  } catch {
    return ''
  }
}

/** Editor extensions: English text → translation, file by file. */
const editorExtensions: CorpusSource['read'] = (folder, all) => {
  const ruFolder = all('@codingame/monaco-vscode-language-pack-ru')
  return readdirSync(`${folder}/translations/extensions`)
    .toSorted()
    .flatMap((file) => {
      const read = (root: string): Map<string, string> => {
        const path = `${root}/translations/extensions/${file}`
        return existsSync(path) ? leaves((json(path) as { contents: unknown }).contents) : new Map<string, string>()
      }
      const ko = read(folder)
      const en = new Map(
        [...ko.keys()]
          .filter((key) => key.startsWith('/bundle/'))
          .map((key) => [key, key.slice(8).split('/{')[0] ?? '']),
      )
      return align({ ko, ru: read(ruFolder), en })
    })
}

const nodeRed: CorpusSource['read'] = (folder) => {
  const names: Readonly<Record<Locale, string>> = { ko: 'ko', ru: 'ru', en: 'en-US' }
  const files = readdirSync(`${folder}/locales/en-US`, { recursive: true, encoding: 'utf8' }).toSorted()
  return files.flatMap((file) => {
    const pathOf = (locale: Locale): string => `${folder}/locales/${names[locale]}/${file}`
    if (file.endsWith('.json')) return alignFiles(pathOf)
    if (!file.endsWith('.html')) return []
    return align(
      Object.fromEntries(
        LOCALES.flatMap((locale) => (existsSync(pathOf(locale)) ? [[locale, paragraphs(pathOf(locale))]] : [])),
      ),
    )
  })
}

/** Paragraphs of a help page by tag and position; pages that are not laid out alike align badly and are few. */
function paragraphs(path: string): Map<string, string> {
  const html = readFileSync(path, 'utf8')
  const texts = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const [, tag = '', body = ''] of html.matchAll(/<(p|li|dd|dt|h3|h4)\b[^>]*>([\s\S]*?)<\/\1>/g)) {
    const count = (counts.get(tag) ?? 0) + 1
    counts.set(tag, count)
    texts.set(`${tag} ${count}`, body.replaceAll(/<[^>]+>/g, ' '))
  }
  return texts
}

const lighthouse: CorpusSource['read'] = (folder) =>
  alignFiles((locale) => `${folder}/shared/localization/locales/${locale === 'en' ? 'en-US' : locale}.json`)

const blockly: CorpusSource['read'] = (folder) =>
  align(
    Object.fromEntries(
      LOCALES.map((locale) => {
        const code = readFileSync(`${folder}/msg/${locale}.js`, 'utf8')
        const messages = [...code.matchAll(/\["(\w+)"\]\s*=\s*("(?:[^"\\]|\\.)*")/g)]
        return [locale, new Map(messages.map(([, key = '', text = '""']) => [key, parseString(text)]))]
      }),
    ),
  )

const scratch: CorpusSource['read'] = (folder) => {
  const english = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?:^|\/)en\.json$/.test(path) && !path.includes('node_modules') && !path.startsWith('dist'))
    .toSorted()
  return english.flatMap((path) => alignFiles((locale) => `${folder}/${path.replace(/en\.json$/, `${locale}.json`)}`))
}

const typescript: CorpusSource['read'] = (folder) => {
  const read = (locale: Locale): Map<string, string> => {
    const entries = Object.entries(json(`${folder}/lib/${locale}/diagnosticMessages.generated.json`) as object)
    return new Map(entries.map(([key, text]) => [key, String(text)]))
  }
  const ko = read('ko')
  const en = new Map([...ko.keys()].map((key) => [key, key.replace(/_\d+$/, '').replaceAll('_', ' ')]))
  return align({ ko, ru: read('ru'), en })
}

const nothing: CorpusSource['read'] = () => []

/** The packages, pinned: another version would give another embedding. */
export const CORPUS_SOURCES: readonly CorpusSource[] = [
  { name: '@openstreetmap/id-tagging-schema', version: '6.19.2', licence: 'ISC', read: openStreetMap },
  { name: 'cldr-annotations-full', version: '48.2.0', licence: 'Unicode-3.0', read: cldrAnnotations },
  { name: 'cldr-localenames-full', version: '48.2.0', licence: 'Unicode-3.0', read: cldrNames },
  { name: 'cldr-units-full', version: '48.2.0', licence: 'Unicode-3.0', read: cldrUnits },
  { name: '@codingame/monaco-vscode-api', version: '25.1.2', licence: 'MIT', read: editorMessages },
  { name: '@codingame/monaco-vscode-language-pack-ko', version: '25.1.2', licence: 'MIT', read: editorExtensions },
  { name: '@codingame/monaco-vscode-language-pack-ru', version: '25.1.2', licence: 'MIT', read: nothing },
  { name: '@node-red/nodes', version: '5.0.7', licence: 'Apache-2.0', read: nodeRed },
  { name: '@node-red/editor-client', version: '5.0.7', licence: 'Apache-2.0', read: nodeRed },
  { name: 'lighthouse', version: '12.8.2', licence: 'Apache-2.0', read: lighthouse },
  { name: 'blockly', version: '12.5.1', licence: 'Apache-2.0', read: blockly },
  { name: 'scratch-l10n', version: '3.18.3', licence: 'BSD-3-Clause', read: scratch },
  { name: 'typescript', version: '5.9.3', licence: 'Apache-2.0', read: typescript },
]

/** Texts of one package, cleaned of mark-up and placeholders; those in fewer than two languages are left out. */
export const readSource = (source: CorpusSource, folderOf: (name: string) => string): ParallelText[] =>
  source.read(folderOf(source.name), folderOf).flatMap(clean)

function clean(text: ParallelText): ParallelText[] {
  const parts = LOCALES.flatMap((locale): [Locale, string][] => {
    const part = (text[locale] ?? '')
      .replaceAll(/<[^>]+>|\{[^}]*\}|%\w|%\([^)]*\)|https?:\/\/\S+|[`*_#\\]|\$\(|&\w+;/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    const fits = part.length > 1 && part.length < 1200 && speaks(part, locale)
    return fits ? [[locale, part]] : []
  })
  return parts.length < 2 ? [] : [Object.fromEntries(parts)]
}

/** A "translation" left in English teaches nothing. */
function speaks(text: string, locale: Locale): boolean {
  if (locale === 'ko') return /[가-힣]/.test(text)
  if (locale === 'ru') return /[а-яё]/i.test(text)
  return /[a-z]/i.test(text) && !/[가-힣а-яё]/i.test(text)
}

/** Sentence frames of our own, in which thesaurus terms stand as companies use them. `A` and `B` are terms. */
const FRAMES: readonly Readonly<Record<Locale, string>>[] = [
  {
    en: 'We develop and manufacture A for B.',
    ko: 'B용 A을 개발하고 제조합니다.',
    ru: 'Разрабатываем и производим: A для B.',
  },
  { en: 'Looking for A technology for B.', ko: 'B 분야의 A 기술을 찾습니다.', ru: 'Ищем технологию: A в области B.' },
  { en: 'Manufacture of A and B', ko: 'A 및 B 제조업', ru: 'Производство: A и B' },
  { en: 'Other A, not B', ko: 'B 제외 기타 A', ru: 'Прочие A, кроме B' },
  {
    en: 'Wholesale and sale of A, repair of B',
    ko: 'A 도매 및 판매, B 수리',
    ru: 'Оптовая торговля и продажа A, ремонт B',
  },
  { en: 'A system with B', ko: 'B을 이용한 A 시스템', ru: 'Система A с использованием B' },
  {
    en: 'A equipment and its parts; services for B',
    ko: 'A 장비 및 그 부품, B 서비스업',
    ru: 'Оборудование A и его части; услуги B',
  },
  {
    en: 'High quality A reduces cost and improves the efficiency of B.',
    ko: '고품질 A은 비용을 줄이고 B의 효율을 높입니다.',
    ru: 'Качественный A снижает затраты и повышает эффективность B.',
  },
]

/** Terms of each concept side by side, alone and in frames with a neighbouring concept. */
export function readThesaurusTexts({ concepts }: Thesaurus): ParallelText[] {
  const texts: ParallelText[] = []
  concepts.forEach((concept, position) => {
    const { terms } = concept
    const most = Math.max(...LOCALES.map((locale) => terms[locale].length))
    const termAt = (at: number): Record<Locale, string> => ({
      ko: terms.ko[at % terms.ko.length] ?? '',
      ru: terms.ru[at % terms.ru.length] ?? '',
      en: terms.en[at % terms.en.length] ?? '',
    })
    for (let at = 0; at < most; at += 1) texts.push(termAt(at))
    texts.push({ ko: terms.ko.join(', '), ru: terms.ru.join(', '), en: terms.en.join(', ') })
    const other = concepts[(position * 7 + 13) % concepts.length]
    const frame = FRAMES[position % FRAMES.length]
    if (!other || !frame) return
    const a = termAt(position)
    texts.push(
      Object.fromEntries(
        LOCALES.map((locale) => [
          locale,
          frame[locale]
            .replaceAll(/\bA(?![a-z])|A(?=[가-힣])/g, a[locale])
            .replaceAll(/\bB(?![a-z])|B(?=[가-힣])/g, other.terms[locale][0] ?? ''),
        ]),
      ),
    )
  })
  return texts
}

/** Common words of our own, one meaning a line: `en|ko|ru`, synonyms separated by `;`. */
export function readWordTexts(): ParallelText[] {
  return ['embedding-words-1.txt', 'embedding-words-2.txt', 'embedding-words-3.txt'].flatMap((file) =>
    readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => {
        const [en = '', ko = '', ru = ''] = line.split('|')
        const words = { en: en.split(';'), ko: ko.split(';'), ru: ru.split(';') }
        const most = Math.max(...LOCALES.map((locale) => words[locale].length))
        const single = Array.from({ length: most }, (_, at) =>
          Object.fromEntries(LOCALES.map((locale) => [locale, words[locale][at % words[locale].length] ?? ''])),
        )
        return [...single, Object.fromEntries(LOCALES.map((locale) => [locale, words[locale].join(', ')]))]
      }),
  )
}
