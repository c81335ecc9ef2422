/** A label that can be bought: its size in millimetres, and how many of them lie on a sheet, or none where it is a roll. */
export type LabelStock = {
  name: string
  width: number
  height: number
  sheet: null | {
    paper: 'A4' | 'LETTER'
    columns: number
    rows: number
    /** From the edges of the paper to the first label. */
    left: number
    top: number
    /** From one label to the next. */
    acrossBy: number
    downBy: number
  }
}

const a4 = (columns: number, rows: number, left: number, top: number, acrossBy: number, downBy: number) =>
  ({ paper: 'A4', columns, rows, left, top, acrossBy, downBy }) as const
const letter = (columns: number, rows: number, left: number, top: number, acrossBy: number, downBy: number) =>
  ({ paper: 'LETTER', columns, rows, left, top, acrossBy, downBy }) as const

/** By the number that stands on the box. Sizes are those that their makers give. */
export const labelStocks = {
  L4736: { name: 'Avery L4736', width: 45.7, height: 21.2, sheet: a4(4, 12, 9.7, 21.5, 48.3, 21.2) },
  L6009: { name: 'Avery L6009', width: 45.7, height: 21.2, sheet: a4(4, 12, 9.7, 21.5, 48.3, 21.2) },
  L7162: { name: 'Avery L7162', width: 99.1, height: 33.9, sheet: a4(2, 8, 4.65, 12.9, 101.6, 33.9) },
  L7163: { name: 'Avery L7163', width: 99.1, height: 38.1, sheet: a4(2, 7, 4.65, 15.15, 101.6, 38.1) },
  '3490': { name: 'Avery 3490', width: 70, height: 36, sheet: a4(3, 8, 0, 4.5, 70, 36) },
  '5267': { name: 'Avery 5267', width: 44.45, height: 12.7, sheet: letter(4, 20, 7.62, 12.7, 52.07, 12.7) },
  '5520': { name: 'Avery 5520', width: 66.68, height: 25.4, sheet: letter(3, 10, 4.76, 12.7, 69.85, 25.4) },
  TZE12: { name: 'Brother TZe 12 mm', width: 45, height: 12, sheet: null },
  TZE18: { name: 'Brother TZe 18 mm', width: 55, height: 18, sheet: null },
  TZE24: { name: 'Brother TZe 24 mm', width: 65, height: 24, sheet: null },
  DK62: { name: 'Brother 62 mm', width: 62, height: 29, sheet: null },
  D11354: { name: 'Dymo 11354', width: 57, height: 32, sheet: null },
  D30252: { name: 'Dymo 30252', width: 89, height: 28, sheet: null },
  D1933081: { name: 'Dymo 1933081', width: 89, height: 25, sheet: null },
  ZEBRA: { name: 'Zebra 51 × 25 mm', width: 50.8, height: 25.4, sheet: null },
} as const satisfies Record<string, LabelStock>
export type LabelStockName = keyof typeof labelStocks
export const labelStockNames = Object.keys(labelStocks) as [LabelStockName, ...LabelStockName[]]

/** How many labels a sheet has; 1 for a roll. */
export const labelsOn = ({ sheet }: LabelStock): number => (sheet ? sheet.columns * sheet.rows : 1)
