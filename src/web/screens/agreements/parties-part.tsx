import { ActionIcon, Button, Switch, TextInput } from '@mantine/core'
import { useLocale, useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Panel } from '../../ui/panel.tsx'
import { type PartyDraft, emptyParty, emptySignatory } from './agreement-draft.ts'
import { CompanyChoice } from './company-choice.tsx'
import { messages } from './edit-messages.ts'
import styles from './editor.module.css'
import { type FieldErrors, errorAt, localizedErrors } from './field-errors.ts'
import type { PartProps } from './part-props.ts'
import { SignatoryFields } from './signatory-fields.tsx'

const MAX_PARTIES = 12

/** Who agrees, in the order in which they sign. */
export function PartiesPart({ value: { parties, terms }, errors, onChange }: PartProps) {
  const t = useMessages(messages)
  const change = (index: number, facts: Partial<PartyDraft>) =>
    onChange({ parties: parties.map((party, at) => (at === index ? { ...party, ...facts } : party)) })
  // Contributions and commitments name a party by its position, so they move along with it.
  const rearrange = (next: readonly PartyDraft[]) => {
    const follow = <T extends { readonly party: number }>(rows: readonly T[]): T[] =>
      rows.flatMap((row) => {
        const party = next.indexOf(parties[row.party - 1] as PartyDraft) + 1
        return party > 0 ? [{ ...row, party }] : []
      })
    const { contributions, milestones } = terms
    onChange({
      parties: next,
      terms: { ...terms, contributions: follow(contributions), milestones: follow(milestones) },
    })
  }
  return (
    <div className={styles.parts}>
      {parties.map((party, index) => (
        <Panel
          // The order is what changes, and a party has no other name of its own.
          key={index}
          title={t('parties.party', { position: index + 1 })}
          note={
            <span className={styles.itemFoot}>
              {index > 0 ? (
                <ActionIcon
                  size="sm"
                  aria-label={t('parties.up')}
                  title={t('parties.up')}
                  onClick={() => rearrange(swapped(parties, index))}
                >
                  <Icon name="sort" />
                </ActionIcon>
              ) : null}
              {parties.length > 2 ? (
                <ActionIcon
                  size="sm"
                  aria-label={t('parties.remove')}
                  title={t('parties.remove')}
                  onClick={() => rearrange(parties.filter((_, at) => at !== index))}
                >
                  <Icon name="close" />
                </ActionIcon>
              ) : null}
            </span>
          }
        >
          <PartyFields
            party={party}
            path={`parties.${index}`}
            errors={errors}
            onChange={(facts) => change(index, facts)}
          />
        </Panel>
      ))}
      {parties.length < MAX_PARTIES ? (
        <div>
          <Button leftSection={<Icon name="plus" />} onClick={() => onChange({ parties: [...parties, emptyParty()] })}>
            {t('parties.add')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

/** The party at `index` one place earlier. */
const swapped = (parties: readonly PartyDraft[], index: number): PartyDraft[] =>
  parties.flatMap((party, at) =>
    at === index - 1 ? [parties[index] as PartyDraft, party] : at === index ? [] : [party],
  )

function PartyFields({
  party,
  path,
  errors,
  onChange,
}: {
  party: PartyDraft
  path: string
  errors: FieldErrors
  onChange: (facts: Partial<PartyDraft>) => void
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const field = (name: 'legalName' | 'latinName' | 'identifier', maxLength: number) => ({
    label: t(`parties.${name}`),
    maxLength,
    value: party[name],
    error: errorAt(errors, `${path}.${name}`),
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  })
  return (
    <div className={styles.fields}>
      <CompanyChoice party={party} onChange={onChange} />
      <div className={styles.row}>
        <TextInput required {...field('legalName', 300)} />
        <TextInput required {...field('latinName', 300)} />
        <TextInput
          description={t('parties.identifierHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...field('identifier', 80)}
        />
      </div>
      <LocalizedFields
        label={t('parties.name')}
        maxLength={300}
        value={party.name}
        errors={localizedErrors(errors, `${path}.name`, locale)}
        onChange={(name) => onChange({ name })}
      />
      <div className={styles.signatory}>
        <Switch
          label={t('parties.withSignatory')}
          description={t('parties.signatoryHint')}
          checked={party.signatory !== null}
          onChange={(event) => onChange({ signatory: event.currentTarget.checked ? emptySignatory(locale) : null })}
        />
        {party.signatory ? (
          <SignatoryFields
            signatory={party.signatory}
            path={`${path}.signatory`}
            errors={errors}
            onChange={(signatory) => onChange({ signatory })}
          />
        ) : null}
      </div>
    </div>
  )
}
