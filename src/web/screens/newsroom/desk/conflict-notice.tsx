import { Button } from '@mantine/core'
import { isLocale } from '../../../../kernel/locale.ts'
import { printText } from '../../../../modules/newsroom/contract.ts'
import { useMessages } from '../../../locale.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { messages } from '../messages.ts'
import type { Block } from '../shapes.ts'
import { useDesk } from './desk-context.ts'
import styles from './desk.module.css'
import type { WrittenWords } from './use-article-words.ts'
import { writeNumber } from './write-number.ts'

/** Two versions of one place: theirs is shown, mine stands in the text, and nothing is lost until it is decided. */
export function ConflictNotice({ written }: { written: WrittenWords }) {
  const t = useMessages(messages)
  const { facts } = useDesk()
  return (
    <section className={styles.conflict} role="alert" aria-labelledby="conflict-title">
      <Icon name="warning" />
      <div>
        <h2 id="conflict-title">{t('conflict.title')}</h2>
        <p>{t('conflict.hint')}</p>
        <ul>
          {written.conflicts.map(({ path, theirs }) => {
            const language = path.split('.').find(isLocale)
            const text = plainText(theirs)
            return (
              <li key={path}>
                <b>{nameOf(path, t)}</b>
                <blockquote lang={language}>
                  {text === '' ? t('conflict.empty') : printText(text, facts, language ?? 'en', writeNumber)}
                </blockquote>
                <Button size="xs" onClick={() => written.decide(path, 'mine')}>
                  {t('conflict.mine')}
                </Button>
                <Button size="xs" onClick={() => written.decide(path, 'theirs')}>
                  {t('conflict.theirs')}
                </Button>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}

const PLACES = {
  slug: 'facts.address',
  byline: 'facts.byline',
  tags: 'facts.tags',
  day: 'facts.day',
  embargoUntil: 'facts.embargo',
  pinnedUntil: 'facts.pinned',
  manualNumbers: 'findings.manualList',
  title: 'desk.headline',
  subtitle: 'desk.subtitle',
  body: 'desk.body',
} as const

/** "Text (Korean)" for `content.ko.body`. */
function nameOf(path: string, t: ReturnType<typeof useMessages<(typeof messages)['en']>>): string {
  const parts = path.split('.')
  const language = parts.find(isLocale)
  const field = parts[0] === 'content' ? (parts[2] ?? 'body') : parts[0]!
  const name = field in PLACES ? t(PLACES[field as keyof typeof PLACES]) : field
  return language ? `${name} (${t(`desk.languages.${language}`)})` : name
}

/** A stored value as plainly as it can be shown. */
function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.map(plainText).join('\n')
  if (typeof value !== 'object' || value === null)
    return value === null || value === undefined ? '' : String(value as string)
  if ('type' in value) return blockText(value as Block)
  return Object.values(value).map(plainText).join('\n')
}

function blockText(block: Block): string {
  if (block.type === 'photo') return '▦'
  return block.type === 'list' ? block.items.map((item) => `• ${item}`).join('\n') : block.text
}
