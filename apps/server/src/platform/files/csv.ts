/** A cell that a spreadsheet would run as a formula is made plain text (OWASP: CSV injection). */
const disarmed = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Rows as RFC 4180 has them. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map((cell) => quoted(disarmed(cell))).join(',')}\r\n`).join('')

/** A whole table, with a byte order mark, because spreadsheets take UTF-8 for something else without one. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${csvLines(rows)}`
