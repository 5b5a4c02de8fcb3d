import { html, raw } from 'hono/html'
import type { Html } from './layout.ts'

const WIDTH = 720
const HEIGHT = 240
const LEFT = 128
const RIGHT = WIDTH - LEFT
const MOST_ARCS = 9

/**
 * Drawn where there is no photograph: two shores and as many ways across as the article tells agreements. It says
 * nothing that the text does not say, so screen readers pass it by.
 */
export function shorePicture(crossings: number): Html {
  const count = Math.min(MOST_ARCS, Math.max(1, Math.round(crossings)))
  const ways = Array.from({ length: count }, (_, index) => {
    // Spread along the shores from top to bottom; outer ways swing wider.
    const y = count === 1 ? 132 : 78 + (index * 116) / (count - 1)
    const lift = 64 - 7 * index
    return { y, path: `M${LEFT} ${y} C${LEFT + 130} ${y - lift} ${RIGHT - 130} ${y - lift} ${RIGHT} ${y}` }
  })
  const waves = [60, 104, 148, 192].map(
    (y, index) => `M${150 + index * 12} ${y}q18 -7 36 0t36 0M${470 - index * 18} ${y + 14}q18 -7 36 0t36 0`,
  )
  const round = (value: number): string => value.toFixed(1)
  const dots = ways.flatMap(({ y }) => [LEFT, RIGHT].map((x) => `<circle cx="${x}" cy="${round(y)}" r="4.5"/>`))
  return html`<div class="shore-picture">
    ${raw(
      `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false"><path class="land" d="M0 0H116C136 40 98 76 122 120S108 204 130 240H0Z"/><path class="land" d="M720 0H606C586 44 622 84 598 124S614 200 590 240H720Z"/><path class="wave" d="${waves.join('')}"/><path class="way" d="${ways.map(({ path }) => path).join('')}"/><g class="dot">${dots.join('')}</g></svg>`,
    )}
  </div>`
}
