import { Button, Select, TextInput, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { LOCALES, type Locale } from '../../../kernel/locale.ts'
import { MAIL_KINDS } from '../../../modules/programmes/contract.ts'
import { type Outputs, query } from '../../api.ts'
import { useLocale, useMessages } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { messages as uiMessages } from '../../ui/messages.ts'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './setup-messages.ts'
import styles from './settings.module.css'
import { useRereadProgramme } from './use-reread-programme.ts'

type Wording = Outputs['programmes']['listMailWordings']['rows'][number]
type MailKind = Wording['kind']

/** An operator's words for each kind of mail in each language, beside how the mail then reads. */
export function SetupMails() {
  const t = useMessages(messages)
  const ui = useMessages(uiMessages)
  const reader = useLocale().locale
  const { programme } = useProgramme()
  const [kind, setKind] = useState<MailKind>('invitation')
  const [locale, setLocale] = useState<Locale>(reader)
  const { data, error } = useQuery(
    query.programmes.listMailWordings.queryOptions({ input: { programmeId: programme.id } }),
  )
  if (error && !data) return <ProblemNotice error={error} />
  if (!data) return <PendingScreen />
  const isOwn = (which: MailKind) =>
    data.rows.some((row) => row.kind === which && (row.subject ?? row.intro ?? row.footer) !== null)
  const wording = data.rows.find((row) => row.kind === kind && row.locale === locale)!
  return (
    <Panel title={t('mails')}>
      <p className={styles.quiet}>{t('mailsHint')}</p>
      <div className={styles.form}>
        <Select
          label={t('mailKind')}
          value={kind}
          allowDeselect={false}
          data={MAIL_KINDS.map((value) => ({
            value,
            label: isOwn(value) ? `${t(`kinds.${value}`)} (${t('own')})` : t(`kinds.${value}`),
          }))}
          onChange={(value) => setKind((value ?? kind) as MailKind)}
        />
        <Select
          label={t('mailLanguage')}
          value={locale}
          allowDeselect={false}
          data={LOCALES.map((value) => ({ value, label: ui(`languages.${value}`) }))}
          onChange={(value) => setLocale((value ?? locale) as Locale)}
        />
      </div>
      <WordingForm key={`${kind} ${locale}`} wording={wording} placeholders={data.placeholders} />
    </Panel>
  )
}

function WordingForm({
  wording,
  placeholders,
}: {
  wording: Wording
  placeholders: Outputs['programmes']['listMailWordings']['placeholders']
}) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const reread = useRereadProgramme()
  const { kind, locale, ours } = wording
  const [subject, setSubject] = useState(wording.subject ?? '')
  const [intro, setIntro] = useState(wording.intro ?? '')
  const [footer, setFooter] = useState(wording.footer ?? '')
  const draft = { programmeId: programme.id, kind, locale, subject, intro, footer }
  const preview = useQuery({
    ...query.programmes.previewMail.queryOptions({ input: draft }),
    placeholderData: (before) => before,
    retry: false,
    meta: { quiet: true },
  })
  const save = useMutation({
    ...query.programmes.saveMailWording.mutationOptions(),
    meta: { quiet: true },
    onSuccess: () => reread(),
  })
  const reset = () => {
    setSubject('')
    setIntro('')
    setFooter('')
    save.mutate({ programmeId: programme.id, kind, locale })
  }
  const isOwn = (wording.subject ?? wording.intro ?? wording.footer) !== null
  return (
    <div className={styles.beside}>
      <form
        className={styles.wide}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(draft)
        }}
      >
        <TextInput
          label={t('subject')}
          description={t('subjectHint', { subject: ours.subject })}
          lang={locale}
          maxLength={150}
          value={subject}
          onChange={(input) => setSubject(input.currentTarget.value)}
        />
        <Textarea
          label={t('intro')}
          lang={locale}
          rows={3}
          maxLength={1000}
          value={intro}
          onChange={(input) => setIntro(input.currentTarget.value)}
        />
        <Textarea
          label={t('footer')}
          lang={locale}
          rows={3}
          maxLength={1000}
          value={footer}
          onChange={(input) => setFooter(input.currentTarget.value)}
        />
        <p className={styles.quiet}>
          {t('placeholders')}: {placeholders.map((name) => `{${name}} ${t(`placeholder.${name}`)}`).join(', ')}
        </p>
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
        <div className={styles.actions}>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {t('save')}
          </Button>
          <Button disabled={!isOwn || save.isPending} onClick={reset}>
            {t('backToOurs')}
          </Button>
        </div>
      </form>
      <section className={styles.mail} aria-label={t('preview')} lang={locale}>
        <h3>
          {t('preview')} <small>{t('previewNote')}</small>
        </h3>
        {preview.error ? <ProblemNotice error={preview.error} compact /> : null}
        {preview.data ? (
          <>
            <p className={styles.subject}>{preview.data.subject}</p>
            <pre>{preview.data.text}</pre>
          </>
        ) : null}
      </section>
    </div>
  )
}
