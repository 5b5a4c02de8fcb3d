export const IDENTIFIER_SCHEMES = ['kr-brn', 'ru-inn', 'ru-ogrn', 'lei', 'vat', 'other'] as const
export type IdentifierScheme = (typeof IDENTIFIER_SCHEMES)[number]

export interface Identifier {
  readonly scheme: IdentifierScheme
  readonly value: string
}

/** The one form in which a number is stored and compared: without spaces, hyphens and points, letters in upper case. */
export function normaliseIdentifier({ scheme, value }: Identifier): Identifier {
  if (scheme === 'other') return { scheme, value: value.trim() }
  return { scheme, value: value.replace(/[\s\-‐-―.]/g, '').toUpperCase() }
}

/**
 * Whether a normalised number has the right length and check digits. Well-formed says nothing about whether
 * anybody bears it.
 */
export function isWellFormed({ scheme, value }: Identifier): boolean {
  switch (scheme) {
    case 'kr-brn':
      return isKoreanBusinessNumber(value)
    case 'ru-inn':
      return isRussianTaxNumber(value)
    case 'ru-ogrn':
      return isRussianRegistrationNumber(value)
    case 'lei':
      return isLegalEntityIdentifier(value)
    case 'vat':
      return /^[A-Z]{2}[A-Z0-9]{2,13}$/.test(value)
    case 'other':
      return value.length > 0 && value.length <= 40
  }
}

const digitsOf = (text: string): number[] => Array.from(text, Number)

const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * digits[index]!, 0)

/** 10 digits; the ninth is weighed by five and its tens are counted as well (National Tax Service of Korea). */
function isKoreanBusinessNumber(value: string): boolean {
  if (!/^\d{10}$/.test(value) || /^0+$/.test(value)) return false
  const digits = digitsOf(value)
  const sum = weighted(digits, [1, 3, 7, 1, 3, 7, 1, 3, 5]) + Math.floor((digits[8]! * 5) / 10)
  return (10 - (sum % 10)) % 10 === digits[9]
}

const INN_WEIGHTS = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8] as const

/** ИНН: 10 digits of an organisation with one check digit, 12 of a person with two (Federal Tax Service of Russia). */
function isRussianTaxNumber(value: string): boolean {
  if (!/^(?:\d{10}|\d{12})$/.test(value) || /^0+$/.test(value)) return false
  const digits = digitsOf(value)
  const checks = (at: number): boolean => (weighted(digits, INN_WEIGHTS.slice(-at)) % 11) % 10 === digits[at]
  return digits.length === 10 ? checks(9) : checks(10) && checks(11)
}

/** ОГРН: 13 digits, modulo 11; ОГРНИП of a sole trader: 15 digits, modulo 13; the last digit of the remainder. */
function isRussianRegistrationNumber(value: string): boolean {
  if (!/^[1-9](?:\d{12}|\d{14})$/.test(value)) return false
  const body = Number(value.slice(0, -1))
  return (body % (value.length === 13 ? 11 : 13)) % 10 === Number(value.at(-1))
}

/** ISO 17442: 18 characters and two check digits, modulo 97 is 1 with A = 10 … Z = 35 (ISO/IEC 7064 MOD 97-10). */
function isLegalEntityIdentifier(value: string): boolean {
  if (!/^[A-Z0-9]{18}\d{2}$/.test(value)) return false
  let remainder = 0
  for (const character of value) {
    const number = Number.parseInt(character, 36)
    remainder = (remainder * (number < 10 ? 10 : 100) + number) % 97
  }
  return remainder === 1
}
