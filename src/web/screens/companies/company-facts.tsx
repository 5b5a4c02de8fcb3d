import type { ReactNode } from 'react'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCodeNames } from './code-names.ts'
import styles from './company-facts.module.css'
import { useCompanyWords } from './company-words.ts'
import { identifierText } from './identifier-text.ts'
import { messages } from './messages.ts'
import type { Company } from './shapes.ts'

interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Who the company is, in facts; what nobody said is left out. */
export function CompanyFacts({ company }: { company: Company }) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  const text = useText()
  const { programme } = useProgramme()
  const { number, list } = useNumbers()
  const { country, language } = useCodeNames()
  const side = programme.sides.find(({ id }) => id === company.sideId)
  const place = country(company.country)
  const facts: readonly Fact[] = [
    { name: words('sheets.companies.code'), value: company.code },
    { name: words('sheets.companies.side'), value: side ? text(side.name) : null },
    { name: words('sheets.companies.kind'), value: words(`kinds.${company.kind}`) },
    { name: words('sheets.companies.legalName'), value: company.legalName },
    { name: words('sheets.companies.country'), value: company.region ? `${place}, ${company.region}` : place },
    { name: words('sheets.companies.size'), value: company.size ? words(`sizes.${company.size}`) : null },
    {
      name: words('sheets.companies.employees'),
      value: company.employees === null ? null : number(company.employees),
    },
    { name: words('sheets.companies.foundedYear'), value: company.foundedYear },
    {
      name: words('sheets.companies.website'),
      value: company.website ? <Website address={company.website} /> : null,
    },
    { name: words('sheets.companies.languages'), value: list(company.languages.map(language)) },
    { name: words('sheets.companies.certifications'), value: list(company.certifications) },
    { name: words('sheets.companies.source'), value: company.source },
    { name: t('company.catalogue'), value: company.anonymous ? t('company.anonymous') : null },
  ]
  return (
    <Panel title={t('company.facts')}>
      <dl className={styles.facts}>
        {facts
          .filter(({ value }) => value !== null && value !== '')
          .map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {company.identifiers.length > 0 ? <Identifiers company={company} /> : null}
    </Panel>
  )
}

/** Registration numbers. Their check digits are right; whether anybody bears them nobody has checked. */
function Identifiers({ company }: { company: Company }) {
  const t = useMessages(messages)
  const words = useCompanyWords()
  return (
    <div className={styles.identifiers}>
      <h3>{t('company.identifiers')}</h3>
      <dl className={styles.facts}>
        {company.identifiers.map(({ scheme, value }) => (
          <div key={scheme}>
            <dt>{words(`identifierSchemes.${scheme}`)}</dt>
            <dd className={styles.number}>
              {identifierText(scheme, value)}
              {scheme === 'other' ? null : (
                <span className={styles.formed}>
                  <Icon name="check" size={12} />
                  {t('company.wellFormed')}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p>{t('company.wellFormedHint')}</p>
    </div>
  )
}

/** A link only where the address is one that a browser may follow. */
function Website({ address }: { address: string }) {
  const href = /^https?:\/\//i.test(address) ? address : `https://${address}`
  const shown = address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')
  if (!URL.canParse(href)) return <>{address}</>
  return (
    <a href={href} target="_blank" rel="noreferrer" className={styles.website}>
      {shown} <Icon name="external" size={12} />
    </a>
  )
}
