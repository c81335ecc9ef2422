/** What spreadsheets pass over before they look at a cell: blanks, quotes, signs without a width, what parts cells. */
const unseen = String.raw`[\s\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164"';]`
const sign = String.raw`[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212]`
const beginning = new RegExp(`^(?:[\\t\\r]|${unseen}*${sign})`, 'u')
const run = new RegExp(`(${unseen}+)(${sign}?)`, 'gu')

/** Whether a spreadsheet would take it for a formula where nothing says that it is a text. */
export const beginsAsFormula = (cell: string): boolean => beginning.test(cell)

/**
 * A cell that a spreadsheet would run as a formula is made plain text (OWASP: CSV injection); also one that would begin
 * within it, where the table is read by another delimiter.
 */
const disarmed = (cell: string) => {
  const parted = cell.replace(run, (all, before: string, begins: string) =>
    begins && /[;\t\r\n]/.test(before) ? `${before}'${begins}` : all,
  )
  return beginsAsFormula(cell) ? `'${parted}` : parted
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows as RFC 4180 has them. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(disarmed(cell))).join(',')}\r\n`).join('')

/** A whole table, with a byte order mark, because spreadsheets take UTF-8 for something else without one. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${csvLines(rows)}`
