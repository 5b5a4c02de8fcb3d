import { Button, Checkbox, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { type Outputs, api, query } from '../../api.ts'
import { useLocale, useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Icon } from '../../ui/icon.tsx'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice, ProblemSentence } from '../../ui/problem-notice.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SyntheticTag } from '../../ui/synthetic-tag.tsx'
import { codeBeside } from './code-beside.ts'
import { useEventWords } from './event-words.ts'
import { useLanguageWords } from './language-words.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import styles from './register-form.module.css'
import type { EventDetails, Participant } from './shapes.ts'
import { useRefreshEvent } from './use-event.ts'

type Company = Outputs['companies']['listCompanies']['rows'][number]

/** Companies that are not registered yet, a tick each; they are registered one after the other. */
export function RegisterForm({
  event,
  participants,
  onClose,
}: {
  event: EventDetails
  participants: readonly Participant[]
  onClose: () => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const companies = useUnregistered(participants)
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [attendance, setAttendance] = useState<'online' | 'onsite'>('online')
  const [delegates, setDelegates] = useState(1)
  const { run, progress, refusals } = useRegistration(event, onClose)
  const shown = (companies.data ?? []).filter((company) => isNamed(company, search))
  const start = () =>
    run(
      (companies.data ?? []).filter(({ id }) => chosen.has(id)),
      { attendance, delegates },
    )
  return (
    <Modal
      opened
      title={t('register.title')}
      onClose={onClose}
      foot={
        <>
          <output className={styles.count}>{t('register.chosen', { count: chosen.size })}</output>
          <Button variant="filled" disabled={chosen.size === 0} loading={progress !== null} onClick={start}>
            {t('register.deed', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <div className={page.form}>
        {companies.data?.length === 0 ? null : (
          <Defaults
            attendance={attendance}
            delegates={delegates}
            onAttendance={setAttendance}
            onDelegates={setDelegates}
          />
        )}
        {progress ? <Progress label={t('register.working')} done={progress.done} total={progress.total} /> : null}
        {refusals.length > 0 ? (
          <div className={styles.refusals} role="alert">
            <b>{t('register.refused', { count: refusals.length })}</b>
            <ul>
              {refusals.map(({ company, error }) => (
                <li key={company.id}>
                  {text(company.name)}: <ProblemSentence error={error} />
                </li>
              ))}
            </ul>
          </div>
        ) : null}
        {companies.error ? <ProblemNotice error={companies.error} compact /> : null}
        {companies.data?.length === 0 ? (
          <p>{t('register.everybody')}</p>
        ) : (
          <TextInput
            type="search"
            aria-label={t('register.search')}
            placeholder={t('register.search')}
            leftSection={<Icon name="search" />}
            value={search}
            onChange={(input) => setSearch(input.currentTarget.value)}
          />
        )}
        {programme.sides.map((side) => (
          <SideChoice
            key={side.id}
            name={text(side.name)}
            languages={side.languages}
            companies={shown.filter(({ sideId }) => sideId === side.id)}
            chosen={chosen}
            onChange={setChosen}
          />
        ))}
      </div>
    </Modal>
  )
}

/** What every chosen company begins with. */
function Defaults({
  attendance,
  delegates,
  onAttendance,
  onDelegates,
}: {
  attendance: 'online' | 'onsite'
  delegates: number
  onAttendance: (attendance: 'online' | 'onsite') => void
  onDelegates: (delegates: number) => void
}) {
  const t = useMessages(messages)
  const words = useEventWords()
  const attendanceId = useId()
  return (
    <>
      <p className={page.quiet}>{t('register.hint')}</p>
      <div className={page.row}>
        <div>
          <p className={page.label} id={attendanceId}>
            {t('participation.attendance')}
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={attendanceId}
            value={attendance}
            onChange={(value) => onAttendance(value as 'online' | 'onsite')}
            data={(['online', 'onsite'] as const).map((one) => ({ value: one, label: words(`attendances.${one}`) }))}
          />
        </div>
        <NumberInput
          label={t('participation.delegates')}
          value={delegates}
          min={1}
          max={20}
          allowDecimal={false}
          onChange={(value) => onDelegates(Math.max(1, Number(value)))}
        />
      </div>
    </>
  )
}

const isNamed = ({ code, name }: Company, words: string): boolean =>
  [code, ...Object.values(name)].some((one) => one?.toLowerCase().includes(words.trim().toLowerCase()))

function SideChoice({
  name,
  languages,
  companies,
  chosen,
  onChange,
}: {
  name: string
  languages: readonly string[]
  companies: readonly Company[]
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { list } = useNumbers()
  const { language } = useLanguageWords()
  if (companies.length === 0) return null
  const count = companies.filter(({ id }) => chosen.has(id)).length
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    onChange(next)
  }
  return (
    <fieldset className={styles.side}>
      <legend className="hidden-text">{name}</legend>
      <Checkbox
        label={t('register.all', { side: name })}
        description={t('register.languages', { languages: list(languages.map(language)) })}
        checked={count === companies.length}
        indeterminate={count > 0 && count < companies.length}
        onChange={(input) =>
          set(
            companies.map(({ id }) => id),
            input.currentTarget.checked,
          )
        }
      />
      <ul>
        {companies.map((company) => (
          <li key={company.id}>
            <Checkbox
              label={
                <span className={page.name}>
                  <small>{codeBeside(company.code, text(company.name))}</small> {text(company.name)}
                  {company.synthetic ? <SyntheticTag /> : null}
                </span>
              }
              checked={chosen.has(company.id)}
              onChange={(input) => set([company.id], input.currentTarget.checked)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

const PAGE_SIZE = 500

/** Companies of the programme that do not take part; those who withdrew are in the table, to be registered again there. */
function useUnregistered(participants: readonly Participant[]) {
  const { programme } = useProgramme()
  const { locale } = useLocale()
  const known = new Set(participants.map(({ companyId }) => companyId))
  return useQuery({
    ...query.companies.listCompanies.queryOptions({
      input: { programmeId: programme.id, locale, pageSize: PAGE_SIZE, sort: 'code' },
    }),
    select: ({ rows }) => rows.filter(({ id }) => !known.has(id)),
  })
}

interface Refused {
  readonly company: Company
  readonly error: unknown
}

/** Registers one after the other, so that one refusal does not keep the others out. */
function useRegistration(event: EventDetails, onDone: () => void) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefreshEvent()
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const [refusals, setRefusals] = useState<readonly Refused[]>([])
  const run = async (
    companies: readonly Company[],
    values: { attendance: 'online' | 'onsite'; delegates: number },
  ): Promise<void> => {
    const refused: Refused[] = []
    for (const [done, company] of companies.entries()) {
      setProgress({ done, total: companies.length })
      const languages = programme.sides.find(({ id }) => id === company.sideId)?.languages ?? ['en']
      const input = { programmeId: programme.id, eventId: event.id, companyId: company.id, languages, ...values }
      // One at a time: forty writes at once would only wait for each other.
      await api.events.registerParticipant(input).catch((error: unknown) => refused.push({ company, error }))
    }
    await refresh()
    setProgress(null)
    setRefusals(refused)
    if (refused.length < companies.length) {
      notify({ text: t('register.done', { count: companies.length - refused.length }) })
    }
    if (refused.length === 0) onDone()
  }
  return {
    progress,
    refusals,
    run: (...args: Parameters<typeof run>) => {
      void run(...args)
    },
  }
}
