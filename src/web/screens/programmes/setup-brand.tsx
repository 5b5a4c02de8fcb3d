import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type CSSProperties, useState } from 'react'
import { GROUNDS, MIN_CONTRAST, accentContrast, accentOnDark, isColour } from '../../../modules/programmes/contract.ts'
import { api, query } from '../../api.ts'
import { useMessages, useNumbers, useText } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { FilePicker } from '../../ui/file-picker.tsx'
import { LocalizedFields } from '../../ui/localized-fields.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { messages } from './setup-messages.ts'
import styles from './settings.module.css'
import { useRereadProgramme } from './use-reread-programme.ts'

const MAX_BYTES = 200_000
const ENDINGS = ['.png', '.jpg', '.jpeg', '.webp']

/** Name, colour and picture for those outside. */
export const SetupBrand = () => (
  <>
    <NameAndColour />
    <Picture />
  </>
)

function NameAndColour() {
  const t = useMessages(messages)
  const { programme } = useProgramme()
  const reread = useRereadProgramme()
  const [name, setName] = useState(programme.brand.name)
  const [accent, setAccent] = useState(programme.brand.accent ?? '')
  const save = useMutation({
    ...query.programmes.setBrand.mutationOptions(),
    meta: { quiet: true },
    onSuccess: () => reread(),
  })
  return (
    <Panel title={t('brand')}>
      <p className={styles.quiet}>{t('brandHint')}</p>
      <form
        className={styles.wide}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ programmeId: programme.id, name, accent: accent.trim() || null })
        }}
      >
        <LocalizedFields label={t('brandName')} value={name} maxLength={100} onChange={setName} />
        <TextInput
          label={t('accent')}
          description={t('accentHint')}
          placeholder="#0b5f5c"
          maxLength={7}
          value={accent}
          autoComplete="off"
          spellCheck={false}
          onChange={(input) => setAccent(input.currentTarget.value)}
        />
        <Contrast accent={accent.trim().toLowerCase()} />
        {save.error ? <ProblemNotice error={save.error} compact /> : null}
        <Button type="submit" variant="filled" loading={save.isPending}>
          {t('save')}
        </Button>
      </form>
    </Panel>
  )
}

/** How words in the colour stand on light and on dark pages, before anything is saved. */
function Contrast({ accent }: { accent: string }) {
  const t = useMessages(messages)
  const { number } = useNumbers()
  if (accent === '') return null
  if (!isColour(accent)) return <p role="status">{t('noColour')}</p>
  const found = accentContrast(accent)
  const state = found >= MIN_CONTRAST ? 'fine' : 'weak'
  const sample = (ground: string, ink: string) => ({ '--ground': ground, '--word': ink }) as CSSProperties
  return (
    <>
      <p role="status">{t('contrast', { value: number(Math.floor(found * 10) / 10), state })}</p>
      {state === 'fine' ? (
        <p className={styles.samples}>
          <span style={sample('#ffffff', accent)}>
            {t('sampleLight')}: {t('sampleWords')}
          </span>
          <span style={sample(GROUNDS.dark, accentOnDark(accent))}>
            {t('sampleDark')}: {t('sampleWords')}
          </span>
        </p>
      ) : null}
    </>
  )
}

function Picture() {
  const t = useMessages(messages)
  const text = useText()
  const { programme } = useProgramme()
  const reread = useRereadProgramme()
  const programmeId = programme.id
  const store = useMutation({
    mutationFn: (file: File) => api.programmes.setLogo({ programmeId, file }),
    meta: { quiet: true },
    onSuccess: () => reread(),
  })
  const remove = useMutation({
    ...query.programmes.removeLogo.mutationOptions(),
    onSuccess: () => reread(),
  })
  const { logo } = programme.brand
  return (
    <Panel title={t('logo')}>
      {logo ? (
        <div className={styles.logo}>
          <img src={logo} alt={`${t('logoNow')}: ${text(programme.operatorName)}`} />
          <Button size="xs" loading={remove.isPending} onClick={() => remove.mutate({ programmeId })}>
            {t('logoRemove')}
          </Button>
        </div>
      ) : null}
      <FilePicker
        label={t('logoChoose')}
        accept={ENDINGS}
        maxBytes={MAX_BYTES}
        disabled={store.isPending}
        onPick={(file) => store.mutate(file)}
      />
      {store.error ? <ProblemNotice error={store.error} compact /> : null}
    </Panel>
  )
}
