import { addIdentifier, addName, addTo, draftEntry, finishEntry, readDate, readDay } from './build-entry.ts'
import type { EntryDraft } from './build-entry.ts'
import type { XmlElement } from './read-xml.ts'
import { childrenOf, readXml, textOf } from './read-xml.ts'
import type { ListRefusal } from './refuse-list.ts'
import { refuseList } from './refuse-list.ts'
import type { ListEntry } from '../shapes.ts'

const NAME_PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME']

function readParty(element: XmlElement, prefix: 'INDIVIDUAL' | 'ENTITY'): EntryDraft | null {
  const id = textOf(element, 'DATAID')
  const name = NAME_PARTS.map((part) => textOf(element, part))
    .filter((part) => part !== '')
    .join(' ')
  if (id === '' || name === '') return null
  const draft = draftEntry(id, element.line, prefix === 'INDIVIDUAL' ? 'person' : 'organisation')
  addName(draft, name)
  addName(draft, textOf(element, 'NAME_ORIGINAL_SCRIPT'))
  for (const alias of childrenOf(element, `${prefix}_ALIAS`)) {
    // "Low" is the list's own word for an alias that is not enough to go by.
    addName(draft, textOf(alias, 'ALIAS_NAME'), /low/i.test(textOf(alias, 'QUALITY')))
  }
  for (const birth of childrenOf(element, 'INDIVIDUAL_DATE_OF_BIRTH')) {
    addTo(draft.birthDates, readDate(textOf(birth, 'DATE') || textOf(birth, 'YEAR')))
  }
  for (const document of childrenOf(element, 'INDIVIDUAL_DOCUMENT')) {
    addIdentifier(draft, textOf(document, 'TYPE_OF_DOCUMENT') || 'document', textOf(document, 'NUMBER'))
  }
  for (const nationality of childrenOf(element, 'NATIONALITY')) {
    for (const value of childrenOf(nationality, 'VALUE')) addTo(draft.countries, value.text)
  }
  for (const address of childrenOf(element, `${prefix}_ADDRESS`)) addTo(draft.countries, textOf(address, 'COUNTRY'))
  addTo(draft.programmes, textOf(element, 'UN_LIST_TYPE'))
  addIdentifier(draft, 'un reference', textOf(element, 'REFERENCE_NUMBER'))
  draft.listedOn = readDay(textOf(element, 'LISTED_ON'))
  return draft
}

/** The consolidated list of the Security Council. */
export function parseUn(text: string): { ok: true; entries: ListEntry[]; lastLine: number } | ListRefusal {
  const read = readXml(text)
  if (!read.ok) return read
  if (read.root.name !== 'CONSOLIDATED_LIST')
    return refuseList('compliance.list-missing-column', read.root.line, 'CONSOLIDATED_LIST')
  const drafts = new Map<string, EntryDraft>()
  for (const [group, one] of [
    ['INDIVIDUALS', 'INDIVIDUAL'],
    ['ENTITIES', 'ENTITY'],
  ] as const) {
    const [parent] = childrenOf(read.root, group)
    if (!parent) return refuseList('compliance.list-missing-column', read.root.line, group)
    for (const element of parent.children) {
      const draft = element.name === one ? readParty(element, one) : null
      if (!draft || drafts.has(draft.id))
        return refuseList('compliance.list-bad-row', element.line, draft?.id ?? element.name)
      drafts.set(draft.id, draft)
    }
  }
  return { ok: true, entries: [...drafts.values()].map(finishEntry), lastLine: read.lastLine }
}
