import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './ceremony-screen.module.css'
import { messages } from './messages.ts'
import type { Agreement, Party } from './shapes.ts'

const signerOf = ({ signatory, legalName }: Party) => signatory?.name ?? legalName

/** The parties in their order, large enough to be read in the room. */
export function CeremonyParties({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const { programme } = useProgramme()
  const [asked, setAsked] = useState<Party | null>(null)
  const sign = useMutation({
    ...query.agreements.recordCeremonySignature.mutationOptions({
      onSuccess: () => setAsked(null),
      // Also after a refusal: somebody else has recorded it, or the state has changed.
      onSettled: async () => {
        void client.invalidateQueries({ queryKey: query.programmes.readOverview.key() })
        await client.invalidateQueries({ queryKey: query.agreements.key() })
      },
    }),
    meta: { quiet: true },
  })
  return (
    <>
      <ol className={styles.parties}>
        {agreement.parties.map((party) => (
          <PartyCard key={party.id} party={party} agreement={agreement} onSign={() => setAsked(party)} />
        ))}
      </ol>
      {asked ? (
        <Confirm
          opened
          title={t('ceremony.confirmTitle', { name: signerOf(asked) })}
          confirmLabel={t('ceremony.hasFor', { name: signerOf(asked) })}
          busy={sign.isPending}
          onCancel={() => setAsked(null)}
          onConfirm={() => sign.mutate({ programmeId: programme.id, agreementId: agreement.id, partyId: asked.id })}
        >
          <p>{t('ceremony.confirmBody', { party: asked.legalName })}</p>
          {sign.error ? <ProblemNotice error={sign.error} compact /> : null}
        </Confirm>
      ) : null}
    </>
  )
}

function PartyCard({ party, agreement, onSign }: { party: Party; agreement: Agreement; onSign: () => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { signatures, awaitedParties } = agreement
  const signature = signatures.find(({ partyId, voidedAt }) => partyId === party.id && voidedAt === null)
  const isNext = awaitedParties.includes(party.id)
  const { position, legalName, latinName, name, signatory } = party
  return (
    <li className={styles.party} data-state={signature ? 'signed' : isNext ? 'next' : 'later'}>
      <span className={styles.position}>{signature ? <Icon name="check" size={20} /> : position}</span>
      <div className={styles.names}>
        <b>{legalName}</b>
        {latinName === legalName ? null : <span>{latinName}</span>}
        {[legalName, latinName].includes(text(name)) ? null : <span>{text(name)}</span>}
      </div>
      {signatory ? (
        <div className={styles.signer}>
          <b>{signatory.name}</b>
          <span>{signatory.office}</span>
        </div>
      ) : null}
      <div className={styles.deed}>
        {signature ? (
          <span>
            {t('ceremony.signedAt')} <Time at={signature.signedAt} stacked />
          </span>
        ) : isNext ? (
          <Button size="md" variant="filled" onClick={onSign}>
            {t('ceremony.has')}
          </Button>
        ) : (
          <span>{t('ceremony.later')}</span>
        )}
      </div>
    </li>
  )
}
