import type { Row } from './csv.ts'
import { fileWords, refuseFile } from './fault.ts'
import { limits } from './limits.ts'
import { type DateSystem, dateFormatsOf, dateOf, numberOf } from './xlsxValues.ts'
import { type Attributes, hearAll, listen } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

type Sheet = { name: string; part: string }
type Book = { sheets: Sheet[]; dates: DateSystem }

/**
 * The rows of the first visible sheet of a workbook, one after the other. Values are taken as the program that wrote
 * it had stored them; formulas are not even read. Only the texts that cells share are held in memory, up to a limit.
 */
export async function* readXlsx(path: string): AsyncGenerator<Row> {
  const zip = await openZip(path)
  try {
    const book = await readBook(zip)
    const [sheet] = book.sheets
    if (!sheet) throw refuseFile(fileWords.noSheet)
    const [shared, dateStyles] = [await readShared(zip), await readDateStyles(zip)]
    yield* readSheet(zip.unpack(sheet.part), { shared, dateStyles, dates: book.dates })
  } finally {
    zip.close()
  }
}

/** The name of the sheet that is read. */
export async function lookAtXlsx(path: string): Promise<string> {
  const zip = await openZip(path)
  try {
    const [sheet] = (await readBook(zip)).sheets
    if (!sheet) throw refuseFile(fileWords.noSheet)
    return sheet.name
  } finally {
    zip.close()
  }
}

async function readBook(zip: Zip): Promise<Book> {
  const sheets: { name: string; id: string }[] = []
  let dates: DateSystem = 1900
  await hearAll(zip.unpack('xl/workbook.xml'), {
    open: (name, { name: title, id, state, date1904 }) => {
      if (name === 'workbookPr' && (date1904 === '1' || date1904 === 'true')) dates = 1904
      if (name === 'sheet' && id && (state ?? 'visible') === 'visible') sheets.push({ name: title ?? '', id })
    },
  }).catch(() => {
    throw refuseFile(fileWords.broken)
  })
  const parts = new Map<string, string>()
  await hearAll(zip.unpack('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target)
        parts.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  const found = sheets.map(({ name, id }) => ({ name, part: parts.get(id) ?? '' }))
  return { sheets: found.filter(({ part }) => zip.names.has(part)), dates }
}

async function readShared(zip: Zip): Promise<string[]> {
  const shared: string[] = []
  let text = ''
  let size = 0
  let depth: 'text' | 'sounds' | null = null
  if (!zip.names.has('xl/sharedStrings.xml')) return shared
  await hearAll(zip.unpack('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') text = ''
      // How it sounds in Japanese stands beside it and is no part of it.
      if (name === 'rPh') depth = 'sounds'
      if (name === 't' && depth === null) depth = 'text'
    },
    text: (said) => {
      if (depth === 'text') text += said
    },
    close: (name) => {
      if (name === 'rPh' || (name === 't' && depth === 'text')) depth = null
      if (name !== 'si') return
      size += text.length + 16
      if (size > limits.shared) throw refuseFile(fileWords.unpacked)
      shared.push(text)
    },
  })
  return shared
}

async function readDateStyles(zip: Zip): Promise<ReadonlySet<string>> {
  const formats = new Map<string, string>()
  const styles: string[] = []
  let isInside = false
  if (!zip.names.has('xl/styles.xml')) return new Set()
  await hearAll(zip.unpack('xl/styles.xml'), {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'numFmt' && numFmtId) formats.set(numFmtId, formatCode ?? '')
      if (name === 'cellXfs') isInside = true
      if (name === 'xf' && isInside) styles.push(numFmtId ?? '0')
    },
    close: (name) => {
      if (name === 'cellXfs') isInside = false
    },
  })
  return dateFormatsOf(styles, formats)
}

type Reading = { shared: readonly string[]; dateStyles: ReadonlySet<string>; dates: DateSystem }

async function* readSheet(pieces: AsyncIterable<string>, reading: Reading): AsyncGenerator<Row> {
  let ready: Row[] = []
  let last = 0
  let row = 0
  let cells: string[] = []
  let cell: Attributes = {}
  let value = ''
  let isValue = false
  let size = 0
  const { write, end } = listen({
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes['r']) || last + 1
        if (row <= last || row > 2_000_000) throw refuseFile(fileWords.broken)
        cells = []
        size = 0
      } else if (name === 'c') {
        cell = attributes
        value = ''
      } else if (name === 'v' || name === 't') isValue = true
      // `<is><rPh><t>`: see above.
      else if (name === 'rPh') cell = { ...cell, t: 'none' }
    },
    text: (said) => {
      if (isValue) value += said
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'row') {
        ready.push({ row, cells })
        last = row
      }
      if (name !== 'c') return
      const at = columnOf(cell['r']) ?? cells.length
      const said = saidBy(cell, value, reading)
      if (said === '') return
      size += said.length
      if (at >= limits.columns) throw refuseFile(fileWords.columns(limits.columns))
      if (said.length > limits.cell) throw refuseFile(fileWords.cell(row, limits.cell))
      if (size > limits.row) throw refuseFile(fileWords.row(row))
      while (cells.length < at) cells.push('')
      cells[at] = said
    },
  })
  for await (const piece of pieces) {
    write(piece)
    yield* ready
    ready = []
  }
  end()
  yield* ready
}

function saidBy({ t, s }: Attributes, value: string, { shared, dateStyles, dates }: Reading): string {
  if (t === 's') return shared[Number(value)] ?? ''
  if (t === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (t === 'd') return value.slice(0, 10)
  if (t !== undefined && t !== 'n') return value
  if (value === '') return ''
  return s !== undefined && dateStyles.has(s) ? dateOf(value, dates) : numberOf(value)
}

/** `AB12` → 27. */
function columnOf(place: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0]
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
