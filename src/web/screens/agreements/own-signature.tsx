import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { Icon } from '../../ui/icon.tsx'
import { messages } from './messages.ts'
import styles from './own-signature.module.css'
import type { Agreement } from './shapes.ts'

/** To whoever signs for a party with the address they are signed in with: the way to the signing page. */
export function OwnSignature({
  agreement,
  ...key
}: {
  programmeId: string
  agreementId: string
  agreement: Pick<Agreement, 'awaitedParties' | 'signatures'>
}) {
  const t = useMessages(messages)
  const { data } = useQuery({
    ...query.agreements.readOwnSigningLink.queryOptions({ input: key }),
    meta: { quiet: true },
  })
  if (!data?.link) return null
  // The party stands in the link, before its proof.
  const partyId = data.link.split('.')[1] ?? ''
  const isAwaited = agreement.awaitedParties.includes(partyId)
  return (
    <section className={styles.own} data-hand={isAwaited || undefined} aria-label={t('detail.yourPaper')}>
      <Icon name={isAwaited ? 'warning' : 'document'} />
      <p>{t(isAwaited ? 'detail.yourTurn' : 'detail.yourPaper')}</p>
      <Button component="a" href={`/app/sign#${data.link}`} variant={isAwaited ? 'filled' : 'default'}>
        {t(isAwaited ? 'detail.readAndSign' : 'detail.openPaper')}
      </Button>
    </section>
  )
}
