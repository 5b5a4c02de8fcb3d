export const SETTINGS_PARTS = ['general', 'brand', 'mails', 'lists', 'end'] as const
export type SettingsPart = (typeof SETTINGS_PARTS)[number]

/** Reads an address typed by anyone; what makes no sense is left out. */
export const readSettingsSearch = ({ part }: Record<string, unknown>): { readonly part?: SettingsPart } => {
  const known = SETTINGS_PARTS.find((each) => each === part)
  return known && known !== 'general' ? { part: known } : {}
}
