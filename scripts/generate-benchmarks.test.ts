import { describe, expect, it } from 'vitest'
import { readRows, renderBenchmarks } from './generate-benchmarks.ts'

const output = `note
{"bench":"speed","case":"a | b","metric":"time","value":12.5,"unit":"ms","goal":{"atMost":20},"ok":true,"peer":"other","peerValue":99,"n":4}
{"bench":"speed","case":"c","metric":"time","value":30,"unit":"ms","goal":"<= 20","ok":false,"low":25,"high":35}
${['1', '2', '3', '4'].map((name) => `{"bench":"speed","case":"${name}","metric":"verified","value":true}`).join('\n')}
`

describe('renderBenchmarks', () => {
  const page = renderBenchmarks([{ rows: readRows(output), date: '2026-01-02' }], 'a machine')

  it('states value, goal, outcome and peer of each figure', () => {
    expect(page).toContain('| a \\| b | time | 12.5 ms (n = 4) | ≤ 20 | yes | other: 99 |')
    expect(page).toContain('| c | time | 30 ms [25, 35] | <= 20 | no |  |')
    expect(page).toContain('`npm run bench:speed`, 2026-01-02. Goals reached: 1 of 2.')
    expect(page).toContain('Machine: a machine.')
  })

  it('sums up what holds for every case', () => {
    expect(page).toContain('- verified: 4 of 4')
    expect(page).not.toContain('| 1 | verified')
  })

  it('keeps the newest value of a figure', () => {
    const rows = readRows('{"bench":"speed","case":"c","metric":"time","value":31}')
    const merged = renderBenchmarks(
      [
        { rows: readRows(output), date: '2026-01-02' },
        { rows, date: '2026-01-03' },
      ],
      'a machine',
    )
    expect(merged).toContain('| c | time | 31 |')
    expect(merged).not.toContain('| c | time | 30 ms')
  })
})
