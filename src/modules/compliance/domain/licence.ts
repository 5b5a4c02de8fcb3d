export interface LicenceDays {
  readonly validFrom: string
  /** The last day on which it counts. */
  readonly expiresOn: string
}

export const isValidOn = ({ validFrom, expiresOn }: LicenceDays, today: string): boolean =>
  validFrom <= today && today <= expiresOn
