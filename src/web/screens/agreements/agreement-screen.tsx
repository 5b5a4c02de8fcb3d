import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { query } from '../../api.ts'
import { useMessages, useText } from '../../locale.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { AgreementActions } from './agreement-actions.tsx'
import { AgreementDocuments } from './agreement-documents.tsx'
import { AgreementFacts } from './agreement-facts.tsx'
import { AgreementParties } from './agreement-parties.tsx'
import { AgreementState } from './agreement-state.tsx'
import { AgreementText } from './agreement-text.tsx'
import { AgreementTrack } from './agreement-track.tsx'
import { useAgreementWords } from './agreement-words.ts'
import { messages } from './messages.ts'
import { OwnSignature } from './own-signature.tsx'
import page from './page.module.css'
import { VoidSignatures } from './void-signatures.tsx'

const route = getRouteApi('/programmes/$programmeId/agreements/$agreementId')
const mine = getRouteApi('/programmes/$programmeId/my/agreements/$agreementId')

export const AgreementScreen = () => <AgreementPage {...route.useParams()} />
export const MyAgreementScreen = () => <AgreementPage {...mine.useParams()} />

/** One agreement: where it stands, who signed and who is next, its documents and its text. */
function AgreementPage(params: { programmeId: string; agreementId: string }) {
  const t = useMessages(messages)
  const words = useAgreementWords()
  const text = useText()
  const { data: agreement, error } = useQuery(query.agreements.readAgreement.queryOptions({ input: params }))
  if (error && !agreement) throw error
  if (!agreement) return <PendingScreen />
  const isRecorded = agreement.origin === 'recorded'
  return (
    <>
      <PageHead
        title={text(agreement.title)}
        badge={<AgreementState status={agreement.status} />}
        lead={[agreement.number, words(`types.${agreement.type}`), isRecorded ? t('list.recorded') : null]
          .filter(Boolean)
          .join(' · ')}
        actions={<AgreementActions agreement={agreement} />}
      />
      <div className={page.page}>
        {agreement.status === 'sent' ? <OwnSignature {...params} agreement={agreement} /> : null}
        {isRecorded ? null : <AgreementTrack agreement={agreement} />}
        <div className={page.columns}>
          <div className={page.stack}>
            <AgreementParties agreement={agreement} />
            <VoidSignatures agreement={agreement} />
            <AgreementText agreement={agreement} />
          </div>
          <div className={page.stack}>
            <AgreementDocuments agreement={agreement} />
            <AgreementFacts agreement={agreement} />
          </div>
        </div>
      </div>
    </>
  )
}
