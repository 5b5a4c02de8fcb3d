import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { LOCALES, type Locale } from '../../../../kernel/locale.ts'
import { type ArticleFacts, printText } from '../../../../modules/newsroom/contract.ts'
import { useLocale, useMessages } from '../../../locale.tsx'
import { useProgramme } from '../../../shell/programme-context.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import { toProblem } from '../../../problem.ts'
import { messages } from '../messages.ts'
import { type Desk, STANDING_TONES, standingOf } from '../shapes.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { CorrectionsPanel } from './corrections-panel.tsx'
import { CountedDialog } from './counted-dialog.tsx'
import { DeskActions } from './desk-actions.tsx'
import { DeskContext, type DeskValue, type OpenToken, createEditors } from './desk-context.ts'
import styles from './desk.module.css'
import { FactsPanel } from './facts-panel.tsx'
import { FiguresPanel } from './figures-panel.tsx'
import { FindingDialog } from './finding-dialog.tsx'
import type { KeyedFinding } from './finding-marks.ts'
import { FindingsPanel } from './findings-panel.tsx'
import { LanguageTabs } from './language-tabs.tsx'
import { LeaveGuard } from '../../../ui/leave-guard.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { PhotosPanel } from './photos-panel.tsx'
import { useArticleWords } from './use-article-words.ts'
import { useFindings } from './use-findings.ts'
import { useSaving } from './use-saving.ts'
import { writeNumber } from './write-number.ts'

/** An article with everything one needs to write it: texts, records, photographs, publication. */
export function ArticleDesk({ desk }: { desk: Desk }) {
  const t = useMessages(messages)
  const { locale } = useLocale()
  const { programme } = useProgramme()
  const { article } = desk
  const written = useArticleWords(article)
  const { findings, isChecking } = useFindings(programme.id, article, written.words, desk.findings)
  const keyed = useMemo(() => findings.map((finding, key): KeyedFinding => ({ key, finding })), [findings])
  const [language, setLanguage] = useState<Locale>(locale)
  const [open, setOpen] = useState<OpenToken | null>(null)
  const [openFinding, setOpenFinding] = useState<number | null>(null)
  const [editors] = useState(createEditors)
  const saving = useSaving(desk, written)
  const facts = useFacts(desk)
  const value = useMemo(
    (): DeskValue => ({
      desk,
      facts,
      mayEdit: article.may.edit,
      photos: new Map(desk.photos.map((photo) => [photo.id, photo])),
      photoAddress: (photoId) => `/api/v1/programmes/${programme.id}/articles/${article.id}/photos/${photoId}`,
      openToken: setOpen,
      editors,
    }),
    [desk, facts, article, programme.id, editors],
  )
  const standing = standingOf(article)
  const shownFinding = keyed.find(({ key }) => key === openFinding) ?? null
  const title = printTitle(written.words.content, facts, locale)
  const isConflict = saving.error !== null && toProblem(saving.error).code === 'newsroom.changed-meanwhile'
  return (
    <DeskContext value={value}>
      <PageHead
        title={title === '' ? t('list.untitled') : title}
        badge={<StatusBadge tone={STANDING_TONES[standing]}>{t(`standings.${standing}`)}</StatusBadge>}
        actions={<DeskActions written={written} saving={saving} findings={findings} isChecking={isChecking} />}
      >
        <Link className={styles.back} to="/programmes/$programmeId/newsroom" params={{ programmeId: programme.id }}>
          <Icon name="chevron-left" /> {t('desk.back')}
        </Link>
        {article.may.edit ? null : <span className={styles.quiet}>{t('desk.readOnly')}</span>}
        <span className={styles.quiet} role="status">
          {written.isChanged ? t('desk.unsaved') : null}
        </span>
      </PageHead>
      <div className={styles.desk}>
        <div className={styles.texts}>
          {written.conflicts.length > 0 ? (
            <ConflictNotice written={written} />
          ) : saving.error && !isConflict ? (
            <ProblemNotice error={saving.error} />
          ) : null}
          <LanguageTabs
            language={language}
            onLanguage={setLanguage}
            written={written}
            findings={keyed}
            onFinding={setOpenFinding}
          />
        </div>
        <div className={styles.panels}>
          <FindingsPanel
            findings={keyed}
            isChecking={isChecking}
            written={written}
            onOpen={(key) => {
              const found = keyed.find((one) => one.key === key)
              if (found) setLanguage(found.finding.locale)
              setOpenFinding(key)
            }}
          />
          <FiguresPanel language={language} />
          <PhotosPanel language={language} />
          <PeoplePanel />
          <FactsPanel written={written} />
          <CorrectionsPanel />
        </div>
      </div>
      {open ? <CountedDialog open={open} onClose={() => setOpen(null)} /> : null}
      {shownFinding ? (
        <FindingDialog found={shownFinding} all={keyed} written={written} onClose={() => setOpenFinding(null)} />
      ) : null}
      <LeaveGuard active={written.isChanged} title={t('desk.leaveTitle')} confirmLabel={t('desk.leave')} serious>
        {t('desk.leaveHint')}
      </LeaveGuard>
    </DeskContext>
  )
}

const useFacts = (desk: Desk): ArticleFacts =>
  useMemo(
    () => ({
      figures: new Map(desk.figures.map((figure) => [figure.id, figure])),
      commitments: new Map(desk.commitments.map((commitment) => [commitment.id, commitment])),
    }),
    [desk],
  )

/** In the reader's language, else in the first that has one. */
function printTitle(content: Desk['article']['content'], facts: ArticleFacts, locale: Locale): string {
  for (const language of [locale, ...LOCALES]) {
    const title = content[language]?.title ?? ''
    if (title !== '') return printText(title, facts, language, writeNumber)
  }
  return ''
}
