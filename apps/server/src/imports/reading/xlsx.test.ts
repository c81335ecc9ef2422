import assert from 'node:assert/strict'
import { stat } from 'node:fs/promises'
import { after, test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { fileWords } from './fault.ts'
import { limits } from './limits.ts'
import { bookOf, openFolder, readAll } from './sample.ts'
import { openZip } from './zip.ts'

const folder = await openFolder()
after(() => folder.close())
const read = async (rows: string | Iterable<string>, more = {}) =>
  readAll(await folder.zip(bookOf(rows, more)))
const says = (sentence: string) => ({ name: 'Stop', message: sentence })
const head =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Bought</t></is></c><c r="C1" t="str"><v>Cost</v></c></row>'

test('texts, numbers, days and the values of formulas', async () => {
  const { form, header, rows } = await read(`${head}
    <row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>45689</v></c><c r="C2"><f>SUM(A1:A9)</f><v>1299.9899999999998</v></c></row>
    <row r="4"><c r="B4" s="2"><v>45689.75</v></c><c r="C4" s="3"><v>1E3</v></c></row>
    <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="d"><v>2026-11-28T00:00:00</v></c><c r="C5" t="e"><v>#REF!</v></c></row>
    <row r="6"/><row r="7"><c r="A7" t="inlineStr"><is><t>=1+1</t></is></c><c r="C7"><f>1/0</f></c></row>
    <row><c><v>356938035643809</v></c><c t="inlineStr"><is><t>a &amp; b</t></is></c></row>`)
  assert.deepEqual(form, { format: 'xlsx', sheet: 'Laptops' })
  assert.deepEqual(header, ['Asset Tag', 'Bought', 'Cost'])
  assert.deepEqual(rows, {
    2: ['LT-1', '2025-02-01', '1299.99'],
    4: ['', '2025-02-01', '1000'],
    5: ['TRUE', '2026-11-28', '#REF!'],
    7: ['=1+1', '', ''],
    8: ['356938035643809', 'a & b', ''],
  })
})

test('days are counted from 1904 where the workbook says so', async () => {
  const { rows } = await read(`${head}<row r="2"><c r="B2" s="1"><v>44227</v></c></row>`, {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="L" sheetId="1" r:id="rId2"/></sheets></workbook>',
  })
  assert.deepEqual(rows[2], ['', '2025-02-01', ''])
})

test('a bomb ends at the limit, in flat memory', async () => {
  const before = held()
  const blanks = '\n'.repeat(8 * 1024 * 1024)
  const bomb = function* () {
    for (let size = 0; size <= limits.unpacked; size += blanks.length) yield blanks
  }
  const path = await folder.zip({ bomb: bomb() })
  assert.ok((await stat(path)).size < 1024 * 1024)
  const zip = await openZip(path)
  let pieces = 0
  let most = 0
  const unpack = async () => {
    for await (const piece of zip.unpack('bomb'))
      if (piece && pieces++ % 2_000 === 0) most = Math.max(most, held())
  }
  await assert.rejects(unpack(), says(fileWords.unpacked))
  zip.close()
  assert.ok(pieces > 100)
  // What stands around in a process of many files comes and goes; what is kept would be all of it.
  assert.ok(most - before < limits.unpacked / 2, `${most - before} bytes more than before`)
})

/** How many bytes are in use once what nobody needs is thrown away: what other files left behind does not count. */
function held(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

test('one text without an end fills no memory', async () => {
  const endless = function* () {
    yield '<worksheet><sheetData><row><c t="inlineStr"><is><t>'
    for (let piece = 0; piece < 40; piece++) yield 'x'.repeat(1_000_000)
  }
  await assert.rejects(read(endless()), says(fileWords.broken))
})

test('what is no table of a workbook is refused with a sentence', async () => {
  const wide = `<row r="1">${'<c><v>1</v></c>'.repeat(limits.columns + 1)}</row>`
  const entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>'
  const cases: [string, string, Record<string, string>, string][] = [
    ['no rows', '', {}, fileWords.empty],
    ['wide', wide, {}, fileWords.columns(limits.columns)],
    ['a document type', '', { 'xl/worksheets/sheet2.xml': entity }, fileWords.broken],
    ['no XML', '', { 'xl/worksheets/sheet2.xml': '<worksheet><row>' }, fileWords.broken],
    [
      'rows that go back',
      '<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>',
      {},
      fileWords.broken,
    ],
    ['no workbook', '', { 'xl/workbook.xml': 'x' }, fileWords.broken],
    [
      'a sheet elsewhere',
      '',
      { 'xl/_rels/workbook.xml.rels': '<R><Relationship Id="rId2" Target="../../../etc/passwd"/></R>' },
      fileWords.noSheet,
    ],
  ]
  for (const [name, rows, more, sentence] of cases)
    await assert.rejects(read(rows, more), says(sentence), name)
})
