import { Button, Radio, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Inputs, type Outputs, query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { notify } from '../../ui/notices.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { type SideDraft, SidesForm, toDraft, toSide } from './sides-form.tsx'
import { messages } from './setup-messages.ts'
import styles from './settings.module.css'

type Templates = Outputs['programmes']['listTemplates']
type Beginning = Inputs['programmes']['openProgramme']['from']

/** A further programme: from a template, as one that is there, or from nothing. */
export function NewProgrammeScreen() {
  const t = useMessages(messages)
  const { data, error } = useQuery(query.programmes.listTemplates.queryOptions())
  if (error && !data) return <ProblemNotice error={error} />
  if (!data) return <PendingScreen />
  return (
    <>
      <PageHead title={t('create.title')} lead={data.mayOpen ? t('create.lead') : undefined} />
      {data.mayOpen ? (
        <div className={styles.page}>
          <NewProgramme templates={data} />
        </div>
      ) : (
        <EmptyState title={t('create.notAllowed')}>{t('create.notAllowedHint')}</EmptyState>
      )}
    </>
  )
}

/** A beginning as the value of a choice, and back. */
const beginningOf = (value: string): Beginning => {
  const [kind, rest = ''] = value.split(':')
  if (kind === 'template') return { kind, template: rest as (Beginning & { kind: 'template' })['template'] }
  return kind === 'programme' ? { kind, fromId: rest } : { kind: 'empty' }
}

function NewProgramme({ templates }: { templates: Templates }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { open, ...form } = useForm(templates)
  return (
    <form
      className={styles.newProgramme}
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <Panel title={t('create.begin')}>
        <BeginChoice templates={templates} value={form.begin} onChange={form.setBegin} />
      </Panel>
      <Panel title={t('words')}>
        <div className={styles.wide}>
          <LocalizedFields label={t('name')} required maxLength={200} value={form.name} onChange={form.setName} />
          <LocalizedFields
            label={t('operatorName')}
            required
            maxLength={200}
            value={form.operatorName}
            onChange={form.setOperatorName}
          />
          <TextInput
            label={t('create.slug')}
            description={t('create.slugHint')}
            required
            maxLength={63}
            pattern="[a-z0-9][a-z0-9\-]{1,62}"
            value={form.slug}
            autoComplete="off"
            spellCheck={false}
            placeholder={programme.slug}
            onChange={(input) => form.setSlug(input.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('create.firstDay')}
            description={t('create.firstDayHint')}
            value={form.firstDay}
            onChange={(input) => form.setFirstDay(input.currentTarget.value)}
          />
        </div>
      </Panel>
      <Panel title={t('create.sides')}>
        <SidesForm sides={form.sides} onChange={form.setSides} />
      </Panel>
      {open.error ? <ProblemNotice error={open.error} /> : null}
      <div>
        <Button type="submit" variant="filled" loading={open.isPending}>
          {t('create.deed')}
        </Button>
      </div>
    </form>
  )
}

/** What was filled in so far; another beginning brings its own sides. */
function useForm(templates: Templates) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const navigate = useNavigate()
  const own = useQuery(query.programmes.listProgrammes.queryOptions()).data?.rows ?? []
  const { programme } = useProgramme()
  const [first] = templates.rows
  const [begin, chooseBegin] = useState(`template:${first?.code}`)
  const [name, setName] = useState<SideDraft['name']>({})
  const [operatorName, setOperatorName] = useState<SideDraft['name']>(programme.operatorName as SideDraft['name'])
  const [slug, setSlug] = useState('')
  const [firstDay, setFirstDay] = useState('')
  const [sides, setSides] = useState<readonly SideDraft[]>(() => (first?.sides ?? []).map(toDraft))
  const open = useMutation({
    ...query.programmes.openProgramme.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async ({ programmeId }) => {
      // Roles and programmes are both others now.
      await Promise.all([
        client.invalidateQueries({ queryKey: query.accounts.readSession.key() }),
        client.invalidateQueries({ queryKey: query.programmes.listProgrammes.key() }),
      ])
      notify({ text: t('create.opened') })
      await navigate({ to: '/programmes/$programmeId', params: { programmeId } })
    },
  })
  const setBegin = (value: string) => {
    chooseBegin(value)
    const from = beginningOf(value)
    const found =
      from.kind === 'template'
        ? templates.rows.find(({ code }) => code === from.template)
        : own.find(({ id }) => from.kind === 'programme' && id === from.fromId)
    const [one, other] = first?.sides ?? []
    setSides(found ? found.sides.map(toDraft) : [one, other].flatMap((side) => (side ? [toDraft(side)] : [])))
  }
  const submit = () =>
    open.mutate({
      slug: slug.trim(),
      name,
      operatorName,
      hostName: {},
      description: {},
      from: beginningOf(begin),
      sides: sides.map(toSide),
      firstDay: firstDay === '' ? null : firstDay,
    })
  return {
    begin,
    setBegin,
    name,
    setName,
    operatorName,
    setOperatorName,
    slug,
    setSlug,
    firstDay,
    setFirstDay,
    sides,
    setSides,
    open,
    submit,
  }
}

function BeginChoice({
  templates,
  value,
  onChange,
}: {
  templates: Templates
  value: string
  onChange: (value: string) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const own = useQuery(query.programmes.listProgrammes.queryOptions()).data?.rows ?? []
  return (
    <Radio.Group aria-label={t('create.begin')} value={value} onChange={onChange}>
      <div className={styles.choices}>
        {templates.rows.map((row) => (
          <Radio
            key={row.code}
            value={`template:${row.code}`}
            label={t(`create.templates.${row.code}`)}
            description={[
              row.event ? t('create.brings', row.event) : '',
              row.featuresOff.length > 0
                ? t('create.without', { parts: row.featuresOff.map((each) => t(`feature.${each}`)).join(', ') })
                : '',
            ]
              .filter(Boolean)
              .join('. ')}
          />
        ))}
        {own
          .filter(({ id }) => templates.ownIds.includes(id))
          .map(({ id, name }) => (
            <Radio key={id} value={`programme:${id}`} label={t('create.like', { name: text(name) })} />
          ))}
        <Radio value="empty" label={t('create.empty')} />
      </div>
    </Radio.Group>
  )
}
