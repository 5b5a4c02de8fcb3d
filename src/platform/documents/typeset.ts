import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontDirectory } from './fonts.ts'

let compiler: NodeCompiler | undefined

/**
 * A PDF from a Typst source, which finds `data` as JSON text in `sys.inputs.data`. Only our own fonts are used and
 * nothing is read from the disk. The same source and data give the same pages. Throws when the source is wrong; that
 * every character has a glyph is for the caller to ask before (`missingGlyphs`).
 */
export function typeset(source: string, data: unknown): Buffer {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [fontDirectory()] }] })
  return compiler.pdf({ mainFileContent: source, inputs: { data: JSON.stringify(data).normalize('NFC') } })
}
