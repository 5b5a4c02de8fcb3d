import { Button, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import type { Outputs } from '../../api.ts'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { nameWithCode } from './company-name.tsx'
import { useShores } from './use-shores.ts'
import { messages } from './view-messages.ts'
import styles from './weights-view.module.css'

type Service = NonNullable<Outputs['matching']['readTextServices']['translation']>
type Draft = Outputs['matching']['listTranslations']['rows'][number]
type Field = keyof Draft['texts']

/** Says whether texts leave the server, and lets the operator have a profile translated where a service is set up. */
export function ServicesPanel() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { data, error } = useQuery(
    query.matching.readTextServices.queryOptions({ input: { programmeId: programme.id } }),
  )
  const service = data?.translation ?? null
  return (
    <Panel title={t('services.title')}>
      {error ? <ProblemNotice error={error} compact /> : null}
      {data && !service && !data.embedding ? <p>{t('services.off')}</p> : null}
      {data?.embedding ? <p>{t('services.ranking', { ...data.embedding })}</p> : null}
      {service ? <p>{t('services.on', { ...service })}</p> : null}
      {service ? <Translations service={service} /> : null}
    </Panel>
  )
}

function Translations({ service }: { service: Service }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const client = useQueryClient()
  const [companyId, setCompanyId] = useState<string | null>(null)
  const [profileId, setProfileId] = useState<string | null>(null)
  const [from, setFrom] = useState<Locale>('ko')
  const [to, setTo] = useState<Locale>('ru')
  const { data: shores } = useShores()
  const { data: company } = useQuery({
    ...query.companies.readCompany.queryOptions({ input: { programmeId: programme.id, companyId: companyId ?? '' } }),
    enabled: companyId !== null,
  })
  const drafts = useQuery({
    ...query.matching.listTranslations.queryOptions({
      input: { programmeId: programme.id, profileId: profileId ?? '' },
    }),
    enabled: profileId !== null,
  })
  const draft = useMutation({
    ...query.matching.draftTranslation.mutationOptions(),
    onSettled: () => client.invalidateQueries({ queryKey: query.matching.listTranslations.key() }),
  })
  const languages = LOCALES.map((value) => ({ value, label: t(`services.languages.${value}`) }))
  return (
    <>
      <form
        className={styles.choices}
        onSubmit={(event) => {
          event.preventDefault()
          if (profileId !== null) draft.mutate({ programmeId: programme.id, profileId, from, to })
        }}
      >
        <Select
          label={t('services.company')}
          searchable
          value={companyId}
          data={(shores?.companies ?? []).map(({ id, name, code }) => ({
            value: id,
            label: nameWithCode(text(name), code),
          }))}
          onChange={(id) => {
            setCompanyId(id)
            setProfileId(null)
          }}
        />
        <Select
          label={t('services.profile')}
          disabled={companyId === null}
          value={profileId}
          data={(company?.profiles ?? []).map(({ id, title }) => ({ value: id, label: text(title) }))}
          onChange={setProfileId}
        />
        <Select
          label={t('services.from')}
          value={from}
          data={languages}
          onChange={(value) => value && setFrom(value as Locale)}
        />
        <Select
          label={t('services.to')}
          value={to}
          data={languages}
          onChange={(value) => value && setTo(value as Locale)}
        />
        <Button type="submit" disabled={profileId === null || from === to} loading={draft.isPending}>
          {t('services.send', { host: service.host })}
        </Button>
      </form>
      {drafts.data && drafts.data.rows.length > 0 ? (
        <div className={styles.drafts}>
          <h3>{t('services.drafts')}</h3>
          {drafts.data.rows.map((row) => (
            <DraftForm key={row.id} draft={row} />
          ))}
        </div>
      ) : null}
    </>
  )
}

function DraftForm({ draft }: { draft: Draft }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const client = useQueryClient()
  const [texts, setTexts] = useState(draft.texts)
  const decide = useMutation({
    ...query.matching.decideTranslation.mutationOptions(),
    onSuccess: (_, { approve }) => notify({ text: t(approve ? 'services.approved' : 'services.discarded') }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: query.matching.listTranslations.key() })
      void client.invalidateQueries({ queryKey: query.companies.key() })
    },
  })
  const answer = (approve: boolean) =>
    decide.mutate({ programmeId: programme.id, translationId: draft.id, approve, texts: approve ? texts : null })
  return (
    <div className={styles.draft}>
      <StatusBadge tone="hand">{t('services.machine', { model: draft.model })}</StatusBadge>
      {(Object.keys(draft.texts) as Field[]).map((field) => (
        <Textarea
          key={field}
          label={t(`services.fields.${field}`)}
          autosize
          lang={draft.targetLocale}
          value={texts[field] ?? ''}
          onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
        />
      ))}
      <div className={styles.deeds}>
        <Button variant="filled" loading={decide.isPending} onClick={() => answer(true)}>
          {t('services.approve')}
        </Button>
        <Button disabled={decide.isPending} onClick={() => answer(false)}>
          {t('services.discard')}
        </Button>
      </div>
    </div>
  )
}
