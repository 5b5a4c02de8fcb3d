import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'

const PAUSE_MS = 250

/** Words to look for; asks when the typing pauses, and follows the address when that changes by itself. */
export function SearchField({
  label,
  value,
  onChange,
  className,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  className?: string | undefined
}) {
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setTyped(value)
  }, [value])
  useEffect(() => {
    if (typed === told.current) return
    const timer = setTimeout(() => {
      told.current = typed
      latest.current(typed)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <TextInput
      type="search"
      {...(className === undefined ? {} : { className })}
      aria-label={label}
      placeholder={label}
      maxLength={200}
      value={typed}
      leftSection={<Icon name="search" />}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
}
