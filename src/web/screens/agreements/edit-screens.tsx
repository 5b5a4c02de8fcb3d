import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../../api.ts'
import { NotFoundScreen } from '../../shell/not-found-screen.tsx'
import { PendingScreen } from '../../shell/pending-screen.tsx'
import { useProgramme } from '../../shell/programme-context.ts'
import { draftOf, emptyDraft } from './agreement-draft.ts'
import { AgreementEditor } from './agreement-editor.tsx'

const editRoute = getRouteApi('/programmes/$programmeId/agreements/$agreementId/edit')

export function NewAgreementScreen() {
  const { roles } = useProgramme()
  const [initial] = useState(emptyDraft)
  return roles.includes('operator') ? <AgreementEditor agreement={null} initial={initial} /> : <NotFoundScreen />
}

export function EditAgreementScreen() {
  const params = editRoute.useParams()
  const { data: agreement, error } = useQuery(query.agreements.readAgreement.queryOptions({ input: params }))
  if (error && !agreement) throw error
  if (!agreement) return <PendingScreen />
  if (!agreement.may.change || agreement.origin === 'recorded') return <NotFoundScreen />
  return <AgreementEditor key={agreement.id} agreement={agreement} initial={draftOf(agreement)} />
}
