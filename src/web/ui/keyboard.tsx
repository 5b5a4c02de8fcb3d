import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useMessages } from '../locale.tsx'
import { messages } from './messages.ts'
import { Modal } from './modal.tsx'
import styles from './keyboard.module.css'

export interface Shortcut {
  /** `KeyboardEvent.code`, so that the same key works under a Korean or Russian layout: `KeyS`, `Space`. */
  readonly code: string
  /** What is printed on the key: `S`. */
  readonly keys: string
  readonly label: string
  readonly run: () => void
}

interface Keyboard {
  readonly add: (shortcuts: readonly Shortcut[]) => () => void
  readonly openHelp: () => void
}

const KeyboardContext = createContext<Keyboard | null>(null)
const OFF_KEY = 'naru-single-keys'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const isOff = (): boolean => {
  try {
    return localStorage.getItem(OFF_KEY) === 'off'
  } catch {
    return false
  }
}

/** Holds the screen's shortcuts, listens for them, and shows them all under `?`. They can be switched off (WCAG 2.1.4). */
export function KeyboardProvider({
  title,
  switchLabel,
  children,
}: {
  title: string
  switchLabel: string
  children: ReactNode
}) {
  const groups = useRef(new Set<readonly Shortcut[]>())
  const [shown, setShown] = useState<readonly Shortcut[] | null>(null)
  const [off, setOff] = useState(isOff)

  useEffect(() => {
    const all = (): Shortcut[] => [...groups.current].flat()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (event.key === '?') return setShown(all())
      const shortcut = off ? undefined : all().findLast(({ code }) => code === event.code)
      if (!shortcut) return
      event.preventDefault()
      shortcut.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [off])

  const keyboard = useMemo<Keyboard>(
    () => ({
      add: (shortcuts) => {
        groups.current.add(shortcuts)
        return () => groups.current.delete(shortcuts)
      },
      openHelp: () => setShown([...groups.current].flat()),
    }),
    [],
  )
  return (
    <KeyboardContext value={keyboard}>
      {children}
      <Modal opened={shown !== null} title={title} onClose={() => setShown(null)}>
        <dl className={styles.keys}>
          {shown?.map((shortcut) => (
            <div key={shortcut.code}>
              <dt>
                <Kbd>{shortcut.keys}</Kbd>
              </dt>
              <dd>{shortcut.label}</dd>
            </div>
          ))}
        </dl>
        {/* Plain, because every page carries this and a switch would bring half a form library along. */}
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={!off}
            onChange={(event) => {
              const next = !event.currentTarget.checked
              setOff(next)
              try {
                localStorage.setItem(OFF_KEY, next ? 'off' : 'on')
              } catch {
                /* Storage is closed to us: the choice lasts as long as the page. */
              }
            }}
          />
          {switchLabel}
        </label>
      </Modal>
    </KeyboardContext>
  )
}

function useKeyboard(): Keyboard {
  const keyboard = useContext(KeyboardContext)
  if (!keyboard) throw new Error('useShortcuts outside KeyboardProvider')
  return keyboard
}

/** Registers the screen's single-key shortcuts while it is shown. Memoise the list. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { add } = useKeyboard()
  useEffect(() => add(shortcuts), [add, shortcuts])
}

/** Opens the list of all keys, for a visible button beside `?`. */
export const useKeyboardHelp = (): (() => void) => useKeyboard().openHelp

/** A key as it is printed. */
export const Kbd = ({ children }: { children: ReactNode }) => <kbd>{children}</kbd>

/** The most used keys in one line under a picture, with the way to all of them. */
export function KeyLine({ keys }: { keys: readonly { keys: string; label: string }[] }) {
  const t = useMessages(messages)
  const openHelp = useKeyboardHelp()
  return (
    <p className={styles.line}>
      {keys.map((key) => (
        <span key={key.keys}>
          <Kbd>{key.keys}</Kbd> {key.label}
        </span>
      ))}
      <button type="button" onClick={openHelp}>
        <Kbd>?</Kbd> {t('keyboardHint')}
      </button>
    </p>
  )
}
