import { Button } from '@mantine/core'
import { useState } from 'react'
import type { LocalizedText } from '../../../../kernel/locale.ts'
import { useLocale, useMessages, useText } from '../../../locale.tsx'
import { LocalizedFields } from '../../../ui/localized-fields.tsx'
import { Modal } from '../../../ui/modal.tsx'
import { messages } from '../messages.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import { insertToken } from './editor-schema.ts'
import { type KeyedFinding, lineAt, rangeOf } from './finding-marks.ts'
import { FindingSentence } from './finding-sentence.tsx'
import { withCurrency } from './locate-finding.ts'
import type { WrittenWords } from './use-article-words.ts'
import { writeNumber } from './write-number.ts'

/** One place that does not agree with the records, and the ways to settle it. */
export function FindingDialog({
  found,
  all,
  written,
  onClose,
}: {
  found: KeyedFinding
  all: readonly KeyedFinding[]
  written: WrittenWords
  onClose: () => void
}) {
  const t = useMessages(messages)
  const { mayEdit } = useDesk()
  const { finding } = found
  const place = usePlace(found, all)
  const isNumber = finding.code.startsWith('number-')
  return (
    <Modal
      opened
      title={t('findings.dialogTitle')}
      onClose={onClose}
      foot={
        <Button
          onClick={() => {
            onClose()
            place.show()
          }}
        >
          {t('findings.goThere')}
        </Button>
      }
    >
      <div className={styles.dialog}>
        <p>
          <FindingSentence finding={finding} />
        </p>
        {isNumber && mayEdit ? (
          <>
            <FigureChoice
              found={found}
              onChoose={(figureId) => {
                place.put({ kind: 'figure', id: figureId, part: null })
                onClose()
              }}
            />
            {typeof finding.values.value === 'number' ? (
              <ManualReason value={finding.values.value} written={written} onDone={onClose} />
            ) : null}
          </>
        ) : null}
        {finding.code === 'promise-told-as-done' && mayEdit ? (
          <section>
            <p>{t('findings.promiseHint')}</p>
            <Button
              onClick={() => {
                place.put({ kind: 'commitment', id: String(finding.values.commitmentId), part: null })
                onClose()
              }}
            >
              {t('findings.usePromise')}
            </Button>
          </section>
        ) : null}
      </div>
    </Modal>
  )
}

/** The place in the text: to show it, and to put a token there. */
function usePlace(found: KeyedFinding, all: readonly KeyedFinding[]) {
  const { editors, facts } = useDesk()
  const { locale, place } = found.finding
  const name = `${locale}.${place.split('.')[0]}`
  const inText = () => all.filter(({ finding }) => `${finding.locale}.${finding.place.split('.')[0]}` === name)
  return {
    show() {
      const editor = editors.at(name)
      if (!editor) return
      const range = rangeOf(editor, found, inText())
      editor
        .chain()
        .focus()
        .setTextSelection(range ?? 1)
        .scrollIntoView()
        .run()
    },
    put(token: { kind: string; id: string; part: null }) {
      const editor = editors.at(name)
      const range = editor && rangeOf(editor, found, inText())
      const line = editor && lineAt(editor.state.doc, place)
      if (!editor || !range || !line) return
      const unit = facts.figures.get(token.id)?.unit ?? ''
      const isMoney = /^[A-Z]{3}$/.test(unit)
      const { from, to } = isMoney
        ? withCurrency(line.text, { from: range.from - line.start, to: range.to - line.start })
        : { from: range.from - line.start, to: range.to - line.start }
      insertToken(editor, token, { from: line.start + from, to: line.start + to })
    },
  }
}

/** The figure that the records give for it, or any other. */
function FigureChoice({ found, onChoose }: { found: KeyedFinding; onChoose: (figureId: string) => void }) {
  const t = useMessages(messages)
  const text = useText()
  const { locale } = useLocale()
  const { desk } = useDesk()
  const named = desk.figures.find(({ id }) => id === found.finding.values.figureId)
  const others = desk.figures.filter((figure) => figure !== named)
  const label = (figure: (typeof others)[number]) =>
    `${writeNumber.figureText(figure.value, figure.unit, locale)} · ${text(figure.counted.name)}`
  if (desk.figures.length === 0) return null
  return (
    <section>
      <h3>{t(named ? 'findings.useFigure' : 'findings.chooseFigure')}</h3>
      <div className={styles.choices}>
        {[...(named ? [named] : []), ...others].map((figure) => (
          <Button key={figure.id} variant={figure === named ? 'filled' : 'default'} onClick={() => onChoose(figure.id)}>
            {label(figure)}
          </Button>
        ))}
      </div>
    </section>
  )
}

function ManualReason({ value, written, onDone }: { value: number; written: WrittenWords; onDone: () => void }) {
  const t = useMessages(messages)
  const [reason, setReason] = useState<LocalizedText>({})
  return (
    <section>
      <h3>{t('findings.manualTitle')}</h3>
      <LocalizedFields
        label={t('findings.manualReason')}
        description={t('findings.manualHint')}
        value={reason}
        onChange={setReason}
        maxLength={300}
        rows={2}
        required
      />
      <Button
        disabled={Object.keys(reason).length === 0}
        onClick={() => {
          const others = written.words.manualNumbers.filter((manual) => manual.value !== value)
          written.change({ manualNumbers: [...others, { value, reason }] })
          onDone()
        }}
      >
        {t('findings.manualDeed')}
      </Button>
    </section>
  )
}
