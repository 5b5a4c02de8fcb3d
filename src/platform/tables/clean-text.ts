/** Characters that cannot be seen and only keep equal texts from being equal: zero-width, byte order mark, soft hyphen, directions. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/gu

// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/**
 * Text as it is stored: Unicode NFC (Hangul that macOS takes apart is put together again), lines ended by \n, no
 * invisible or control characters, no halves of a character, no white space at the ends.
 */
export const cleanText = (text: string): string =>
  text.toWellFormed().normalize('NFC').replace(INVISIBLE, '').replace(/\r\n?/g, '\n').replace(CONTROL, '').trim()
