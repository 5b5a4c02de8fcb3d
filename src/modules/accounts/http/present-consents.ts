import type { Locale } from '../../../kernel/locale.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { ConsentPurpose } from '../domain/consent.ts'
import { messages } from '../messages.ts'
import type { ConsentRow, ConsentView } from '../queries/read-consents.ts'

const { translate } = createTranslators({ accounts: messages })

/** Consents with the texts they are about, in the language of the reader. */
export function presentConsents(
  { consents, ledger }: { readonly consents: readonly ConsentView[]; readonly ledger: readonly ConsentRow[] },
  locale: Locale,
) {
  const title = (purpose: ConsentPurpose) => translate(locale, `accounts.consents.${purpose}.title`)
  return {
    consents: consents.map((consent) => ({
      ...consent,
      title: title(consent.purpose),
      text: translate(locale, `accounts.consents.${consent.purpose}.${consent.textVersion}`),
    })),
    ledger: ledger.map(({ personId: _, ...row }) => ({ ...row, title: title(row.purpose) })),
  }
}
