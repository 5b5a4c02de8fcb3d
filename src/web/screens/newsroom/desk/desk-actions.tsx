import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { LOCALES, type LocalizedText } from '../../../../kernel/locale.ts'
import { query } from '../../../api.ts'
import { useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { LocalizedFields } from '../../../ui/localized-fields.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { notify } from '../../../ui/notices.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { Time } from '../../../ui/time.tsx'
import { messages } from '../messages.ts'
import type { Finding } from '../shapes.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import type { WrittenWords } from './use-article-words.ts'
import { type Saving, useRefreshNewsroom } from './use-saving.ts'

/** What can be done with the whole article: look at it, save, publish, correct, withdraw. */
export function DeskActions({
  written,
  saving,
  findings,
  isChecking,
}: {
  written: WrittenWords
  saving: Saving
  findings: readonly Finding[]
  isChecking: boolean
}) {
  const t = useMessages(messages)
  const { article } = useDesk().desk
  const [asked, setAsked] = useState<'publish' | 'correct' | 'withdraw' | null>(null)
  const isRead = article.status === 'published' || article.status === 'corrected'
  const isReworded = JSON.stringify(written.words.content) !== JSON.stringify(article.content)
  const isStuck = written.conflicts.length > 0
  const saveNow = async () => {
    if (await saving.save()) notify({ text: t('desk.saved') })
  }
  return (
    <>
      <PreviewMenu />
      {article.may.withdraw && article.status !== 'draft' ? (
        <Button onClick={() => setAsked('withdraw')}>{t('desk.withdraw')}</Button>
      ) : null}
      {article.may.edit ? (
        <Button
          miw="max-content"
          variant={isRead && isReworded ? 'filled' : 'default'}
          disabled={!written.isChanged || isStuck}
          loading={saving.isSaving && asked === null}
          onClick={() => (isRead && isReworded ? setAsked('correct') : void saveNow())}
        >
          {t(isRead && isReworded ? 'desk.correct' : 'desk.save')}
        </Button>
      ) : null}
      {article.may.publish ? (
        <Button
          miw="max-content"
          variant="filled"
          disabled={findings.length > 0 || isChecking || isStuck}
          onClick={() => setAsked('publish')}
        >
          {t('desk.publish')}
        </Button>
      ) : null}
      {asked === 'publish' ? <PublishDialog written={written} saving={saving} onClose={() => setAsked(null)} /> : null}
      {asked === 'correct' ? <CorrectDialog saving={saving} onClose={() => setAsked(null)} /> : null}
      {asked === 'withdraw' ? <WithdrawDialog onClose={() => setAsked(null)} /> : null}
    </>
  )
}

function PreviewMenu() {
  const t = useMessages(messages)
  const { article } = useDesk().desk
  return (
    <Popover
      button={
        <>
          <Icon name="external" /> {t('desk.preview')}
        </>
      }
      buttonClassName={styles.preview}
      label={t('desk.preview')}
    >
      <ul className={styles.menu}>
        <li>{t('desk.previewHint')}</li>
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a href={`/news/drafts/${article.id}?lang=${locale}`} target="_blank" rel="noopener">
              {t('desk.previewIn', { language: t(`desk.languages.${locale}`) })}
            </a>
          </li>
        ))}
        {article.isPublic ? (
          <li>
            <a href={`/news/${article.slug}`} target="_blank" rel="noopener">
              {t('desk.publicPage')}
            </a>
          </li>
        ) : null}
      </ul>
    </Popover>
  )
}

/** Saves what is left to save and publishes it. */
function PublishDialog({ written, saving, onClose }: { written: WrittenWords; saving: Saving; onClose: () => void }) {
  const t = useMessages(messages)
  const { article } = useDesk().desk
  const { programme } = useProgramme()
  const refresh = useRefreshNewsroom()
  const { embargoUntil, content } = written.words
  const [now] = useState(() => Date.now())
  const isLater = embargoUntil !== null && Date.parse(embargoUntil) > now
  const publish = useMutation({
    ...query.newsroom.publishArticle.mutationOptions(),
    meta: { quiet: true },
    onSuccess: async () => {
      await refresh()
      notify({ text: t(isLater ? 'desk.scheduled' : 'desk.published') })
      onClose()
    },
  })
  const run = async () => {
    if (written.isChanged && !(await saving.save())) return onClose()
    publish.mutate({ programmeId: programme.id, articleId: article.id })
  }
  return (
    <Confirm
      opened
      title={t('desk.publishTitle')}
      confirmLabel={t('desk.publish')}
      busy={saving.isSaving || publish.isPending}
      onConfirm={() => void run()}
      onCancel={onClose}
    >
      {isLater ? (
        <p>
          {t('desk.publishLater')} <Time at={embargoUntil} day="full" />
        </p>
      ) : (
        <p>{t('desk.publishNow', { count: Object.keys(content).length })}</p>
      )}
      {publish.error ? <ProblemNotice error={publish.error} compact /> : null}
    </Confirm>
  )
}

/** Readers have seen the article: the change is told to them in a sentence. */
function CorrectDialog({ saving, onClose }: { saving: Saving; onClose: () => void }) {
  const t = useMessages(messages)
  const [note, setNote] = useState<LocalizedText>({})
  const run = async () => {
    if (await saving.save(note)) notify({ text: t('desk.correctedDone') })
    onClose()
  }
  return (
    <Modal
      opened
      title={t('desk.correctTitle')}
      onClose={onClose}
      foot={
        <Button
          variant="filled"
          disabled={Object.keys(note).length === 0}
          loading={saving.isSaving}
          onClick={() => void run()}
        >
          {t('desk.correct')}
        </Button>
      }
    >
      <LocalizedFields
        label={t('desk.correctNote')}
        description={t('desk.correctHint')}
        value={note}
        onChange={setNote}
        maxLength={500}
        rows={3}
        required
      />
    </Modal>
  )
}

function WithdrawDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages)
  const { article } = useDesk().desk
  const { programme } = useProgramme()
  const refresh = useRefreshNewsroom()
  const withdraw = useMutation({
    ...query.newsroom.withdrawArticle.mutationOptions(),
    onSuccess: async () => {
      await refresh()
      notify({ text: t('desk.withdrawn') })
      onClose()
    },
  })
  return (
    <Confirm
      opened
      serious
      title={t('desk.withdrawTitle')}
      confirmLabel={t('desk.withdraw')}
      busy={withdraw.isPending}
      onConfirm={() => withdraw.mutate({ programmeId: programme.id, articleId: article.id })}
      onCancel={onClose}
    >
      <p>{t('desk.withdrawHint')}</p>
    </Confirm>
  )
}
