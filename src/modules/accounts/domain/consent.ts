/**
 * What needs a person's consent and nothing else. Taking part itself does not: meetings, agreements and mails about
 * them rest on the part somebody plays in the programme.
 */
export const CONSENT_PURPOSES = ['overseas-transfer', 'publicity'] as const
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number]

/**
 * The text in force of each purpose. A changed text is a new version, added to the messages under its name; the old
 * one stays there, because the ledger names it.
 */
export const CONSENT_VERSIONS: Readonly<Record<ConsentPurpose, string>> = {
  'overseas-transfer': 'v1',
  publicity: 'v1',
}
