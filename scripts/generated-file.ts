/** What a generator hands over to be written or compared. */
export interface GeneratedFile {
  /** From the root of the project. */
  readonly path: string
  readonly text: string
}
