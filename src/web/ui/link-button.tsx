import { Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

/** A link to another page that looks like a button. */
export const LinkButton = createLink(
  ({
    ref,
    ...props
  }: ButtonProps &
    Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & { ref?: Ref<HTMLAnchorElement> }) => (
    <Button component="a" ref={ref} miw="max-content" {...props} />
  ),
)
