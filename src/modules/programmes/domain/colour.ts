/** Relative luminance and contrast as WCAG 2.2 defines them; colours as `#rrggbb`. */

const COLOUR = /^#[0-9a-f]{6}$/

export const isColour = (text: string): boolean => COLOUR.test(text)

type Channels = readonly [number, number, number]

const channels = (colour: string): Channels =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Channels

const linear = (channel: number): number => {
  const share = channel / 255
  return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map(linear) as unknown as Channels
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** From 1 (the same) to 21 (black and white). */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Text of normal size needs this much (WCAG 2.2, 1.4.3). */
export const MIN_CONTRAST = 4.5

/** Where accent-coloured words stand on the public pages; `tokens.css` has the same. */
export const GROUNDS = { light: '#ecf0f0', dark: '#1d2625' } as const

/** The quiet ground behind what is chosen, made of the accent itself. */
export const softOf = (accent: string, ground: string): string => mix(accent, ground, 0.88)

/** How an accent stands on the light pages it is chosen for: the worst of the grounds it is read on. */
export const accentContrast = (accent: string): number =>
  Math.min(...['#ffffff', GROUNDS.light, softOf(accent, '#ffffff')].map((ground) => contrast(accent, ground)))

/** As close to the accent as can be read on dark pages: mixed with white by twentieths. */
export function accentOnDark(accent: string): string {
  for (let share = 0; share < 20; share++) {
    const mixed = mix(accent, '#ffffff', share / 20)
    const grounds = [GROUNDS.dark, softOf(mixed, GROUNDS.dark)]
    if (grounds.every((ground) => contrast(mixed, ground) >= MIN_CONTRAST)) return mixed
  }
  return '#ffffff'
}

/** Black or white, whichever is read more easily on it. */
export const inkOn = (ground: string): string =>
  contrast(ground, '#ffffff') >= contrast(ground, '#000000') ? '#ffffff' : '#000000'

export function mix(one: string, other: string, share: number): string {
  const [from, to] = [channels(one), channels(other)]
  const parts = from.map((channel, at) => Math.round(channel + (to[at]! - channel) * share))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}
