/** Paths on a 16 px grid, drawn with a 1.6 px round line. */
const PATHS = {
  'arrow-right': 'M3 8h10M9 4l4 4-4 4',
  camera: 'M1.8 4.5h8.4v7H1.8zM10.2 7.2l4-2v5.6l-4-2',
  'camera-off': 'M1.8 4.5h8.4v7H1.8zM10.2 7.2l4-2v5.6l-4-2M2 2l12 12',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  'chevron-down': 'M4 6l4 4 4-4',
  'chevron-left': 'M10 4L6 8l4 4',
  'chevron-right': 'M6 4l4 4-4 4',
  key: 'M10.5 2.5a3 3 0 1 1-2.4 4.8L2.5 13v1h2v-1.5H6V11h1.5l.9-.9M11 5.2v.1',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.6',
  close: 'M4 4l8 8M12 4l-8 8',
  company: 'M2.5 13.5h11M4 13.5V3h5v10.5M9 6.5h3v7M6 5.5h1M6 8h1M6 10.5h1',
  document: 'M4 2h5l3 3v9H4zM9 2v3h3',
  download: 'M8 2v8M4.8 7.2L8 10.4l3.2-3.2M3 13.5h10',
  external: 'M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13.2 2.8L7.5 8.5',
  filter: 'M2 4h12M4.5 8h7M6.5 12h3',
  headphones: 'M3 10V8a5 5 0 0 1 10 0v2M3 9.5h2V13H3zM11 9.5h2V13h-2z',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.2v3.6M8 5v.2',
  keyboard: 'M1.8 4h12.4v8H1.8zM4 6.5h.2M6.7 6.5h.2M9.3 6.5h.2M12 6.5h.2M5 9.5h6',
  leave: 'M9 2.5H3.5v11H9M7 8h7M11.5 5.5L14 8l-2.5 2.5',
  mail: 'M2 3.8h12v8.4H2zM2.4 4.4L8 8.8l5.6-4.4',
  match: 'M2.5 4h2.2C9 4 7 12 11.3 12h2.2M2.5 12h2.2C9 12 7 4 11.3 4h2.2',
  menu: 'M2.5 4h11M2.5 8h11M2.5 12h11',
  mic: 'M8 9.8a2 2 0 0 0 2-2V4a2 2 0 1 0-4 0v3.8a2 2 0 0 0 2 2zM4 7.8a4 4 0 0 0 8 0M8 11.8V14',
  'mic-off': 'M8 9.8a2 2 0 0 0 2-2V4a2 2 0 1 0-4 0v3.8a2 2 0 0 0 2 2zM4 7.8a4 4 0 0 0 8 0M8 11.8V14M2 2l12 12',
  minus: 'M3 8h10',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  person: 'M8 8a2.7 2.7 0 1 0 0-5.4A2.7 2.7 0 0 0 8 8zM2.8 14c.4-3 2.6-4.3 5.2-4.3s4.8 1.3 5.2 4.3',
  pin: 'M6 2h4l-.5 4L12.5 8.5h-9L6.5 6zM8 8.5V14',
  play: 'M5 3l7.5 5L5 13z',
  plus: 'M8 3v10M3 8h10',
  request: 'M2.5 3h11v7.5h-6l-3 3v-3h-2zM5.5 6.8h5',
  screen: 'M2 3h12v8H2zM6 13.5h4M8 11v2.5',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.3 10.3L14 14',
  'sign-out': 'M6.5 2.5h-4v11h4M6 8h7.5M10.5 5l3 3-3 3',
  sort: 'M5 6l3-3 3 3M5 10l3 3 3-3',
  stop: 'M4 4h8v8H4z',
  undo: 'M6 3L2.8 6.2 6 9.4M3 6.2h6.5a3.6 3.6 0 0 1 0 7.2H6',
  upload: 'M8 10.5V2.5M4.8 5.7L8 2.5l3.2 3.2M3 13.5h10',
  warning: 'M8 2.2l6.3 11.3H1.7zM8 6.5v3.2M8 11.6v.2',
} as const

export type IconName = keyof typeof PATHS

/** A line picture beside a word; never the only carrier of a meaning, so it is hidden from readers. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className="icon"
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
