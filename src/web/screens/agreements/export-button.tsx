import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { plainUnits } from '../../../kernel/money.ts'
import { api } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { saveCsv } from '../../ui/csv.ts'
import { Icon } from '../../ui/icon.tsx'
import { notify } from '../../ui/notices.tsx'
import type { AgreementSearch } from './agreement-search.ts'
import { useAgreementWords } from './agreement-words.ts'
import { messages } from './messages.ts'
import type { AgreementRow } from './shapes.ts'

const FILE_NAME = 'agreements.csv'
const AT_ONCE = 200

/** Every agreement that fits the filter, whatever page is shown, as a table for a spreadsheet. */
export function ExportButton({ filter }: { filter: Omit<AgreementSearch, 'page'> }) {
  const t = useMessages(messages)
  const words = useAgreementWords()
  const text = useText()
  const { programme } = useProgramme()
  const line = (row: AgreementRow) => [
    row.number,
    text(row.title),
    words(`types.${row.type}`),
    row.parties.map(({ name, legalName }) => text(name) || legalName).join('; '),
    words(`statuses.${row.status}`),
    words(`origins.${row.origin}`),
    row.amount ? plainUnits(row.amount) : '',
    row.amount?.currency ?? '',
    row.signedOn ?? row.signedAt ?? '',
    row.prevailing ?? '',
    text(row.subject),
  ]
  const head = [
    t('list.number'),
    t('list.agreement'),
    t('list.type'),
    t('list.parties'),
    t('list.status'),
    t('detail.origin'),
    t('list.amount'),
    t('list.currency'),
    t('list.signedOn'),
    t('list.prevailing'),
    t('detail.subject'),
  ]
  const save = useMutation({
    mutationFn: () => listAll({ programmeId: programme.id, ...filter }),
    onSuccess: (rows) => {
      saveCsv([head, ...rows.map(line)], FILE_NAME)
      notify({ text: t('list.exported', { name: FILE_NAME }) })
    },
  })
  return (
    <Button leftSection={<Icon name="download" />} loading={save.isPending} onClick={() => save.mutate()}>
      {t('list.export')}
    </Button>
  )
}

async function listAll(input: { programmeId: string } & Omit<AgreementSearch, 'page'>): Promise<AgreementRow[]> {
  const rows: AgreementRow[] = []
  for (let page = 1; ; page += 1) {
    const found = await api.agreements.listAgreements({ ...input, page, pageSize: AT_ONCE })
    rows.push(...found.rows)
    if (found.rows.length === 0 || rows.length >= found.total) return rows
  }
}
