import { ActionIcon, Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { messages } from './messages.ts'
import styles from './shortlist-button.module.css'
import type { CompanyRow } from './shapes.ts'

/** Puts a partner on a company's shortlist or takes it off; changes at once and goes back when the server says no. */
export function ShortlistButton({
  company,
  partner,
  shortlisted,
  withWord = false,
}: {
  company: CompanyRow
  partner: CompanyRow
  shortlisted: boolean
  withWord?: boolean
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const client = useQueryClient()
  const options = { onSettled: () => client.invalidateQueries({ queryKey: query.matching.listMatches.key() }) }
  const add = useMutation({ ...query.matching.shortlistPartner.mutationOptions(), ...options })
  const remove = useMutation({ ...query.matching.unlistPartner.mutationOptions(), ...options })
  const isOn = add.isPending ? true : remove.isPending ? false : shortlisted
  const pair = { programmeId: programme.id, companyId: company.id, partnerId: partner.id }
  const press = () => {
    if (isOn) remove.mutate(pair)
    else add.mutate({ ...pair, note: null })
  }
  const label = t('shortlist.of', { company: text(company.name), partner: text(partner.name) })
  const star = (
    <svg viewBox="0 0 16 16" width={16} height={16} className={styles.star} aria-hidden="true" focusable="false">
      <path d="M8 1.8l1.9 4 4.3.5-3.2 3 .9 4.3L8 11.4l-3.9 2.2.9-4.3-3.2-3 4.3-.5z" />
    </svg>
  )
  return withWord ? (
    <Button
      aria-pressed={isOn}
      miw="max-content"
      leftSection={star}
      className={styles.word ?? ''}
      title={label}
      onClick={press}
    >
      {t(isOn ? 'shortlist.on' : 'shortlist.off')}
    </Button>
  ) : (
    <ActionIcon aria-pressed={isOn} aria-label={label} title={label} className={styles.sign ?? ''} onClick={press}>
      {star}
    </ActionIcon>
  )
}
