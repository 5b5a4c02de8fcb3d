import { Button, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { Modal } from '../../ui/modal.tsx'
import { notify } from '../../ui/notices.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import styles from './cases.module.css'
import { messages } from './messages.ts'
import { useRefreshCases } from './use-case-deeds.ts'

const MOST_COMPANIES = 500

/** A case that no log has opened. */
export function NewCase({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const programmeId = programme.id
  const refresh = useRefreshCases()
  const [hostId, setHostId] = useState<string | null>(null)
  const [guestId, setGuestId] = useState<string | null>(null)
  const [about, setAbout] = useState('')
  const [next, setNext] = useState('')
  const [by, setBy] = useState('')
  const [tried, setTried] = useState(false)
  const { data } = useQuery(
    query.companies.listCompanies.queryOptions({ input: { programmeId, pageSize: MOST_COMPANIES } }),
  )
  const companies = (data?.rows ?? []).map(({ id, code, name }) => ({ value: id, label: `${text(name)} (${code})` }))
  const open = useMutation({
    ...query.cases.openCase.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t('form.done') })
      onClose()
    },
  })
  const isSame = hostId !== null && hostId === guestId
  const lacksAction = by !== '' && next.trim() === ''
  const save = () => {
    setTried(true)
    if (!hostId || !guestId || isSame || lacksAction) return
    const facts = { about, nextAction: next, nextActionOn: by === '' ? null : by }
    open.mutate({ programmeId, hostCompanyId: hostId, guestCompanyId: guestId, ...facts })
  }
  return (
    <Modal
      opened
      title={t('form.title')}
      onClose={onClose}
      foot={
        <Button variant="filled" loading={open.isPending} onClick={save}>
          {t('form.save')}
        </Button>
      }
    >
      <div className={styles.form}>
        <Select
          label={t('form.host')}
          searchable
          data={companies}
          value={hostId}
          onChange={setHostId}
          error={tried && !hostId ? t('form.missing') : null}
        />
        <Select
          label={t('form.guest')}
          searchable
          data={companies}
          value={guestId}
          onChange={setGuestId}
          error={tried && !guestId ? t('form.missing') : tried && isSame ? t('form.same') : null}
        />
        <TextInput
          label={t('form.about')}
          maxLength={500}
          value={about}
          onChange={(event) => setAbout(event.currentTarget.value)}
        />
        <TextInput
          label={t('form.next')}
          maxLength={500}
          value={next}
          error={tried && lacksAction ? t('one.actionMissing') : null}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <TextInput type="date" label={t('form.by')} value={by} onChange={(event) => setBy(event.currentTarget.value)} />
        {open.error ? <ProblemNotice error={open.error} compact /> : null}
      </div>
    </Modal>
  )
}
