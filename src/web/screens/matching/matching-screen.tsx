import { Button, SegmentedControl } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useMessages } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { CompareView } from './compare-view.tsx'
import { ExposureView } from './exposure-view.tsx'
import { InterestsView } from './interests-view.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { MatchList } from './match-list.tsx'
import { type MatchSearch, VIEWS, type View } from './match-search.ts'
import styles from './matching-screen.module.css'
import { messages } from './messages.ts'
import page from './page.module.css'
import { RunPanel } from './run-panel.tsx'
import { ShoresView } from './shores-view.tsx'
import { TechnologiesView } from './technologies-view.tsx'
import { isGoing, needsRanking, useMatchRun } from './use-match-run.ts'
import { WeightsView } from './weights-view.tsx'

const route = getRouteApi('/programmes/$programmeId/matching/')

/** Who fits whom, as a picture of the two shores or as a ranked list, and the run that works it out. */
export function MatchingScreen() {
  const t = useMessages(messages)
  const { programme, roles } = useProgramme()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const control = useMatchRun(programme.id)
  const { run, error } = control
  const isOperator = roles.includes('operator')
  const change = (next: MatchSearch) => void navigate({ search: next, replace: true, resetScroll: false })
  if (error && run === undefined) throw error
  if (run === undefined) return <PendingScreen />
  const view = search.view ?? 'shores'
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          isOperator && run && !isGoing(run) && !needsRanking(run) ? (
            <Button leftSection={<Icon name="play" />} loading={control.starting} onClick={control.start}>
              {t('run.again')}
            </Button>
          ) : null
        }
      >
        {run ? (
          <div className={styles.views}>
            <SegmentedControl
              aria-label={t('views.label')}
              value={view}
              onChange={(next) => change({ ...search, view: next as View })}
              data={VIEWS.filter((each) => isOperator || !OPERATORS_VIEWS.has(each)).map((each) => ({
                value: each,
                label: t(`views.${each}`),
              }))}
            />
          </div>
        ) : null}
      </PageHead>
      <div className={page.page}>
        {run ? <RunPanel control={control} /> : null}
        {run === null ? (
          <NeverRanked starting={control.starting} onStart={isOperator ? control.start : null} />
        ) : (
          <ChosenView search={search} onChange={change} />
        )}
      </div>
    </>
  )
}

/** Where something is decided that the operator alone decides. */
const OPERATORS_VIEWS: ReadonlySet<View> = new Set(['shortlists', 'weights'])

function ChosenView({ search, onChange }: { search: MatchSearch; onChange: (search: MatchSearch) => void }) {
  switch (search.view ?? 'shores') {
    case 'shores':
      return <ShoresView search={search} onChange={onChange} />
    case 'list':
      return <MatchList search={search} onChange={onChange} />
    case 'technologies':
      return <TechnologiesView />
    case 'compare':
      return <CompareView search={search} onChange={onChange} />
    case 'shortlists':
      return <ExposureView />
    case 'interests':
      return <InterestsView />
    case 'weights':
      return <WeightsView />
  }
}

/** Nothing has been worked out yet: what it takes, and the way to it. */
function NeverRanked({ starting, onStart }: { starting: boolean; onStart: (() => void) | null }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  return (
    <EmptyState
      title={t('run.never')}
      action={
        onStart ? (
          <div className={styles.firstSteps}>
            <LinkButton to="/programmes/$programmeId/companies" params={{ programmeId: programme.id }}>
              {t('run.toCompanies')}
            </LinkButton>
            <Button variant="filled" leftSection={<Icon name="play" />} loading={starting} onClick={onStart}>
              {t('run.first')}
            </Button>
          </div>
        ) : null
      }
    >
      {t(onStart ? 'run.neverHint' : 'run.neverYet')}
    </EmptyState>
  )
}
