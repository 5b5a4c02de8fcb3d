import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LocalizedText } from '../../../../kernel/locale.ts'
import { api } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { FilePicker } from '../../../ui/file-picker.tsx'
import { LocalizedFields } from '../../../ui/localized-fields.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { messages } from '../messages.ts'
import type { Photo } from '../shapes.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import { useRefreshNewsroom } from './use-saving.ts'

const MAX_BYTES = 8_000_000
const ENDINGS = ['.jpg', '.jpeg', '.png', '.webp']

/** A new photograph, or the words of one that is there: caption, credit and what those read who do not see it. */
export function PhotoForm({ photo, onClose }: { photo: Photo | null; onClose: () => void }) {
  const t = useMessages(messages)
  const { desk } = useDesk()
  const { programme } = useProgramme()
  const refresh = useRefreshNewsroom()
  const [file, setFile] = useState<File | null>(null)
  const [caption, setCaption] = useState<LocalizedText>(photo?.caption ?? {})
  const [alternative, setAlternative] = useState<LocalizedText>(photo?.alternative ?? {})
  const [credit, setCredit] = useState(photo?.credit ?? '')
  const save = useMutation({
    mutationFn: async () => {
      const key = { programmeId: programme.id, articleId: desk.article.id }
      const words = { caption, alternative, credit: credit.trim() }
      if (photo) await api.newsroom.describePhoto({ ...key, photoId: photo.id, ...words })
      else if (file) await api.newsroom.addPhoto({ ...key, file, ...words })
    },
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t(photo ? 'photos.saved' : 'photos.added') })
      onClose()
    },
  })
  const isWhole =
    (photo !== null || file !== null) &&
    credit.trim() !== '' &&
    Object.keys(caption).length > 0 &&
    Object.keys(alternative).length > 0
  return (
    <Modal
      opened
      title={t(photo ? 'photos.editTitle' : 'photos.add')}
      onClose={onClose}
      foot={
        <Button variant="filled" disabled={!isWhole} loading={save.isPending} onClick={() => save.mutate()}>
          {t(photo ? 'photos.saveDeed' : 'photos.add')}
        </Button>
      }
    >
      <div className={styles.dialog}>
        {photo ? null : (
          <FilePicker
            label={t('photos.file')}
            accept={ENDINGS}
            maxBytes={MAX_BYTES}
            picked={file?.name ?? null}
            onPick={setFile}
          />
        )}
        <LocalizedFields
          label={t('photos.caption')}
          value={caption}
          onChange={setCaption}
          maxLength={500}
          rows={2}
          required
        />
        <LocalizedFields
          label={t('photos.alternative')}
          description={t('photos.alternativeHint')}
          value={alternative}
          onChange={setAlternative}
          maxLength={500}
          rows={2}
          required
        />
        <TextInput
          label={t('photos.credit')}
          description={t('photos.creditHint')}
          maxLength={200}
          required
          value={credit}
          onChange={(input) => setCredit(input.currentTarget.value)}
        />
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
      </div>
    </Modal>
  )
}
