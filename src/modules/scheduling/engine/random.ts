/** A small seeded generator (sfc32 of PractRand): the only source of chance in the engine. */
export class Random {
  private a: number
  private b: number
  private c: number
  private counter: number

  constructor(seed: number) {
    this.a = seed | 0
    this.b = Math.floor(seed / 4294967296) | 0
    this.c = 0x9e3779b9 | 0
    this.counter = 1
    for (let round = 0; round < 12; round++) this.next()
  }

  /** Uniform in 0 … 2^32 - 1. */
  next(): number {
    const t = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0
    return t >>> 0
  }

  /** Uniform in 0 … limit - 1. */
  below(limit: number): number {
    return Math.floor((this.next() / 4294967296) * limit)
  }

  /** Uniform in [0, 1). */
  fraction(): number {
    return this.next() / 4294967296
  }
}
