import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { delimiterOf } from './csv.ts'
import { fileWords } from './fault.ts'
import { limits } from './limits.ts'
import { openFolder, readAll } from './sample.ts'

const folder = await openFolder()
after(() => folder.close())
const read = async (bytes: Uint8Array | string) => readAll(await folder.write(bytes))
const says = (sentence: string) => ({ name: 'Stop', message: sentence })

test('every way to write a text is recognised', async () => {
  const text = 'Tag;Ort\nA-1;Köln\n'
  const wide = Buffer.from(text, 'utf16le')
  const cases: [string, Buffer, string][] = [
    ['utf-8', Buffer.from(text), 'utf-8'],
    ['utf-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
    ['utf-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 'utf-16le'],
    ['utf-16 without one', wide, 'utf-16le'],
    ['utf-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be'],
  ]
  for (const [name, bytes, encoding] of cases) {
    const { form, header, rows } = await read(bytes)
    assert.deepEqual(
      [form, header, rows],
      [{ format: 'csv', encoding, delimiter: ';' }, ['Tag', 'Ort'], { 2: ['A-1', 'Köln'] }],
      name,
    )
  }
})

test('a letter beyond ASCII that comes late is read right', async () => {
  const filler = 'A-1,x\n'.repeat(50_000)
  const late = await read(Buffer.from(`Tag,Place\n${filler}A-2,Z\u00fcrich\n`, 'latin1'))
  assert.equal(late.form.format === 'csv' && late.form.encoding, 'windows-1252')
  assert.deepEqual(late.rows[50_002], ['A-2', 'Zürich'])
  // What is cut in the middle of a sign is no UTF-8.
  const cut = await read(Buffer.concat([Buffer.from('Tag,Place\nA-1,Z'), Buffer.from([0xc3])]))
  assert.equal(cut.form.format === 'csv' && cut.form.encoding, 'windows-1252')
})

test('what divides cells is what cuts the rows alike', () => {
  const cases: [string, string][] = [
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a\tb\n"x, y; z"\t2\n', '\t'],
    ['a|b|c\n1|2|3\n', '|'],
    ['sep=;\na,b;c\n', ';'],
    ['only one\nx\n', ','],
    ['name,notes\n"a; b; c","d; e; f"\n', ','],
    ['a;b;c\n1;2;3\n1;2\n1;2;3\n', ';'],
    ['a,b\n"never closed,1\n', ','],
  ]
  for (const [head, expected] of cases) assert.equal(delimiterOf(head), expected, head)
})

test('all ends of lines, in any mixture, and rows counted as a spreadsheet does', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const { header, rows } = await read(['Tag,Name', 'A-1,"two\nlines"', '', 'A-2,x'].join(end))
    assert.deepEqual(
      [header, rows],
      [['Tag', 'Name'], { 2: ['A-1', 'two\nlines'], 4: ['A-2', 'x'] }],
      JSON.stringify(end),
    )
  }
  const mixed = await read('Tag,Name\r\nA-1,x\nA-2,y\rA-3,z')
  assert.deepEqual(mixed.rows, { 2: ['A-1', 'x'], 3: ['A-2', 'y'], 4: ['A-3', 'z'] })
  const hinted = await read('sep=;\r\nTag;Name\r\nA-1;x\r\n')
  assert.deepEqual([hinted.header, hinted.rows], [['Tag', 'Name'], { 2: ['A-1', 'x'] }])
})

test('quotes, formulas, ragged rows and zeros are read as they stand', async () => {
  const { rows } = await read(
    'Tag,Name,Size\n"a ""b""",=1+1,19" wide\nshort\nlong,b,c,d\npadded,b,c,,,\nnul,\u0000,c\n',
  )
  assert.deepEqual(rows, {
    2: ['a "b"', '=1+1', '19" wide'],
    3: ['short'],
    4: ['long', 'b', 'c', 'd'],
    5: ['padded', 'b', 'c'],
    6: ['nul', '\ufffd', 'c'],
  })
})

test('what is no list is refused with a sentence', async () => {
  const cases: [string, Uint8Array | string, string][] = [
    ['empty', '', fileWords.empty],
    ['blank', '\n \n,,\n', fileWords.empty],
    ['never closed', 'Tag,Name\nA-1,"x\nA-2,y\n', fileWords.quote(2)],
    ['many columns', `${'a,'.repeat(300)}a`, fileWords.columns(limits.columns)],
    ['a million columns', 'a,'.repeat(1_000_000), fileWords.columns(limits.columns)],
    ['one endless line', 'x'.repeat(3_000_000), fileWords.columns(limits.columns)],
    ['a long cell', `Tag\n${'x'.repeat(limits.cell + 1)}`, fileWords.cell(2, limits.cell)],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 1, 2, 3, 0xff, 0xfe]), fileWords.binary],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), fileWords.old],
    ['a broken archive', 'PK\u0003\u0004 and no more', fileWords.broken],
  ]
  for (const [name, bytes, sentence] of cases) await assert.rejects(read(bytes), says(sentence), name)
})

test('any cells come in as they were written', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !text.includes('\0') && !text.includes('\ufffd'))
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n', '\r'), async (all, end) => {
      const quoted = all.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
      const found = await read(['one,two,three', ...quoted].join(end))
      const expected = all.flatMap((cells, at) =>
        cells.every((one) => one.trim() === '') ? [] : [[at + 2, cells]],
      )
      assert.deepEqual(found.rows, Object.fromEntries(expected))
    }),
    { numRuns: 60 },
  )
})
