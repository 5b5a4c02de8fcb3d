import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Outputs, query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'

type PeopleOfParty = Outputs['scheduling']['readPeople']['host']

/** Who attends a meeting for each company; chosen there for one's own, read for the other. */
export function PeopleDialog({
  eventId,
  requestId,
  onClose,
}: {
  eventId: string
  requestId: string
  onClose: () => void
}) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const input = { programmeId: programme.id, eventId, requestId }
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(query.scheduling.readPeople.queryOptions({ input }))
  const name = useMutation({
    ...query.scheduling.nameDelegate.mutationOptions(),
    meta: { quiet: true },
    onSettled: () => client.invalidateQueries({ queryKey: query.scheduling.key() }),
  })
  return (
    <Modal
      opened
      title={t('people.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" onClick={onClose}>
          {t('people.done')}
        </Button>
      }
    >
      <div className={page.form} aria-busy={!data && !error}>
        <p>{t('people.lead')}</p>
        {error && !data ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
        {name.error ? <ProblemNotice error={name.error} /> : null}
        {(['host', 'guest'] as const).map((party) =>
          data ? (
            <Attendee
              key={party}
              people={data[party]}
              busy={name.isPending && name.variables.party === party}
              onName={(personId) => name.mutate({ ...input, party, personId })}
            />
          ) : null,
        )}
      </div>
    </Modal>
  )
}

function Attendee({
  people,
  busy,
  onName,
}: {
  people: PeopleOfParty
  busy: boolean
  onName: (personId: string | null) => void
}) {
  const t = useMessages(messages)
  const text = useText()
  const { companyName, attending, choices, may, delegates } = people
  if (!may.name || choices.length === 0) {
    return (
      <div>
        <p className={page.label}>{text(companyName)}</p>
        <p className={may.name ? page.quiet : undefined}>
          {may.name ? t('people.nobodyToName') : (attending?.name ?? t('people.anybody'))}
        </p>
      </div>
    )
  }
  return (
    <Select
      label={text(companyName)}
      description={t('people.atOnce', { count: delegates })}
      value={attending?.personId ?? ''}
      data={[
        { value: '', label: t('people.anybody') },
        ...choices.map(({ personId, name }) => ({ value: personId, label: name })),
      ]}
      allowDeselect={false}
      disabled={busy}
      onChange={(personId) => onName(personId === '' ? null : personId)}
    />
  )
}
