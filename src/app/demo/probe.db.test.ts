import { test } from 'vitest'
import { openTestPlatform } from '../../platform/testing.ts'
import { loadDemo } from './load-demo.ts'
import { systemActor } from '../../modules/accounts/index.ts'
import { exportProblem, readBoard, solveInWorker, verify } from '../../modules/scheduling/index.ts'
import { listMatches, explainMatch } from '../../modules/matching/index.ts'
import { listMeetingRequests } from '../../modules/meetings/index.ts'
import { writeFileSync } from 'node:fs'

test('probe', async () => {
  const platform = await openTestPlatform({ now: '2026-11-24T06:00:00.000Z' })
  const t = performance.now()
  const { programmeId, eventId, people } = await loadDemo(platform)
  console.log('load', performance.now() - t, people)
  const actor = systemActor('x')
  const board = await readBoard(platform, actor, { programmeId, eventId })
  if (!board.ok) throw new Error('x')
  const o = board.value.labels.outcome
  console.log(
    JSON.stringify(o?.value),
    JSON.stringify(o?.bound),
    o?.unmet.map((u) => u.code),
  )
  const p = await exportProblem(platform, actor, { programmeId, eventId })
  if (!p.ok) throw new Error('y')
  writeFileSync('/tmp/demo-problem.json', JSON.stringify(p.value))
  const t2 = performance.now()
  const s = await solveInWorker(p.value, { seed: 1, budgetMs: 2500 })
  console.log(
    'solve',
    performance.now() - t2,
    s.solution.value,
    s.solution.bound,
    s.solution.unmet.map((u) => u.reason.code),
    verify(p.value, s.solution).ok,
  )
  const m = await listMatches(platform, actor, { programmeId, minScore: 0, limit: 400 })
  if (!m.ok) throw new Error('z')
  console.log(m.value.total)
  for (const r of m.value.rows.filter((_, i) => i < 12 || i % 25 === 0))
    console.log(
      r.score,
      r.forward,
      r.backward,
      r.company.code,
      r.partner.code,
      r.topReasons.map((x) => `${x.code}:${x.concept?.label.en ?? JSON.stringify(x.values)}:${x.points}`).join(' | '),
    )
  const t3 = performance.now()
  const first = m.value.rows[0]!
  const e = await explainMatch(platform, actor, {
    programmeId,
    companyId: first.company.id,
    partnerId: first.partner.id,
  })
  console.log('explain', performance.now() - t3)
  const t4 = performance.now()
  await explainMatch(platform, actor, { programmeId, companyId: first.company.id, partnerId: first.partner.id })
  console.log('explain again', performance.now() - t4)
  if (e.ok)
    console.log(
      e.value.score,
      e.value.reasons
        .slice(0, 4)
        .map((r) => JSON.stringify(r))
        .join('\n'),
    )
  const l = await listMeetingRequests(platform, actor, { programmeId, eventId, page: 1, pageSize: 500 })
  if (l.ok) {
    console.log(l.value.byStatus)
    for (const f of ['accepted', 'pending', 'declined', 'expired']) {
      const ss = l.value.rows.filter((r) => r.status === f).map((r) => r.score ?? 0)
      console.log(f, ss.length, ss.reduce((a, b) => a + b, 0) / ss.length, ss.filter((x) => x > 0).length)
    }
  }
  await platform.close()
})
