import { Checkbox } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { PersonRow } from './people-columns.tsx'
import { messages } from './people-messages.ts'
import styles from './people.module.css'

const HOLDS = ['signed-agreements', 'screening-evidence', 'meeting-records'] as const

/** Forgets a person who asked for it; what stays, and why, is said before. */
export function ErasePerson({ row, onClose }: { row: PersonRow; onClose: () => void }) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const { programme } = useProgramme()
  const [isAsked, setAsked] = useState(false)
  const input = { programmeId: programme.id, personId: row.id }
  const preview = useQuery({ ...query.accounts.previewErasure.queryOptions({ input }), staleTime: 0, retry: false })
  const erase = useMutation({
    ...query.accounts.erasePerson.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: query.accounts.listPeople.key() })
      notify({ text: t('erasure.done') })
      onClose()
    },
  })
  const kept = HOLDS.flatMap((hold) => {
    const count = preview.data?.kept[hold] ?? 0
    return count > 0 ? [{ hold, count }] : []
  })
  const error = preview.error ?? erase.error
  return (
    <Confirm
      opened
      serious
      title={t('erasure.title', { name: row.name })}
      confirmLabel={t('erasure.deed')}
      busy={erase.isPending || preview.isPending}
      disabled={!isAsked || !preview.data}
      onCancel={onClose}
      onConfirm={() => erase.mutate(input)}
    >
      <div className={styles.erasureBody}>
        <p>{t('erasure.hint')}</p>
        {preview.data ? (
          <div className={styles.erasure} role="status">
            <p>{t('erasure.erased', { count: preview.data.erased })}</p>
            {kept.length === 0 ? (
              <p>{t('erasure.nothingStays')}</p>
            ) : (
              <>
                <p>{t('erasure.stays')}</p>
                <ul>
                  {kept.map(({ hold, count }) => (
                    <li key={hold}>{t(`erasure.holds.${hold}`, { count })}</li>
                  ))}
                </ul>
              </>
            )}
          </div>
        ) : null}
        {error ? <ProblemNotice error={error} compact /> : null}
        <Checkbox
          label={t('erasure.asked', { name: row.name })}
          checked={isAsked}
          disabled={!preview.data}
          onChange={(box) => setAsked(box.currentTarget.checked)}
        />
      </div>
    </Confirm>
  )
}
