import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useNumbers } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { ScreeningState } from '../../shell/screening-badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Time } from '../../ui/time.tsx'
import { AsOfPanel } from './as-of-panel.tsx'
import { DecideForm } from './decide-form.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { HitCard } from './hit-card.tsx'
import { LicenceForm } from './licence-form.tsx'
import { messages } from './messages.ts'
import { OwnersForm } from './owners-form.tsx'
import page from './page.module.css'
import { PartyFacts } from './party-facts.tsx'
import type { Deed, Screening } from './shapes.ts'
import { useRefresh } from './use-refresh.ts'

const route = getRouteApi('/programmes/$programmeId/screening/$screeningId')

/** The deed that usually follows stands out; the others beside it. */
const USUAL: readonly Deed[] = ['set-aside', 'clear-with-conditions', 'resume']

/** One party: what was found, what can be decided, and what was decided before. */
export function PartyScreen() {
  const params = route.useParams()
  const { data, error } = useQuery(query.compliance.readScreening.queryOptions({ input: params }))
  if (error && !data) throw error
  return data ? <Party screening={data} /> : <PendingScreen />
}

type Dialog = { readonly deed: Deed } | 'licence' | 'owners' | null

function Party({ screening }: { screening: Screening }) {
  const t = useMessages(messages)
  const { programmeId } = route.useParams()
  const refresh = useRefresh()
  const [dialog, setDialog] = useState<Dialog>(null)
  const close = () => setDialog(null)
  const again = useMutation({
    ...query.compliance.checkAgain.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('party.checkedAgain') })
    },
  })
  const { name, state, stale, may, screeningId } = screening
  return (
    <>
      <PageHead
        title={name}
        badge={<ScreeningState state={state} isStale={stale.length > 0} />}
        lead={t(`kinds.${screening.subjectKind}`)}
        actions={
          <LinkButton to="/programmes/$programmeId/screening" params={{ programmeId }}>
            {t('party.back')}
          </LinkButton>
        }
      />
      <div className={page.page}>
        <Notes screening={screening} />
        <div className={page.bar}>
          {may.deeds.map((deed) => (
            <Button
              key={deed}
              miw="max-content"
              {...(USUAL.includes(deed) ? { variant: 'filled' } : {})}
              onClick={() => setDialog({ deed })}
            >
              {t(`deeds.${deed}`)}
            </Button>
          ))}
          {may.addLicence ? (
            <Button miw="max-content" onClick={() => setDialog('licence')}>
              {t('licence.add')}
            </Button>
          ) : null}
          {may.manage ? (
            <Button
              miw="max-content"
              loading={again.isPending}
              onClick={() => again.mutate({ programmeId, screeningId })}
            >
              {t('party.again')}
            </Button>
          ) : null}
        </div>
        <FoundPanel screening={screening} />
        <div className={page.pair}>
          <PartyFacts screening={screening} onEditOwners={may.manage ? () => setDialog('owners') : null} />
          <HistoryPanel screening={screening} />
        </div>
        <AsOfPanel programmeId={programmeId} screeningId={screeningId} />
      </div>
      {dialog === 'licence' ? (
        <LicenceForm of={{ kind: 'party', screeningId, revision: screening.revision }} onClose={close} />
      ) : null}
      {dialog === 'owners' ? <OwnersForm screening={screening} onClose={close} /> : null}
      {typeof dialog === 'object' && dialog ? (
        <DecideForm screening={screening} deed={dialog.deed} onClose={close} />
      ) : null}
    </>
  )
}

function Notes({ screening }: { screening: Screening }) {
  const t = useMessages(messages)
  const { stale, state, escalatedByName, conditions } = screening
  return (
    <>
      {stale.length > 0 ? (
        <div className={page.note} data-tone="hand">
          <strong>{t('party.staleTitle')}</strong>
          <ul>
            {stale.map((reason) => (
              <li key={reason}>{t(`stale.${reason}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {state === 'escalated' ? (
        <p className={page.note}>{t('party.escalated', { name: escalatedByName ?? '–' })}</p>
      ) : null}
      {conditions ? (
        <p className={page.note}>
          <strong>{t('party.conditions')}:</strong> {conditions}
        </p>
      ) : null}
    </>
  )
}

function FoundPanel({ screening }: { screening: Screening }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  const { check } = screening
  if (!check) return null
  const made = t('party.matcher', {
    version: check.matcherVersion,
    threshold: number(Math.round(check.threshold * 100)),
  })
  return (
    <Panel
      title={t('party.current')}
      note={
        <>
          <Time at={check.checkedAt} day="short" /> · {made}
        </>
      }
    >
      {check.hits.length === 0 ? (
        <EmptyState title={t('party.noHits')} />
      ) : (
        <ul className={page.list}>
          {check.hits.map((found) => (
            <li key={`${found.key}/${found.ownerKey ?? ''}`}>
              <HitCard found={found} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
