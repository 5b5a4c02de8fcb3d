import { useEffect, useRef } from 'react'
import styles from './level-bar.module.css'

const LOOK_MS = 100

/** A bar that moves with a level from 0 to 1. It writes to the page itself: ten times a second is too often for React. */
export function LevelBar({ label, read, name }: { label: string; read: () => number; name?: string }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const timer = setInterval(() => {
      const level = read()
      bar.current?.style.setProperty('--level', String(level))
      bar.current?.setAttribute('aria-valuenow', String(Math.round(level * 100)))
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [read])
  return (
    <div className={styles.level}>
      <span>{label}</span>
      <div
        ref={bar}
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        className={styles.bar}
        data-name={name}
      />
    </div>
  )
}
