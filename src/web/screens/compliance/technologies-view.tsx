import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { DetermineForm } from './determine-form.tsx'
import { LicenceForm } from './licence-form.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import { QuestionnaireForm } from './questionnaire-form.tsx'
import type { Questionnaire, Technologies } from './shapes.ts'

type Dialog = { readonly kind: 'determine' | 'licence'; readonly of: Questionnaire } | 'new' | null

/** What is handed over, with the entries of control lists that somebody should read, and what people made of them. */
export function TechnologiesView() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const [dialog, setDialog] = useState<Dialog>(null)
  const close = () => setDialog(null)
  const { data, error, refetch } = useQuery(
    query.compliance.listQuestionnaires.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PendingScreen />
  const add = data.may.manage ? (
    <Button leftSection={<Icon name="plus" />} onClick={() => setDialog('new')}>
      {t('technology.new')}
    </Button>
  ) : null
  return (
    <>
      {data.rows.length === 0 ? (
        <EmptyState title={t('technology.none')} action={add}>
          {t('technology.noneHint')}
        </EmptyState>
      ) : (
        <>
          <div className={page.bar}>{add}</div>
          <div className={page.pair}>
            {data.rows.map((row) => (
              <QuestionnairePanel
                key={row.id}
                row={row}
                data={data}
                onDetermine={() => setDialog({ kind: 'determine', of: row })}
                onLicence={() => setDialog({ kind: 'licence', of: row })}
              />
            ))}
          </div>
        </>
      )}
      <SourcesPanel table={data.table} />
      {dialog === 'new' ? <QuestionnaireForm table={data.table} onClose={close} /> : null}
      {typeof dialog === 'object' && dialog?.kind === 'determine' ? (
        <DetermineForm row={dialog.of} onClose={close} />
      ) : null}
      {typeof dialog === 'object' && dialog?.kind === 'licence' ? (
        <LicenceForm
          of={{ kind: 'technology', questionnaireId: dialog.of.id, revision: dialog.of.revision }}
          onClose={close}
        />
      ) : null}
    </>
  )
}

const TONES = {
  'to-check': 'hand',
  'no-licence-needed': 'done',
  'licence-required': 'hand',
  'licence-on-file': 'done',
} as const

function QuestionnairePanel({
  row,
  data: { table, may },
  onDetermine,
  onLicence,
}: {
  row: Questionnaire
  data: Technologies
  onDetermine: () => void
  onLicence: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const technology = table.technologies.find(({ key }) => key === row.technology)
  const titleOf = (code: string) => text(table.entries.find((entry) => entry.code === code)?.title ?? {})
  const name = technology ? text(technology.title) : row.technology
  // Named like its technology, it is named in the reader's language.
  const isNamedAlike = Object.values(technology?.title ?? {}).includes(row.title)
  return (
    <Panel
      title={isNamedAlike ? name : row.title}
      note={<StatusBadge tone={TONES[row.state]}>{t(`technologyStates.${row.state}`)}</StatusBadge>}
    >
      <div className={page.form}>
        <p className={page.quiet}>
          {[
            ...(isNamedAlike ? [] : [name]),
            ...row.answers.map((answer) => {
              const parameter = technology?.parameters.find(({ key }) => key === answer.key)
              return `${parameter ? text(parameter.title) : answer.key}: ${answer.text}`
            }),
          ].join(' · ')}
        </p>
        <div>
          <strong>{t('technology.check')}</strong>
          <dl className={page.facts}>
            {row.entries.map(({ code, first }) => (
              <div key={code} className={page.line}>
                <dt>{code}</dt>
                <dd>
                  {titleOf(code)} {first ? <StatusBadge tone="hand">{t('technology.first')}</StatusBadge> : null}
                </dd>
              </div>
            ))}
          </dl>
        </div>
        {row.reason ? (
          <p>
            {row.reason}{' '}
            <span className={page.quiet}>
              {[row.determinedByName, row.expiresOn ? t('technology.until', { day: row.expiresOn }) : null]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
        ) : null}
        {row.licences.map(({ id, number, authority, scope, validFrom, expiresOn }) => (
          <p key={id}>
            {number} · {authority} · {scope}{' '}
            <span className={page.quiet}>{t('party.validUntil', { from: validFrom, until: expiresOn })}</span>
          </p>
        ))}
        {may.manage ? (
          <div className={page.bar}>
            <Button onClick={onDetermine}>{t('technology.determine')}</Button>
            {row.state === 'licence-required' || row.state === 'licence-on-file' ? (
              <Button onClick={onLicence}>{t('licence.add')}</Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </Panel>
  )
}

function SourcesPanel({ table }: { table: Technologies['table'] }) {
  const t = useMessages(messages)
  const text = useText()
  return (
    <Panel title={t('technology.sources')}>
      <p className={page.quiet}>{t('technology.checkHint', { version: table.version })}</p>
      <ul className={page.sources}>
        {table.sources.map(({ title, url }) => (
          <li key={text(title)}>
            <a href={url} target="_blank" rel="noreferrer">
              {text(title)}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
