/** Whoever reads or is written to. */
export interface Reader {
  readonly name: string
  readonly email: string
}

/** A text that holds a word which is in no other text, and who may come to see it. */
export interface Told {
  readonly word: string
  readonly mayRead: (reader: Reader) => boolean
}

const LETTERS = 'abcdefghijklmnop'

/** Letters alone: an article with digits that no figure gives is not published. */
const spelled = (number: number): string =>
  number
    .toString(16)
    .split('')
    .map((digit) => LETTERS[Number.parseInt(digit, 16)])
    .join('')

/**
 * Gives every private text of a run a word of its own and finds those words again wherever somebody reads. So nobody has
 * to say of each route what it must not tell.
 */
export class Markers {
  private readonly told = new Map<string, Told & { readonly about: string }>()
  private readonly run: number
  readonly leaks = new Set<string>()

  /** `run`: words of one run turn up in no other. */
  constructor(run: number) {
    this.run = run
  }

  /** A word for a text about `about` that only those may read for whom `mayRead` says so. */
  word(about: string, mayRead: Told['mayRead']): string {
    const word = `zq${spelled(this.run)}y${spelled(this.told.size)}zq`
    this.told.set(word, { word, mayRead, about })
    return word
  }

  /** Notes a leak for each word in `text` that is not for this reader. `where` names the answer or mail. */
  look(reader: Reader, where: string, text: string): void {
    for (const [word] of text.matchAll(/zq[a-p]+y[a-p]+zq/g)) {
      const told = this.told.get(word)
      // A word of another run is of another programme: nobody here may know it.
      if (told?.mayRead(reader)) continue
      this.leaks.add(`${reader.name} was told of ${told?.about ?? 'another programme'} by ${where}`)
    }
  }
}
