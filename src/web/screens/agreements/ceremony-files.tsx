import { useMutation, useQueryClient } from '@tanstack/react-query'
import { query } from '../../api.ts'
import { useMessages } from '../../locale.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { FilePicker } from '../../ui/file-picker.tsx'
import { Icon } from '../../ui/icon.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './ceremony-screen.module.css'
import { ceremonyFilePath } from './document-paths.ts'
import { messages } from './messages.ts'
import type { Agreement } from './shapes.ts'

const MAX_BYTES = 20_000_000
const ACCEPTED = { photograph: ['.jpg', '.jpeg', '.png'], scan: ['.pdf', '.jpg', '.jpeg', '.png'] } as const

/** The slot for the photograph, and the scan of the signed paper whose hash is sealed into the document. */
export function CeremonyFiles({ agreement }: { agreement: Agreement }) {
  const t = useMessages(messages)
  if (agreement.status !== 'signed') return <p className={styles.later}>{t('ceremony.filesLater')}</p>
  return (
    <div className={styles.files}>
      <FileSlot agreement={agreement} kind="photograph" />
      <FileSlot agreement={agreement} kind="scan" />
    </div>
  )
}

function FileSlot({ agreement, kind }: { agreement: Agreement; kind: 'photograph' | 'scan' }) {
  const t = useMessages(messages)
  const client = useQueryClient()
  const { programme } = useProgramme()
  const key = { programmeId: programme.id, agreementId: agreement.id }
  const add = useMutation({
    ...query.agreements.addCeremonyFile.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: query.agreements.key() }),
    }),
    meta: { quiet: true },
  })
  const kept = agreement.ceremonyFiles.filter((file) => file.kind === kind)
  const isScan = kind === 'scan'
  return (
    <section className={styles.slot} aria-label={t(`ceremony.${kind}`)}>
      <h3>{t(`ceremony.${kind}`)}</h3>
      {kept.map(({ id, sha256, addedAt }) =>
        isScan ? (
          <div key={id} className={styles.scan}>
            <a href={ceremonyFilePath(key, id)} target="_blank" rel="noreferrer">
              <Icon name="document" /> {t('detail.scan')}
            </a>
            <span>
              {t('ceremony.sealed')} <Time at={addedAt} day="short" />
            </span>
            <code>
              {t('ceremony.hash')} {sha256}
            </code>
          </div>
        ) : (
          <img key={id} src={ceremonyFilePath(key, id)} alt={t('ceremony.photograph')} className={styles.photograph} />
        ),
      )}
      <FilePicker
        label={t(isScan ? 'ceremony.addScan' : 'ceremony.addPhotograph')}
        accept={ACCEPTED[kind]}
        maxBytes={MAX_BYTES}
        disabled={add.isPending}
        picked={add.isPending ? add.variables.file.name : null}
        onPick={(file) => add.mutate({ ...key, kind, file })}
      />
      {isScan ? <small>{t('ceremony.scanHint')}</small> : null}
      {add.error ? <ProblemNotice error={add.error} compact /> : null}
    </section>
  )
}
