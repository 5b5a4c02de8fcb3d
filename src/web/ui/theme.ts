import { createTheme, type MantineColorsTuple, type VariantColorsResolver } from '@mantine/core'

/** The accent in ten steps; Mantine asks for the steps, our parts use the tokens. */
const accent: MantineColorsTuple = [
  '#e6f0ef',
  '#ddeeec',
  '#bfdfdb',
  '#9dd0ca',
  '#79bbb5',
  '#62c6be',
  '#2a7672',
  '#156a66',
  '#0b5f5c',
  '#084b49',
]

/**
 * Buttons take their colours from the tokens, so that light and dark differ in one place.
 * `color="signal"` is for the one thing that needs a hand, everything else is the accent.
 */
const variantColorResolver: VariantColorsResolver = ({ color, variant }) => {
  const tone = color === 'signal' ? 'signal' : 'accent'
  const soft = { background: `var(--${tone}-soft)`, color: `var(--${tone})` }
  const bare = { background: 'transparent', border: '1px solid transparent' }
  switch (variant) {
    case 'filled':
      return {
        background: `var(--${tone})`,
        hover: tone === 'accent' ? 'var(--accent-hover)' : 'var(--signal)',
        color: `var(--on-${tone})`,
        border: '1px solid transparent',
      }
    case 'light':
      return { ...soft, hover: tone === 'accent' ? 'var(--accent-soft-hover)' : soft.background, border: bare.border }
    case 'subtle':
      return { ...bare, hover: 'var(--sunken)', color: tone === 'accent' ? 'var(--ink-2)' : 'var(--signal)' }
    case 'transparent':
      return { ...bare, hover: 'transparent', color: `var(--${tone})` }
    default:
      return {
        background: 'var(--surface)',
        hover: 'var(--sunken)',
        color: tone === 'accent' ? 'var(--ink)' : 'var(--signal)',
        border: `1px solid var(--${tone === 'accent' ? 'line-2' : 'signal-line'})`,
      }
  }
}

const inPlace = { comboboxProps: { withinPortal: false } }

/** Mantine in our hand: quiet default buttons, controls of one height, nothing that writes style elements. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 5 },
  colors: { accent },
  variantColorResolver,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { variant: 'default', size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Switch: { defaultProps: { size: 'md' } },
    // No portals: what drops down stays in its landmark, and inside a `dialog` it would otherwise lie below it.
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, multiline: true, maw: 320, withinPortal: false } },
    Menu: { defaultProps: { withinPortal: false } },
    Popover: { defaultProps: { withinPortal: false } },
    Select: { defaultProps: { ...inPlace, checkIconPosition: 'right', allowDeselect: false } },
    MultiSelect: { defaultProps: inPlace },
    Autocomplete: { defaultProps: inPlace },
    TagsInput: { defaultProps: inPlace },
  },
})
