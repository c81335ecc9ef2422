import { Stop } from '../../platform/stop.ts'

const count = (number: number) => number.toLocaleString('en')

/** Sentences about a file as a whole; those about a row are in words.ts. */
export const fileWords = {
  empty: 'There is nothing in the file.',
  noRows: 'There is a header and no row below it.',
  columns: (most: number) => `It has more than ${count(most)} columns. Leave out those that are not needed.`,
  rows: (most: number) => `It has more than ${count(most)} rows. Divide it into several files.`,
  cell: (row: number, most: number) => `A cell of row ${row} is longer than ${count(most)} signs.`,
  row: (row: number) => `Row ${row} is too long to be a row. A quotation mark may be missing in it.`,
  quote: (row: number) =>
    `A quotation mark that opens in or after row ${row} never closes, so nobody can tell where its rows end.`,
  binary: 'This is neither a CSV text nor an Excel table (.xlsx).',
  old: 'This is an Excel table of before 2007. Save it as .xlsx or CSV and send that.',
  broken: 'The Excel table is damaged and cannot be read. Save it again, or as CSV.',
  sealed: 'The Excel table is encrypted. Take the password off and send it again.',
  busy: 'Many lists are being read at the moment. Send it again in a few seconds.',
  noSheet: 'There is no sheet with rows in it.',
  unpacked: 'It unpacks to more than any list needs. Save it as CSV and send that.',
} as const

/** The file cannot be read as a table. */
export const refuseFile = (sentence: string) =>
  new Stop('rule', sentence, { errors: [{ pointer: '/file', message: sentence }] })
