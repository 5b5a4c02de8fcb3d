import { ActionIcon, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Locale, textIn } from '../../../../kernel/locale.ts'
import { query } from '../../../api.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { messages } from '../messages.ts'
import type { Photo } from '../shapes.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import { PhotoForm } from './photo-form.tsx'
import { useRefreshNewsroom } from './use-saving.ts'

/** The photographs in their order, with their words. */
export function PhotosPanel({ language }: { language: Locale }) {
  const t = useMessages(messages)
  const { desk, mayEdit } = useDesk()
  const { programme } = useProgramme()
  const refresh = useRefreshNewsroom()
  const [form, setForm] = useState<Photo | 'new' | null>(null)
  const [leaving, setLeaving] = useState<Photo | null>(null)
  const arrange = useMutation({ ...query.newsroom.arrangePhotos.mutationOptions(), onSuccess: refresh })
  const ids = desk.photos.map(({ id }) => id)
  const move = (from: number, to: number) =>
    arrange.mutate({
      programmeId: programme.id,
      articleId: desk.article.id,
      photoIds: ids.toSpliced(from, 1).toSpliced(to, 0, ids[from]!),
    })
  return (
    <Panel title={t('photos.title')} note={String(desk.photos.length)}>
      <p className={styles.quiet}>{t(desk.photos.length === 0 ? 'photos.none' : 'photos.hint')}</p>
      <ol className={styles.photos}>
        {desk.photos.map((photo, index) => (
          <PhotoRow
            key={photo.id}
            photo={photo}
            language={language}
            onUp={index === 0 ? null : () => move(index, index - 1)}
            onDown={index === ids.length - 1 ? null : () => move(index, index + 1)}
            onEdit={() => setForm(photo)}
            onRemove={() => setLeaving(photo)}
          />
        ))}
      </ol>
      {mayEdit ? (
        <Button leftSection={<Icon name="plus" />} onClick={() => setForm('new')}>
          {t('photos.add')}
        </Button>
      ) : null}
      {form ? <PhotoForm photo={form === 'new' ? null : form} onClose={() => setForm(null)} /> : null}
      {leaving ? <RemoveDialog photo={leaving} onClose={() => setLeaving(null)} /> : null}
    </Panel>
  )
}

function PhotoRow({
  photo,
  language,
  onUp,
  onDown,
  onEdit,
  onRemove,
}: {
  photo: Photo
  language: Locale
  onUp: (() => void) | null
  onDown: (() => void) | null
  onEdit: () => void
  onRemove: () => void
}) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { photoAddress, mayEdit, editors } = useDesk()
  const putIntoText = () => {
    const body = editors.at(`${language}.body`)
    if (!body) return
    if (editors.lastOf(language) !== body) body.commands.focus('end')
    body
      .chain()
      .focus()
      .insertContent({ type: 'photo', attrs: { photoId: photo.id } })
      .run()
  }
  return (
    <li>
      <img src={photoAddress(photo.id)} alt={textIn(photo.alternative, locale)} width={88} height={64} />
      <div>
        <p>{textIn(photo.caption, locale)}</p>
        <small>{photo.credit}</small>
        {mayEdit ? (
          <div className={styles.photoDeeds}>
            <ActionIcon aria-label={t('photos.up')} disabled={!onUp} onClick={() => onUp?.()}>
              <Icon name="chevron-left" />
            </ActionIcon>
            <ActionIcon aria-label={t('photos.down')} disabled={!onDown} onClick={() => onDown?.()}>
              <Icon name="chevron-right" />
            </ActionIcon>
            <Button size="xs" onClick={putIntoText}>
              {t('photos.insert')}
            </Button>
            <Button size="xs" onClick={onEdit}>
              {t('photos.edit')}
            </Button>
            <ActionIcon aria-label={t('photos.remove')} onClick={onRemove}>
              <Icon name="close" />
            </ActionIcon>
          </div>
        ) : null}
      </div>
    </li>
  )
}

function RemoveDialog({ photo, onClose }: { photo: Photo; onClose: () => void }) {
  const t = useMessages(messages)
  const { desk } = useDesk()
  const { programme } = useProgramme()
  const refresh = useRefreshNewsroom()
  const remove = useMutation({
    ...query.newsroom.removePhoto.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  return (
    <Confirm
      opened
      serious
      title={t('photos.removeTitle')}
      confirmLabel={t('photos.remove')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ programmeId: programme.id, articleId: desk.article.id, photoId: photo.id })}
      onCancel={onClose}
    >
      <p>{t('photos.removeHint')}</p>
      {remove.error ? <ProblemNotice error={remove.error} compact /> : null}
    </Confirm>
  )
}
