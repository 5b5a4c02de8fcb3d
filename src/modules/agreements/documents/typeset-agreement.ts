import { readFileSync } from 'node:fs'
import { type Locale, textIn } from '../../../kernel/locale.ts'
import { missingGlyphs, withKnownGlyphs } from '../../../platform/documents/fonts.ts'
import { typeset } from '../../../platform/documents/typeset.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { Letterhead } from '../../programmes/index.ts'
import type { AgreementContent } from '../domain/agreement.ts'
import { messages } from '../messages.ts'

const SOURCE = readFileSync(new URL('./agreement.typ', import.meta.url), 'utf8')
const { translate } = createTranslators({ agreements: messages })

/**
 * The unsigned document: clauses side by side, then the parties with those who sign. The same content gives the same
 * text. What the programme wears is set once, when the text is fixed: a later brand changes no document.
 */
export const typesetAgreement = (
  content: AgreementContent,
  contentHash: string,
  head: Letterhead | null = null,
): Buffer => typesetContent(content, head, `${content.number} · SHA-256 ${contentHash}`)

/** One language version alone, for reading. Its foot says that it is not what is signed. */
export const typesetReadingCopy = (content: AgreementContent, language: Locale, head: Letterhead): Buffer =>
  typesetContent(
    { ...content, languages: [language] },
    head,
    `${content.number} · ${translate(language, 'agreements.document.readingCopy')}`,
  )

function typesetContent(content: AgreementContent, head: Letterhead | null, footer: string): Buffer {
  const { languages, clauses, title, number } = content
  const inEach = (text: Parameters<typeof textIn>[0]) => languages.map((language) => textIn(text, language))
  return typeset(SOURCE, {
    number,
    languages,
    title: inEach(title),
    clauses: clauses.map(({ heading, body }) => ({ headings: inEach(heading), bodies: inEach(body) })),
    signatures: signaturePage(content),
    footer,
    head: head && {
      ...head,
      name: withKnownGlyphs([...new Set(inEach(head.name))].join(' · ')),
    },
  })
}

function signaturePage({ parties, languages, mode }: AgreementContent) {
  const joined = (key: string) => languages.map((language) => translate(language, key)).join(' · ')
  const word = (locale: Locale, key: string) => translate(locale, `agreements.document.${key}`)
  return {
    heading: joined('agreements.document.signatures'),
    level: languages.map((language) => word(language, `level.${mode}`)).join('\n'),
    parties: parties.map(({ legalName, latinName, identifier, signatory }) => ({
      name: legalName === latinName ? legalName : `${legalName} / ${latinName}`,
      details: identifier ?? '',
      signatory: signatory ? bothNames(signatory) : '',
      office: signatory?.office ?? '',
      authority: signatory?.authority ?? '',
    })),
  }
}

const bothNames = ({ name, latinName }: { readonly name: string; readonly latinName: string }): string =>
  name === latinName ? name : `${name} / ${latinName}`

/** Characters that the document could not show, so that nothing is ever printed as an empty box. */
export const unprintable = (content: AgreementContent): string[] =>
  missingGlyphs(
    JSON.stringify([
      content.number,
      content.languages.map((language) => [
        textIn(content.title, language),
        content.clauses.map(({ heading, body }) => [textIn(heading, language), textIn(body, language)]),
      ]),
      content.parties.map(({ legalName, latinName, identifier, signatory }) => [
        legalName,
        latinName,
        identifier,
        signatory && [signatory.name, signatory.latinName, signatory.office, signatory.authority],
      ]),
    ]),
  )
