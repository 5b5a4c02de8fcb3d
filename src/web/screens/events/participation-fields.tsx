import { MultiSelect, NumberInput, SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { useEventWords } from './event-words.ts'
import { languageChoices, useLanguageWords } from './language-words.ts'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Participant } from './shapes.ts'

export type Participation = Pick<Participant, 'delegates' | 'attendance' | 'languages' | 'maxMeetings'>

/** How a company takes part, but for its hours. */
export function ParticipationFields({
  value,
  onChange,
  disabled = false,
}: {
  value: Participation
  onChange: (value: Participation) => void
  disabled?: boolean
}) {
  const t = useMessages(messages)
  const words = useEventWords()
  const { programme } = useProgramme()
  const { language } = useLanguageWords()
  const attendanceId = useId()
  const change = (part: Partial<Participation>) => onChange({ ...value, ...part })
  return (
    <>
      <div className={page.row}>
        <div>
          <p className={page.label} id={attendanceId}>
            {t('participation.attendance')}
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby={attendanceId}
            disabled={disabled}
            value={value.attendance}
            onChange={(attendance) => change({ attendance: attendance as Participation['attendance'] })}
            data={(['online', 'onsite'] as const).map((one) => ({ value: one, label: words(`attendances.${one}`) }))}
          />
        </div>
        <NumberInput
          label={t('participation.delegates')}
          description={t('participation.delegatesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={value.delegates}
          min={1}
          max={20}
          allowDecimal={false}
          disabled={disabled}
          onChange={(next) => change({ delegates: Math.max(1, Number(next)) })}
        />
        <NumberInput
          label={t('participation.max')}
          description={t('participation.maxHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={value.maxMeetings ?? ''}
          min={1}
          max={200}
          allowDecimal={false}
          disabled={disabled}
          onChange={(next) => change({ maxMeetings: next === '' ? null : Math.max(1, Number(next)) })}
        />
      </div>
      <MultiSelect
        label={t('participation.languages')}
        data={languageChoices(programme, value.languages).map((code) => ({ value: code, label: language(code) }))}
        value={[...value.languages]}
        disabled={disabled}
        error={value.languages.length === 0 ? t('participation.languagesMissing') : null}
        onChange={(languages) => change({ languages })}
      />
    </>
  )
}
