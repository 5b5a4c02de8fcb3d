import { expect, test } from 'vitest'
import type { Block } from '../shapes.ts'
import { blocksOfDocument, bodyDocument, lineDocument, nodeAtPlace, textOfNode } from './body-document.ts'

const ID = '019a0000-0000-7000-8000-000000000001'
const SIDE = '019a0000-0000-7000-8000-000000000002'

const BLOCKS: readonly Block[] = [
  { type: 'paragraph', text: `{count:${ID}} were signed, {side:${ID}:${SIDE}} here.` },
  { type: 'heading', text: '체결된 협약' },
  { type: 'quote', text: 'Сказано', by: 'Автор' },
  { type: 'list', items: ['one', `{commitment:${ID}}`] },
  { type: 'photo', photoId: ID },
]

test('a body comes out of the editor as it went in', () => {
  expect(blocksOfDocument(bodyDocument(BLOCKS))).toEqual(BLOCKS)
  expect(textOfNode(lineDocument(`A {figure:${ID}} b`))).toBe(`A {figure:${ID}} b`)
  expect(blocksOfDocument(bodyDocument([]))).toEqual([])
})

test('lines left empty are no blocks, and places are counted past them', () => {
  const empty = { type: 'paragraph', content: [] }
  const list = {
    type: 'bulletList',
    content: ['', 'x'].map((text) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
    })),
  }
  const document = { type: 'doc', content: [empty, ...bodyDocument(BLOCKS.slice(0, 2)).content!, empty, list] }
  expect(blocksOfDocument(document)).toEqual([...BLOCKS.slice(0, 2), { type: 'list', items: ['x'] }])
  expect([nodeAtPlace(document, 'body.1'), nodeAtPlace(document, 'body.2.0'), nodeAtPlace(document, 'body.9')]).toEqual(
    [{ node: 2, item: null }, { node: 4, item: 1 }, null],
  )
  expect(nodeAtPlace(lineDocument('x'), 'title')).toEqual({ node: 0, item: null })
})
