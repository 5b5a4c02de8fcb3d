import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { messages as caseMessages } from '../../../modules/cases/messages.ts'
import { useLocale, useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { formatCalendarDay } from '../../ui/time-format.ts'
import { CaseDeeds } from './case-deeds.tsx'
import { CaseDue } from './case-due.tsx'
import { DocumentsPanel, NotesPanel } from './case-papers.tsx'
import styles from './cases.module.css'
import { CASE_TONES } from './cases-table.tsx'
import { messages } from './messages.ts'
import type { CaseFile, CaseState } from './shapes.ts'
import { usePairName } from './use-case-deeds.ts'

const route = getRouteApi('/programmes/$programmeId/cases/$caseId')

/** One case: where it stands, what comes next, who looks after it, and everything that was put to it. */
export function CaseScreen() {
  const { caseId } = route.useParams()
  const words = useMessages(caseMessages)
  const pairName = usePairName()
  const { programme } = useProgramme()
  const { data, error, refetch } = useQuery(
    query.cases.readCase.queryOptions({ input: { programmeId: programme.id, caseId } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead
        title={pairName(data)}
        badge={<StatusBadge tone={CASE_TONES[data.state]}>{words(`states.${data.state}`)}</StatusBadge>}
        lead={data.about ?? undefined}
      />
      <div className={styles.columns}>
        <div className={styles.stack}>
          {data.mayMoveTo.length > 0 ? <CaseDeeds key={data.revision} file={data} /> : null}
          <NotesPanel file={data} />
          <DocumentsPanel file={data} />
        </div>
        <div className={styles.stack}>
          <Facts file={data} />
          <History file={data} />
        </div>
      </div>
    </>
  )
}

function Facts({ file }: { file: CaseFile }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const { host, guest, requestId, owner, nextAction, openedAt, movedAt, confidential } = file
  return (
    <Panel title={t('one.facts')}>
      <dl className={styles.list}>
        <div>
          <dt>{t('form.host')}</dt>
          <dd>
            {text(host.name)} <small>{host.code}</small>
          </dd>
        </div>
        <div>
          <dt>{t('form.guest')}</dt>
          <dd>
            {text(guest.name)} <small>{guest.code}</small>
          </dd>
        </div>
        <div>
          <dt>{t('columns.owner')}</dt>
          <dd>{owner?.name ?? t('noOwner')}</dd>
        </div>
        <div>
          <dt>{t('columns.next')}</dt>
          <dd>
            {nextAction ?? t('noAction')} <CaseDue row={file} />
          </dd>
        </div>
        <div>
          <dt>{t('one.from')}</dt>
          <dd>
            {requestId === null ? (
              t('one.byHand')
            ) : (
              <Link
                to="/programmes/$programmeId/rooms/$requestId/log"
                params={{ programmeId: programme.id, requestId }}
              >
                {t('one.meeting')}
              </Link>
            )}{' '}
            {confidential ? <StatusBadge tone="neutral">{t('confidential')}</StatusBadge> : null}
          </dd>
        </div>
        <div>
          <dt>{t('one.since')}</dt>
          <dd>
            <Time at={movedAt} day="short" />
          </dd>
        </div>
        <div>
          <dt>{t('one.opened')}</dt>
          <dd>
            <Time at={openedAt} day="short" />
          </dd>
        </div>
      </dl>
    </Panel>
  )
}

function History({ file: { steps } }: { file: CaseFile }) {
  const t = useMessages(messages)
  const sentence = useStepSentence()
  return (
    <Panel title={t('one.history')}>
      <ol className={styles.history}>
        {steps.map((step) => (
          <li key={`${step.at} ${step.kind} ${step.toText ?? step.toPerson ?? ''}`}>
            <span>{sentence(step)}</span>
            <small>
              <Time at={step.at} day="short" /> · {step.byName ?? t('one.itself')}
            </small>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function useStepSentence(): (step: CaseFile['steps'][number]) => string {
  const t = useMessages(messages)
  const words = useMessages(caseMessages)
  const { locale } = useLocale()
  const state = (code: string | null) => (code === null ? '' : words(`states.${code as CaseState}`))
  return ({ kind, fromText, toText, fromPerson, toPerson, dueOn }) => {
    if (kind === 'opened') return t('one.steps.opened')
    if (kind === 'moved') return t('one.steps.moved', { from: state(fromText), to: state(toText) })
    if (kind === 'transferred') {
      const to = toPerson ?? ''
      return fromPerson ? t('one.steps.transferred', { from: fromPerson, to }) : t('one.steps.taken', { to })
    }
    if (toText === null) return t('one.steps.cleared')
    if (dueOn === null) return t('one.steps.planned', { to: toText })
    return t('one.steps.plannedBy', { to: toText, day: formatCalendarDay(dueOn, locale) })
  }
}
