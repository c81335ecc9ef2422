import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MacroSteps } from '@deskhand/contract'
import { faultOfText } from '../macros/rules.ts'
import { checklists, macros, responses } from './content/deskworkLines.ts'

test('what the desks have written down could have been saved', () => {
  for (const code of ['IT', 'HR']) {
    assert.ok((checklists[code]?.length ?? 0) >= 2)
    assert.equal(macros[code]?.length, 4)
    assert.ok((responses[code]?.length ?? 0) >= 6)
    for (const [name, text] of responses[code] ?? []) assert.equal(faultOfText(text), null, name)
    for (const [name, written] of macros[code] ?? []) {
      const { note, reply, move } = MacroSteps.parse(written)
      for (const text of [note, reply, move?.question, move?.reason, move?.resolutionText])
        if (text) assert.equal(faultOfText(text), null, name)
    }
  }
})
