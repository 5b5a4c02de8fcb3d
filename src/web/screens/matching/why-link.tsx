import { useMessages, useText } from '../../locale.tsx'
import { ProgrammeLink } from '../../shell/programme-link.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { messages } from './messages.ts'
import type { CompanyRow } from './shapes.ts'

/** To the page that says why two companies fit: in the chain, or under a representative's own partners. */
export function WhyLink({
  company,
  partner,
  className,
}: {
  company: CompanyRow
  partner: CompanyRow
  className?: string | undefined
}) {
  const t = useMessages(messages)
  const text = useText()
  const { seesChain } = useProgramme()
  const base = seesChain ? '/matching' : '/my/partners'
  return (
    <ProgrammeLink path={`${base}/${company.id}/${partner.id}`} className={className} current={false}>
      {t('why')}
      <span className="hidden-text">
        : {text(company.name)} – {text(partner.name)}
      </span>
    </ProgrammeLink>
  )
}
