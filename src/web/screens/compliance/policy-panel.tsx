import { Button, NumberInput, Switch } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { notify } from '../../ui/notices.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { messages } from './messages.ts'
import page from './page.module.css'
import type { Desk } from './shapes.ts'
import { useRefresh } from './use-refresh.ts'

/** What the programme demands; screening goes out of force by a proposal alone. */
export function PolicyPanel({ desk, onSwitchOff }: { desk: Desk; onSwitchOff: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const refresh = useRefresh()
  const [policy, setPolicy] = useState(desk.policy)
  const isLocked = !desk.may.setPolicy
  const hasList = desk.service !== null || desk.lists.some(({ retiredAt }) => retiredAt === null)
  const save = useMutation({
    ...query.compliance.setPolicy.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('policy.saved') })
    },
  })
  const days = (label: string, key: 'maxListAgeDays' | 'maxScreeningAgeDays') => (
    <NumberInput
      label={label}
      min={1}
      max={366}
      disabled={isLocked}
      value={policy[key]}
      onChange={(value) => setPolicy({ ...policy, [key]: Number(value) })}
    />
  )
  return (
    <Panel title={t('policy.title')}>
      <div className={page.form}>
        {desk.policy.inForce ? (
          <p>
            <StatusBadge tone="done">{t('policy.inForce')}</StatusBadge>
          </p>
        ) : (
          <Switch
            label={t('policy.inForce')}
            description={hasList ? null : t('policy.needList')}
            disabled={isLocked || !hasList}
            checked={policy.inForce}
            onChange={(input) => setPolicy({ ...policy, inForce: input.currentTarget.checked })}
          />
        )}
        <div className={page.row}>
          <NumberInput
            label={t('policy.threshold')}
            min={50}
            max={100}
            disabled={isLocked}
            value={Math.round(policy.threshold * 100)}
            onChange={(value) => setPolicy({ ...policy, threshold: Number(value) / 100 })}
          />
          {days(t('policy.maxListAge'), 'maxListAgeDays')}
          {days(t('policy.maxScreeningAge'), 'maxScreeningAgeDays')}
        </div>
        <Switch
          label={t('policy.technology')}
          disabled={isLocked}
          checked={policy.technologyRequired}
          onChange={(input) => setPolicy({ ...policy, technologyRequired: input.currentTarget.checked })}
        />
        {isLocked ? null : (
          <div className={page.bar}>
            <Button
              variant="filled"
              loading={save.isPending}
              onClick={() => save.mutate({ programmeId: programme.id, ...policy })}
            >
              {t('policy.save')}
            </Button>
            {desk.policy.inForce ? <Button onClick={onSwitchOff}>{t('policy.switchOff')}</Button> : null}
          </div>
        )}
      </div>
    </Panel>
  )
}
