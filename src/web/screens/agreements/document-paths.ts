import type { Locale } from '../../../kernel/locale.ts'

interface Key {
  readonly programmeId: string
  readonly agreementId: string
}

const base = ({ programmeId, agreementId }: Key) => `/api/v1/programmes/${programmeId}/agreements/${agreementId}`

/** Addresses of files, for links that the browser follows itself. */
export const documentPath = (key: Key, language?: Locale): string =>
  `${base(key)}/document${language ? `?language=${language}` : ''}`
export const evidencePath = (key: Key): string => `${base(key)}/evidence`
export const ceremonyFilePath = (key: Key, fileId: string): string => `${base(key)}/ceremony-files/${fileId}`
