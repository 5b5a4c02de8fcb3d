import { useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import page from './page.module.css'
import type { Figure } from './shapes.ts'

/** The companies of each side that make up a count. */
export function BySide({ figure: { bySide } }: { figure: Figure }) {
  const text = useText()
  const { number } = useNumbers()
  const { programme } = useProgramme()
  return (
    <p className={page.small}>
      {bySide
        .map(({ sideId, count }) => {
          const side = programme.sides.find((one) => one.id === sideId)
          return `${side ? text(side.name) : ''} ${number(count)}`
        })
        .join(' + ')}
    </p>
  )
}
