import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './consent-bar.module.css'
import { messages } from './privacy-messages.ts'

/** Asks once, in one line, for the consents that nothing was said of; nothing waits for the answer. */
export function ConsentBar() {
  const t = useMessages(messages)
  const { programme, person } = useProgramme()
  const key = `naru-consents-later-${person.id}`
  const [isLater, setLater] = useState(() => localStorage.getItem(key) !== null)
  const { data } = useQuery({ ...query.accounts.readConsents.queryOptions(), enabled: !isLater, staleTime: Infinity })
  const count = data?.consents.filter(({ given }) => given === null).length ?? 0
  if (isLater || count === 0) return null
  const later = () => {
    localStorage.setItem(key, '1')
    setLater(true)
  }
  return (
    <aside className={styles.bar} aria-label={t('title')}>
      <p>{t('bar', { count })}</p>
      <LinkButton size="xs" to="/programmes/$programmeId/my/account" params={{ programmeId: programme.id }}>
        {t('answer')}
      </LinkButton>
      <Button size="xs" variant="subtle" onClick={later}>
        {t('later')}
      </Button>
    </aside>
  )
}
