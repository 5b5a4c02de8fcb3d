import { Button, MultiSelect, NumberInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { availabilityOfSlots, slotsWithin } from './availability.ts'
import { languageChoices, pairChoices, useLanguageWords } from './language-words.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { EventDetails, Interpreter } from './shapes.ts'
import { SlotPicker } from './slot-picker.tsx'
import { useRefreshEvent } from './use-event.ts'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** A new interpreter, or a change of one. */
export function InterpreterForm({
  event,
  interpreter,
  firstPair,
  onClose,
}: {
  event: EventDetails
  /** Null: a new one. */
  interpreter: Interpreter | null
  /** The pair that is needed most, to begin with. */
  firstPair: string | undefined
  onClose: () => void
}) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const { pair } = useLanguageWords()
  const [name, setName] = useState(interpreter?.name ?? '')
  const [email, setEmail] = useState(interpreter?.email ?? '')
  const [pairs, setPairs] = useState<string[]>(interpreter?.languagePairs ?? (firstPair ? [firstPair] : []))
  const [stretch, setStretch] = useState<number | null>(interpreter?.maxConsecutiveMinutes ?? null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(slotsWithin(event.timeslots, interpreter?.availability ?? []).map(({ id }) => id)),
  )
  const [tried, setTried] = useState(false)
  const save = useSave(event, interpreter, onClose)
  const faults = {
    name: name.trim() === '' ? t('interpreters.nameMissing') : null,
    email: email !== '' && !EMAIL.test(email.trim()) ? t('interpreters.emailWrong') : null,
    pairs: pairs.length === 0 ? t('interpreters.pairsMissing') : null,
  }
  const submit = () => {
    setTried(true)
    if (Object.values(faults).some((fault) => fault !== null)) return
    if (chosen.size === 0 && event.timeslots.length > 0) return
    save.mutate({
      name: name.trim(),
      email: email.trim() === '' ? null : email.trim(),
      languagePairs: pairs,
      maxConsecutiveMinutes: stretch,
      availability: availabilityOfSlots(event.timeslots, chosen),
    })
  }
  return (
    <Modal
      opened
      title={interpreter ? t('interpreters.editTitle', { name: interpreter.name }) : t('interpreters.addTitle')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={save.isPending} onClick={submit}>
          {t('interpreters.save')}
        </Button>
      }
    >
      <div className={page.form}>
        <div className={page.row}>
          <TextInput
            label={t('interpreters.name')}
            value={name}
            maxLength={200}
            required
            error={tried ? faults.name : null}
            onChange={(input) => setName(input.currentTarget.value)}
          />
          <TextInput
            type="email"
            label={t('interpreters.email')}
            description={t('interpreters.emailHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={email}
            maxLength={320}
            error={tried ? faults.email : null}
            onChange={(input) => setEmail(input.currentTarget.value)}
          />
        </div>
        <MultiSelect
          label={t('interpreters.pairs')}
          value={pairs}
          error={tried ? faults.pairs : null}
          onChange={setPairs}
          data={pairChoices(languageChoices(programme, []), pairs).map((one) => ({ value: one, label: pair(one) }))}
        />
        <NumberInput
          label={t('interpreters.stretch')}
          description={t('interpreters.stretchHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={stretch ?? ''}
          min={10}
          max={600}
          step={10}
          allowDecimal={false}
          onChange={(value) => setStretch(value === '' ? null : Number(value))}
        />
        <div>
          <p className={page.label}>{t('participation.hours')}</p>
          <SlotPicker timeslots={event.timeslots} value={chosen} onChange={setChosen} />
        </div>
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
      </div>
    </Modal>
  )
}

function useSave(event: EventDetails, interpreter: Interpreter | null, onClose: () => void) {
  const t = useMessages(messages)
  const refresh = useRefreshEvent()
  const add = useMutation({ ...query.events.addInterpreter.mutationOptions(), meta: { quiet: true } })
  const update = useMutation({ ...query.events.updateInterpreter.mutationOptions(), meta: { quiet: true } })
  const ofEvent = { programmeId: event.programmeId, eventId: event.id }
  type Facts = Omit<Parameters<typeof add.mutate>[0], 'programmeId' | 'eventId'>
  return {
    isPending: add.isPending || update.isPending,
    error: add.error ?? update.error,
    mutate(facts: Facts) {
      const onSuccess = async () => {
        await refresh()
        notify({ text: t('interpreters.saved', { name: facts.name }) })
        onClose()
      }
      if (interpreter) update.mutate({ ...ofEvent, interpreterId: interpreter.id, ...facts }, { onSuccess })
      else add.mutate({ ...ofEvent, ...facts }, { onSuccess })
    },
  }
}
