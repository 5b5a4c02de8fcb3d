import { Button, Checkbox, NumberInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { estimateRequests } from './estimate.ts'
import styles from './from-matches-form.module.css'
import { messages } from './messages.ts'
import page from './page.module.css'
import { PathButton } from './path-button.tsx'
import type { Match } from './shapes.ts'
import { useLivePairs, useNeverPairs } from './use-pairs.ts'
import { useRefreshRequests } from './use-refresh-requests.ts'

const MOST_MATCHES = 500
const MOST_PER_COMPANY = 20

/** Asks for everybody's best matches at once; the counts follow the fields before anything is done. */
export function FromMatchesForm({ eventId, onClose }: { eventId: string; onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshRequests()
  const [perParticipant, setPer] = useState(4)
  const [minScore, setMinScore] = useState(20)
  const [accepted, setAccepted] = useState(false)
  const { facts, shown, total, isReady } = useFacts(eventId)
  const estimate = estimateRequests({ ...facts, perParticipant, minScore })
  const create = useMutation({
    ...query.meetings.requestFromMatches.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ created, skipped, held }) => {
      await refresh()
      notify({ text: t('best.done', { created, skipped }) })
      if (held > 0) notify({ text: t('best.held', { count: held }), tone: 'hand' })
      onClose()
    },
  })
  const isUnranked = isReady && total === 0
  return (
    <Modal
      opened
      title={t('best.title')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          disabled={!isReady || estimate.created === 0}
          loading={create.isPending}
          onClick={() => create.mutate({ programmeId: programme.id, eventId, perParticipant, minScore, accepted })}
        >
          {t('best.deed', { count: estimate.created })}
        </Button>
      }
    >
      <div className={page.form}>
        <p>{t('best.intro')}</p>
        <div className={page.row}>
          <NumberInput
            label={t('best.per')}
            value={perParticipant}
            min={1}
            max={MOST_PER_COMPANY}
            clampBehavior="strict"
            allowDecimal={false}
            onChange={(value) => setPer(Math.max(1, Number(value)))}
          />
          <NumberInput
            label={t('best.min')}
            value={minScore}
            min={0}
            max={100}
            clampBehavior="strict"
            allowDecimal={false}
            onChange={(value) => setMinScore(Number(value))}
          />
        </div>
        <Checkbox
          label={t('best.accepted')}
          description={t('best.acceptedHint')}
          checked={accepted}
          onChange={(input) => setAccepted(input.currentTarget.checked)}
        />
        {isUnranked ? (
          <div className={styles.plan}>
            <p>{t('best.unranked')}</p>
            <PathButton path="/matching">{t('best.toMatching')}</PathButton>
          </div>
        ) : (
          <div className={styles.plan} role="status" aria-busy={!isReady}>
            {isReady ? (
              <>
                <p className={styles.count}>
                  <b>{t('best.plan', { count: estimate.created })}</b>
                  {estimate.created > 0 ? ` ${t('best.planFrom', { companies: estimate.hosts })}` : null}
                </p>
                <p>{t('best.skipped', { count: estimate.skipped })}</p>
                <p data-hand={estimate.without > 0 || undefined}>{t('best.without', { count: estimate.without })}</p>
                {shown < total ? <p className={page.quiet}>{t('best.partial', { shown, total })}</p> : null}
              </>
            ) : null}
          </div>
        )}
        {create.error ? <ProblemNotice error={create.error} compact /> : null}
      </div>
    </Modal>
  )
}

function useFacts(eventId: string) {
  const { programme } = useProgramme()
  const input = { programmeId: programme.id, eventId }
  const event = useQuery(query.events.readEvent.queryOptions({ input }))
  const participants = useQuery(query.events.listParticipants.queryOptions({ input }))
  const matches = useQuery(
    query.matching.listMatches.queryOptions({ input: { programmeId: programme.id, limit: MOST_MATCHES } }),
  )
  const live = useLivePairs(eventId)
  const never = useNeverPairs(eventId)
  const rows = matches.data?.rows ?? []
  return {
    isReady: [event, participants, matches, live, never].every(({ isSuccess }) => isSuccess),
    shown: rows.length,
    total: matches.data?.total ?? 0,
    facts: {
      acrossSidesOnly: event.data?.whoMayMeet !== 'anyone',
      participants: (participants.data?.rows ?? []).filter(({ status }) => status === 'registered'),
      pairs: rows.flatMap(bothWays),
      live: live.data ?? [],
      never: never.data ?? [],
    },
  }
}

/** Each pair comes once; either company may be the one that asks. */
const bothWays = ({ company, partner, score, shortlisted }: Match) => [
  { companyId: company.id, partnerId: partner.id, score, shortlisted },
  { companyId: partner.id, partnerId: company.id, score, shortlisted: false },
]
