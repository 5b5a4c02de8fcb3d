import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { useMessages } from '../../locale.tsx'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Modal } from '../../ui/modal.tsx'
import { messages } from './messages.ts'
import styles from './newsroom.module.css'
import type { BannerInput } from './shapes.ts'

/** The name of a partner and where its banner leads. */
export function BannerForm({
  busy,
  onAdd,
  onClose,
}: {
  busy: boolean
  onAdd: (banner: BannerInput) => void
  onClose: () => void
}) {
  const t = useMessages(messages)
  const [title, setTitle] = useState<LocalizedText>({})
  const [address, setAddress] = useState('https://')
  const isAddress = /^https?:\/\/[^\s/]+\.[^\s/]+/.test(address) && URL.canParse(address)
  return (
    <Modal
      opened
      title={t('pages.addBanner')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          loading={busy}
          disabled={!isAddress || Object.keys(title).length === 0}
          onClick={() => onAdd({ title, address })}
        >
          {t('pages.add')}
        </Button>
      }
    >
      <div className={styles.dialog}>
        <LocalizedFields label={t('pages.bannerTitle')} value={title} onChange={setTitle} maxLength={120} required />
        <TextInput
          type="url"
          label={t('pages.bannerAddress')}
          maxLength={500}
          required
          value={address}
          onChange={(input) => setAddress(input.currentTarget.value)}
        />
      </div>
    </Modal>
  )
}
