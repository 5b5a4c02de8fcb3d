import { expect, test } from 'vitest'
import { drawShores, unseenCompanies } from './shore-picture.ts'

const company = (id: string, sideId: string) => ({ id, sideId, code: id, name: { en: id }, synthetic: false })
const facts = {
  companies: [company('a', 'K'), company('b', 'K'), company('c', 'K'), company('x', 'R'), company('y', 'R')],
  links: [
    { companyId: 'a', partnerId: 'x', score: 90 },
    { companyId: 'y', partnerId: 'b', score: 60 },
    { companyId: 'c', partnerId: 'x', score: 40 },
  ],
  unseen: ['c'],
}
const ids = (shore: readonly { id: string }[]) => shore.map(({ id }) => id)

test('while everybody fits, everybody is drawn, and links run from left to right', () => {
  const drawn = drawShores(facts, ['K', 'R'], null, 10)
  expect([ids(drawn.left), ids(drawn.right), drawn.total]).toEqual([['a', 'b', 'c'], ['x', 'y'], 5])
  expect(drawn.links).toEqual([
    { from: 'a', to: 'x', strength: 90 },
    { from: 'b', to: 'y', strength: 60 },
    { from: 'c', to: 'x', strength: 40 },
  ])
})

test('else those with the best links, the selected one and those nobody sees', () => {
  expect(ids(drawShores(facts, ['K', 'R'], null, 2).left)).toEqual(['a', 'c'])
  const near = drawShores(facts, ['K', 'R'], 'y', 1)
  expect([ids(near.left), ids(near.right), near.links]).toEqual([['b'], ['y'], [{ from: 'b', to: 'y', strength: 60 }]])
})

test('who is unseen comes with the partner it is closest to', () => {
  expect(unseenCompanies(facts)).toEqual([
    { company: facts.companies[2], best: { partner: facts.companies[3], score: 40 } },
  ])
  expect(unseenCompanies({ ...facts, links: [] })[0]?.best).toBe(null)
})
