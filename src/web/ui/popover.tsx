import { type ReactNode, useId, useRef } from 'react'
import styles from './popover.module.css'

/**
 * A button and the small panel that opens beside it, on the browser's own popover: closes on Escape, on a press
 * elsewhere, and on a press on a link inside.
 */
export function Popover({
  button,
  buttonClassName,
  buttonTitle,
  label,
  side = 'below-end',
  children,
}: {
  /** Content of the button. */
  button: ReactNode
  buttonClassName?: string | undefined
  buttonTitle?: string
  /** Names the panel. */
  label: string
  side?: 'below-start' | 'below-end' | 'right'
  children: ReactNode
}) {
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const anchor = `--${id.replaceAll(/\W/g, '')}`
  return (
    <>
      <button
        type="button"
        className={buttonClassName}
        title={buttonTitle}
        popoverTarget={id}
        style={{ anchorName: anchor }}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        className={styles.popover}
        data-side={side}
        style={{ positionAnchor: anchor }}
        onClickCapture={(event) => {
          if (event.target instanceof Element && event.target.closest('a')) panel.current?.hidePopover()
        }}
      >
        {children}
      </div>
    </>
  )
}
