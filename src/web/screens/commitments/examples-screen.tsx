import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import { AssessmentView } from './assessment-view.tsx'
import { METHODS } from './commitment-search.ts'
import { useCommitmentWords } from './commitment-words.ts'
import { exampleAddress } from './example-address.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Method } from './shapes.ts'

const route = getRouteApi('/programmes/$programmeId/commitments/examples')

/** One worked example of acceptance for each technology, on data that are made up and say so. */
export function ExamplesScreen() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const current = route.useSearch().method ?? METHODS[0]
  return (
    <>
      <PageHead title={t('example.title')} badge={<SyntheticTag />} lead={t('example.lead')}>
        <nav aria-label={t('example.label')} className={page.tabs}>
          {METHODS.map((method) => (
            <Link
              key={method}
              to="/programmes/$programmeId/commitments/examples"
              params={{ programmeId: programme.id }}
              search={{ method }}
              activeOptions={{ exact: true, includeSearch: true }}
              activeProps={{ 'aria-current': undefined }}
              aria-current={method === current ? 'page' : undefined}
              resetScroll={false}
            >
              {t(`example.technologies.${method}`)}
            </Link>
          ))}
        </nav>
      </PageHead>
      <div className={page.page}>
        <Example key={current} method={current} />
      </div>
    </>
  )
}

function Example({ method }: { method: Method }) {
  const t = useMessages(messages)
  const words = useCommitmentWords()
  const { programme } = useProgramme()
  const { data, error, refetch } = useQuery(
    query.commitments.readWorkedExample.queryOptions({ input: { programmeId: programme.id, method } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <div className={page.waiting} aria-busy="true" />
  return (
    <Panel title={words(`methods.${method}`)} note={<SyntheticTag />}>
      <div className={page.stack}>
        <AssessmentView assessment={data.assessment} criteria={data.criteria} />
        <p className={page.small}>{t('example.made')}</p>
        <div className={page.actions}>
          <Button
            component="a"
            leftSection={<Icon name="download" />}
            href={exampleAddress(programme.id, method)}
            download={data.fileName}
          >
            {t('example.file')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
