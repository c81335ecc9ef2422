import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { lookAt, readTable } from './open.ts'

/** A folder of its own, and files in it. */
export async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'lists-'))
  let number = 0
  const next = () => join(folder, String(number++))
  return {
    async write(bytes: Uint8Array | string): Promise<string> {
      const path = next()
      await writeFile(path, bytes)
      return path
    },
    /** A workbook of these parts. */
    async zip(parts: Record<string, string | Iterable<string>>): Promise<string> {
      const path = next()
      const zip = new ZipFile()
      for (const [name, content] of Object.entries(parts)) {
        if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name)
        else zip.addReadStream(Readable.from(content), name)
      }
      zip.end()
      await pipeline(zip.outputStream, createWriteStream(path))
      return path
    },
    close: () => rm(folder, { recursive: true }),
  }
}

const workbook = `<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Secret" sheetId="1" state="hidden" r:id="rId1"/>
  <sheet name="Laptops" sheetId="2" r:id="rId2"/></sheets></workbook>`
const rels = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
  <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`
const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/>
  <numFmt numFmtId="165" formatCode="0.00&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`
const shared = `<sst><si><t>Asset Tag</t></si><si><r><t>LT</t></r><r><t>-1</t></r><rPh><t>xx</t></rPh></si></sst>`

/** The parts of a workbook with a hidden sheet and one that has these rows. */
export const bookOf = (rows: string | Iterable<string>, more: Record<string, string> = {}) => ({
  'xl/workbook.xml': workbook,
  'xl/_rels/workbook.xml.rels': rels,
  'xl/styles.xml': styles,
  'xl/sharedStrings.xml': shared,
  'xl/worksheets/sheet1.xml': '<worksheet><sheetData/></worksheet>',
  'xl/worksheets/sheet2.xml':
    typeof rows === 'string' ? `<worksheet><sheetData>${rows}</sheetData></worksheet>` : rows,
  ...more,
})

/** The whole of a table: its form, its header, and its rows by their numbers. */
export async function readAll(path: string) {
  const form = await lookAt(path)
  const { header, rows } = await readTable(path, form)
  const found: Record<number, string[]> = {}
  for await (const { row, cells } of rows) found[row] = cells
  return { form, header, rows: found }
}
