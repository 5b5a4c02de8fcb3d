import { ActionIcon } from '@mantine/core'
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { useContext } from 'react'
import { textIn } from '../../../../kernel/locale.ts'
import { useMessages } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { messages } from '../messages.ts'
import { LanguageContext, useDesk } from './desk-context.ts'
import styles from './editor.module.css'

/** A photograph where it stands in the text. */
export function PhotoView({ node, selected, deleteNode }: ReactNodeViewProps) {
  const t = useMessages(messages)
  const { photos, photoAddress, mayEdit } = useDesk()
  const language = useContext(LanguageContext)
  const photo = photos.get(String(node.attrs.photoId))
  return (
    <NodeViewWrapper as="figure" className={styles.photo} data-selected={selected || undefined} data-drag-handle>
      {photo ? <img src={photoAddress(photo.id)} alt={textIn(photo.alternative, language)} /> : null}
      <figcaption contentEditable={false}>
        {photo ? `${textIn(photo.caption, language)} · ${photo.credit}` : t('tools.gone')}
      </figcaption>
      {mayEdit ? (
        <ActionIcon className={styles.photoAway} aria-label={t('figures.remove')} onClick={() => deleteNode()}>
          <Icon name="close" />
        </ActionIcon>
      ) : null}
    </NodeViewWrapper>
  )
}
