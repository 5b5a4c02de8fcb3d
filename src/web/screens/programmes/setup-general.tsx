import { Button, Switch } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FEATURES } from '../../../modules/programmes/contract.ts'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './setup-messages.ts'
import styles from './settings.module.css'
import { useRereadProgramme } from './use-reread-programme.ts'

type Feature = (typeof FEATURES)[number]

/** Names, and the parts of the chain that the programme uses. */
export const SetupGeneral = () => (
  <>
    <Names />
    <Features />
  </>
)

function Names() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const reread = useRereadProgramme()
  const { name, operatorName, hostName, description } = programme
  const [draft, setDraft] = useState({ name, operatorName, hostName, description })
  const save = useMutation({
    ...query.programmes.updateProgramme.mutationOptions(),
    meta: { quiet: true },
    onSuccess: () => reread(),
  })
  const field = (key: keyof typeof draft, maxLength: number, rows = 1) => (
    <LocalizedFields
      label={t(key)}
      value={draft[key]}
      maxLength={maxLength}
      rows={rows}
      required={key === 'name' || key === 'operatorName'}
      onChange={(text) => setDraft((before) => ({ ...before, [key]: text }))}
    />
  )
  return (
    <Panel title={t('words')}>
      <form
        className={styles.wide}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ programmeId: programme.id, ...draft })
        }}
      >
        {field('name', 200)}
        {field('operatorName', 200)}
        {field('hostName', 200)}
        {field('description', 4000, 3)}
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Panel>
  )
}

/** As the server has them: what goes along with a part is switched off with it. */
const ALONG: Partial<Record<Feature, Feature>> = { rooms: 'consultation', commitments: 'agreements' }

function Features() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const reread = useRereadProgramme()
  const off = programme.featuresOff
  const set = useMutation({
    ...query.programmes.setFeatures.mutationOptions(),
    meta: { quiet: true },
    onSuccess: () => reread(),
  })
  const turn = (feature: Feature, on: boolean) =>
    set.mutate({
      programmeId: programme.id,
      off: on ? off.filter((each) => each !== feature) : [...off, feature],
    })
  return (
    <Panel title={t('features')} note={t('featuresNote')}>
      <p className={styles.quiet}>{t('featuresHint')}</p>
      {set.error ? <ProblemNotice error={set.error} compact /> : null}
      <ul className={styles.switches}>
        {FEATURES.map((feature) => {
          const leader = ALONG[feature]
          const follower = FEATURES.find((each) => ALONG[each] === feature)
          return (
            <li key={feature}>
              <Switch
                label={t(`feature.${feature}`)}
                description={follower ? t('needs', { part: t(`feature.${follower}`) }) : undefined}
                checked={!off.includes(feature)}
                disabled={set.isPending || (leader !== undefined && off.includes(leader))}
                onChange={(event) => turn(feature, event.currentTarget.checked)}
              />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
