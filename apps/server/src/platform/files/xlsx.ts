import { PassThrough, pipeline, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { beginsAsFormula } from './csv.ts'

/** A text is a text however it begins; a number may say how it is shown, as Excel writes such formats. */
export type Cell = string | number | boolean | null | { number: number; format: string }

const aDay = 86_400_000
/** Excel believes that 1900 was a leap year: from here on its days are counted like everybody's. */
const firstDay = Date.UTC(1900, 2, 1)
/** What Excel takes into one cell. */
const longest = 32_767

const serialOf = (at: number) => (at - Date.UTC(1899, 11, 30)) / aDay

/** `2026-11-28` as a day; before Excel's days begin, as the text that it is. */
export function dayCell(day: string): Cell {
  const at = Date.parse(`${day}T00:00:00Z`)
  return at >= firstDay ? { number: serialOf(at), format: 'yyyy-mm-dd' } : day
}

/** A moment. A spreadsheet knows no zones, so the cell says in which it is. */
export function momentCell(moment: string): Cell {
  const at = Math.floor(Date.parse(moment) / 1000) * 1000
  return at >= firstDay ? { number: serialOf(at), format: 'yyyy-mm-dd hh:mm:ss" UTC"' } : moment
}

/**
 * A workbook of one sheet, made while it is read: what is in memory is one portion of rows, however many there are. Texts
 * stand in their cells and are never formulas, also not once somebody has edited one.
 */
export function xlsxOf(
  title: string,
  heads: readonly string[],
  portions: AsyncIterable<readonly (readonly Cell[])[]>,
): Readable {
  const zip = new ZipFile()
  const book = new PassThrough()
  const styles = openStyles()
  const sheet = Readable.from(sheetOf(heads, portions, styles))
  for (const [name, xml] of Object.entries(partsOf(title))) zip.addBuffer(Buffer.from(head + xml), name)
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml')
  // Which there are is known when the last row is written.
  zip.addReadStreamLazy('xl/styles.xml', (ready) => ready(null, Readable.from([head + styles.xml()])))
  const breakOff = (error: Error) => book.destroy(error)
  sheet.on('error', breakOff)
  zip.on('error', breakOff)
  zip.end()
  // Whoever goes away in the midst of it ends the reading of rows as well.
  pipeline(zip.outputStream, book, () => sheet.destroy())
  return book
}

type Styles = ReturnType<typeof openStyles>

const plain = 0
const bold = 1
const quoted = 2

/** The formats that the cells come to, numbered as they come. */
function openStyles() {
  const formats = new Map<string, number>()
  return {
    of(format: string): number {
      const known = formats.get(format) ?? formats.size
      formats.set(format, known)
      return known + quoted + 1
    },
    xml(): string {
      const all = [...formats.keys()]
      const xf = (more: string) => `<xf borderId="0" fillId="0" ${more} xfId="0"/>`
      return (
        `<styleSheet ${namespace}>` +
        (all.length > 0
          ? `<numFmts count="${all.length}">${all
              .map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(format)}"/>`)
              .join('')}</numFmts>`
          : '') +
        `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
        `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
        `<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>` +
        `<cellXfs count="${all.length + quoted + 1}">${xf('fontId="0" numFmtId="0"')}` +
        `${xf('applyFont="1" fontId="1" numFmtId="0"')}${xf('fontId="0" numFmtId="0" quotePrefix="1"')}` +
        `${all.map((_, at) => xf(`applyNumberFormat="1" fontId="0" numFmtId="${164 + at}"`)).join('')}</cellXfs></styleSheet>`
      )
    },
  }
}

async function* sheetOf(
  heads: readonly string[],
  portions: AsyncIterable<readonly (readonly Cell[])[]>,
  styles: Styles,
) {
  let row = 1
  yield `${head}<worksheet ${namespace}><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr baseColWidth="18" defaultRowHeight="15"/><sheetData>`
  yield rowOf(row, heads, (cell, place) => textOf(place, cell, bold))
  for await (const portion of portions) {
    yield portion
      .map((cells) => {
        row += 1
        return rowOf(row, cells, (cell, place) => cellOf(place, cell, styles))
      })
      .join('')
  }
  yield '</sheetData></worksheet>'
}

const rowOf = <T>(row: number, cells: readonly T[], cellOf: (cell: T, place: string) => string) =>
  `<row r="${row}">${cells.map((cell, at) => cellOf(cell, `${lettersOf(at)}${row}`)).join('')}</row>`

function cellOf(place: string, cell: Cell, styles: Styles): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return textOf(place, cell, beginsAsFormula(cell) ? quoted : plain)
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  return `<c r="${place}" s="${styles.of(cell.format)}"><v>${cell.number}</v></c>`
}

const textOf = (place: string, text: string, style: number) =>
  `<c r="${place}" t="inlineStr"${style === plain ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escaped(cutAt(text))}</t></is></c>`

const cutAt = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

/** 27 → `AB`. */
function lettersOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : lettersOf(Math.floor(at / 26) - 1) + letter
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
}

/** As XML; what looks like one of Excel's own escapes is escaped as Excel does. */
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"\r]/g, (sign) => entities[sign] ?? sign)

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const related = (parts: readonly [type: string, target: string][]) =>
  `<Relationships xmlns="${packages}/relationships">${parts
    .map(
      ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** What a workbook consists of beside its sheet and its styles. */
const partsOf = (title: string) => ({
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
  '_rels/.rels': related([['officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `<workbook ${namespace} xmlns:r="${office}"><sheets><sheet name="${escaped(title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': related([
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
  ]),
})
