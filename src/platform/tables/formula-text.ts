/**
 * A spreadsheet runs a cell that begins with one of these as a formula when it opens a CSV file, or when a text
 * cell is edited or saved as CSV.
 */
const RUNS = /^'*[=+\-@\t\r]/
const DEFUSED = /^'+[=+\-@\t\r]/

/** The text with an apostrophe before it when a spreadsheet might run it; `restoreFormulaText` takes it away again. */
export const defuseFormulaText = (text: string): string => (RUNS.test(text) ? `'${text}` : text)

/** The inverse: `restoreFormulaText(defuseFormulaText(text)) === text` for every text. */
export const restoreFormulaText = (text: string): string => (DEFUSED.test(text) ? text.slice(1) : text)
