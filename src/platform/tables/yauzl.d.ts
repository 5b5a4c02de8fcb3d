/** The part of yauzl that `workbook-parts.ts` uses; the package brings no types.
 * As in Node, the second argument of a callback is there only when the first is null. */
declare module 'yauzl' {
  export interface Entry {
    readonly fileName: string
    readonly compressedSize: number
    readonly uncompressedSize: number
  }

  export interface ZipFile {
    readonly entryCount: number
    on(event: 'error', listener: (error: Error) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'entry', listener: (entry: Entry) => void): this
    readEntry(): void
    openReadStream(entry: Entry, callback: (error: Error | null, stream: NodeJS.ReadableStream) => void): void
  }

  export interface Options {
    readonly lazyEntries?: boolean
    readonly autoClose?: boolean
    readonly validateEntrySizes?: boolean
  }

  const yauzl: {
    fromBuffer(buffer: Buffer, options: Options, callback: (error: Error | null, archive: ZipFile) => void): void
  }
  export default yauzl
}
