import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { type Cell, dayCell, momentCell, xlsxOf } from '../../platform/files/xlsx.ts'
import { openFolder, readAll } from './sample.ts'
import { openZip } from './zip.ts'

const folder = await openFolder()
after(folder.close)

async function* portionsOf(...portions: Cell[][][]) {
  yield* portions
}

const written = async (heads: string[], ...portions: Cell[][][]) =>
  folder.write(await buffer(xlsxOf('Things: all', heads, portionsOf(...portions))))

const partOf = async (path: string, name: string) => {
  const zip = await openZip(path)
  let text = ''
  for await (const piece of zip.unpack(name)) text += piece
  zip.close()
  return text
}

test('what we write as a workbook we read: texts, numbers, days, moments, amounts, gaps', async () => {
  const path = await written(
    ['Tag', 'Count', 'Day', 'Moment', 'Price', 'Is'],
    [['LT-1', 12, dayCell('2026-11-28'), momentCell('2026-11-28T23:30:05.500Z'), null, true]],
    [['LT-2', -0.5, null, null, { number: 1299.05, format: '#,##0.00" EUR"' }, false]],
  )
  const { form, header, rows } = await readAll(path)
  assert.equal(form.format, 'xlsx')
  assert.deepEqual(header, ['Tag', 'Count', 'Day', 'Moment', 'Price', 'Is'])
  assert.deepEqual(rows, {
    2: ['LT-1', '12', '2026-11-28', '2026-11-28', '', 'TRUE'],
    3: ['LT-2', '-0.5', '', '', '1299.05', 'FALSE'],
  })
  const sheet = await partOf(path, 'xl/worksheets/sheet1.xml')
  assert.match(sheet, /<c r="D2" s="4"><v>46354\.979224537\d*<\/v>/)
  const styles = await partOf(path, 'xl/styles.xml')
  assert.match(styles, /formatCode="#,##0\.00&quot; EUR&quot;"/)
  assert.match(await partOf(path, 'xl/workbook.xml'), /<sheet name="Things {2}all"/)
})

test('texts are texts however they begin, and stay so when somebody edits them', async () => {
  const texts = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '<b>&amp;"',
    '_x0041_',
    'two\r\nlines',
    ' wide ',
    '😀',
  ]
  const path = await written(
    ['Text'],
    texts.map((text) => [text]),
  )
  const { rows } = await readAll(path)
  assert.deepEqual(
    Object.values(rows).map(([said]) => said),
    texts.map((text) => text.replace('_x0041_', '_x005F_x0041_')),
  )
  const sheet = await partOf(path, 'xl/worksheets/sheet1.xml')
  assert.doesNotMatch(sheet, /<f[ >]/)
  const styled = [...sheet.matchAll(/<c r="A(\d+)" t="inlineStr"( s="2")?>/g)].map(([, , style]) =>
    Boolean(style),
  )
  assert.deepEqual(styled.slice(0, 6), [true, true, true, true, true, false])
  assert.match(await partOf(path, 'xl/styles.xml'), /quotePrefix="1"/)
})

test('what a workbook cannot hold is left out or cut, and the file stays whole', async () => {
  const path = await written(['Text'], [['a\u0000b\u001f\ufffe\ud800c'], [dayCell('1871-05-01')]])
  const { rows } = await readAll(path)
  assert.equal(rows[2]?.[0], 'ab\ufffdc')
  assert.equal(rows[3]?.[0], '1871-05-01')
  // More than we read.
  const long = await written(['Text'], [['x'.repeat(40_000)]])
  assert.match(await partOf(long, 'xl/worksheets/sheet1.xml'), />x{32766}…</)
})

test('rows are made as they are taken, and nobody makes more once the reader is gone', async () => {
  let made = 0
  const ended = Promise.withResolvers<void>()
  async function* endless() {
    try {
      for (;;) {
        made += 200
        yield Array.from({ length: 200 }, (_, at) => [`Thing ${made + at} ${Math.random()}`])
      }
    } finally {
      ended.resolve()
    }
  }
  const book = xlsxOf('Endless', ['Name'], endless())
  for await (const _ of book) if (made > 0) break
  assert.ok(made < 40_000, `${made} rows for one piece`)
  await ended.promise
})

test('what goes wrong while rows are read breaks the file off', async () => {
  async function* broken() {
    yield [['one']]
    throw new Error('The list is gone.')
  }
  await assert.rejects(buffer(xlsxOf('Broken', ['Name'], broken())), /The list is gone/)
})
