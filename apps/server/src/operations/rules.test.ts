import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './rules.ts'

test('a table for spreadsheets: quoted where it must be, and no cell is a formula', () => {
  const cases: [string, string][] = [
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    [' =1+1', "' =1+1"],
    [';=1+1', "';'=1+1"],
    ['a;=1+1', "a;'=1+1"],
    ['a\n=1+1', `"a\n'=1+1"`],
    ['"=1+1', `"'""=1+1"`],
    ["'=1+1", "''=1+1"],
    ['\u200b=1+1', "'\u200b=1+1"],
    ['\ufeff\u2060@A1', "'\ufeff\u2060@A1"],
    ['＝1+1', "'＝1+1"],
    [' ＋1', "' ＋1"],
    ['－1', "'－1"],
    ['＠A1', "'＠A1"],
    ['a=b; c', 'a=b; c'],
    ['a - b', 'a - b'],
    ['\rx', `"'\rx"`],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['', ''],
  ]
  for (const [cell, expected] of cases) assert.equal(csvOf([[cell]]), `\uFEFF${expected}\r\n`)
})
