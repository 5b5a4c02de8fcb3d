import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { LOCALES, type LocalizedText } from '../../../kernel/locale.ts'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './messages.ts'
import styles from './newsroom.module.css'

const ADDRESS = /^[a-z0-9][a-z0-9-]{1,100}$/

/** What an address can be made of a title: its Latin letters and digits. */
export const addressOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80)

/** An article without records to start from. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const navigate = useNavigate()
  const [titles, setTitles] = useState<LocalizedText>({})
  const [typed, setTyped] = useState<string | null>(null)
  const address = typed ?? addressOf(titles.en ?? '')
  const create = useMutation({
    ...query.newsroom.createArticle.mutationOptions(),
    meta: { quiet: true },
    onSuccess: ({ id }) =>
      navigate({
        to: '/programmes/$programmeId/newsroom/$articleId',
        params: { programmeId: programme.id, articleId: id },
      }),
  })
  const run = () =>
    create.mutate({
      programmeId: programme.id,
      slug: address,
      content: Object.fromEntries(
        LOCALES.flatMap((locale) =>
          titles[locale] ? [[locale, { title: titles[locale], subtitle: '', body: [] }] as const] : [],
        ),
      ),
      byline: programme.operatorName,
    })
  return (
    <Modal
      opened
      title={t('create.title')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          disabled={!ADDRESS.test(address) || Object.keys(titles).length === 0}
          loading={create.isPending}
          onClick={run}
        >
          {t('create.deed')}
        </Button>
      }
    >
      <div className={styles.dialog}>
        <LocalizedFields
          label={t('create.headline')}
          value={titles}
          onChange={setTitles}
          maxLength={200}
          rows={2}
          required
        />
        <TextInput
          label={t('create.address')}
          description={t('create.addressHint')}
          leftSection="/news/"
          leftSectionWidth={56}
          maxLength={100}
          required
          value={address}
          onChange={(input) => setTyped(input.currentTarget.value)}
        />
        {create.error ? <ProblemNotice error={create.error} compact /> : null}
      </div>
    </Modal>
  )
}
