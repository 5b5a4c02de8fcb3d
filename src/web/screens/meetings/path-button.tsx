import { Button, type ButtonProps } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useProgramme } from '../../shell/programme-context.ts'

/** A link to a path under the programme that looks like a button. */
export function PathButton({
  path,
  children,
  ...look
}: { path: string; children: ReactNode } & Pick<ButtonProps, 'variant' | 'size'>) {
  const { programme } = useProgramme()
  return (
    <Button
      {...look}
      renderRoot={(props) => (
        <Link
          // Chosen from data, as `ProgrammeLink` does.
          to={`/programmes/$programmeId${path}` as '/programmes/$programmeId'}
          params={{ programmeId: programme.id }}
          {...props}
        />
      )}
    >
      {children}
    </Button>
  )
}
