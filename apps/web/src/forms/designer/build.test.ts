import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDefinition, type FieldType, FormDefinition, FormField } from '@deskhand/contract'
import { addField, addSection, keyFor, moveBy, moveTo, newField, removeAt, reword } from './build.ts'
import { typeWords } from './words.ts'

const line = (key: string) => FormField.parse({ key, label: key.toUpperCase(), type: 'line' })
const form = FormDefinition.parse({
  sections: [
    { key: 'one', fields: [line('a'), line('b')] },
    { key: 'two', fields: [line('c')] },
  ],
})
const shape = (definition: FormDefinition) =>
  definition.sections.map(({ fields }) => fields.map(({ key }) => key).join('')).join('|')

test('a name is made of words and is never there twice', () => {
  assert.equal(keyFor('Cost centre', new Set()), 'costCentre')
  assert.equal(keyFor('¿Teléfono?', new Set()), 'telefono')
  assert.equal(keyFor('27-inch screen', new Set()), 'inchScreen')
  assert.equal(keyFor('Device', new Set(['device', 'device2'])), 'device3')
  assert.equal(keyFor('???', new Set()), 'field')
})

test('a new question’s name follows its words until somebody knows it', () => {
  const fresh = newField('choice', new Set(['a']))
  const { definition } = addField(form, null, fresh)
  const named = reword(definition, fresh, 'Device', new Set())
  assert.deepEqual([named.key, named.label], ['device', 'Device'])
  assert.equal(reword(definition, fresh, 'A', new Set()).key, 'a2')
  assert.equal(reword(definition, fresh, '', new Set()).key, 'field')
  // Kept with the form, written by hand, or spoken of.
  assert.equal(reword(definition, fresh, 'Device', new Set([fresh.key])).key, fresh.key)
  assert.equal(reword(form, line('b'), 'Other', new Set()).key, 'other')
  assert.equal(reword(form, { ...line('b'), key: 'byHand' }, 'Other', new Set()).key, 'byHand')
  const condition = { match: 'all' as const, parts: [{ answer: fresh.key, is: 'answered' as const }] }
  const spoken = addField(definition, null, { ...line('d'), showWhen: condition }).definition
  assert.equal(reword(spoken, fresh, 'Device', new Set()).key, fresh.key)
  assert.equal(reword({ ...definition, title: `{${fresh.key}}` }, fresh, 'Device', new Set()).key, fresh.key)
})

test('every type of field can be added and is sound at once', () => {
  for (const type of Object.keys(typeWords) as FieldType[]) {
    const { definition } = addField(form, null, newField(type, new Set(['a', 'b', 'c'])))
    assert.deepEqual(checkDefinition(definition), [], type)
  }
})

test('a field goes behind where one stands, and moves on into the section beside', () => {
  const added = addField(form, { section: 0, field: 0 }, line('x'))
  assert.equal(shape(added.definition), 'axb|c')
  assert.deepEqual(added.place, { section: 0, field: 1 })
  const down = moveBy(form, { section: 0, field: 1 }, 1)
  assert.equal(shape(down?.definition ?? form), 'a|bc')
  assert.deepEqual(down?.place, { section: 1, field: 0 })
  const up = moveBy(form, { section: 1, field: 0 }, -1)
  assert.equal(shape(up?.definition ?? form), 'abc|')
  assert.equal(moveBy(form, { section: 0, field: 0 }, -1), null)
  assert.equal(shape(moveBy(form, { section: 1, field: null }, -1)?.definition ?? form), 'c|ab')
})

test('dragging takes out and puts in, also within one section', () => {
  assert.equal(
    shape(moveTo(form, { section: 0, field: 0 }, { section: 1, field: 1 })?.definition ?? form),
    'b|ca',
  )
  assert.equal(
    shape(moveTo(form, { section: 0, field: 0 }, { section: 0, field: 1 })?.definition ?? form),
    'ba|c',
  )
})

test('sections come and go', () => {
  const { definition, place } = addSection(form)
  assert.deepEqual([definition.sections.length, place], [3, { section: 2, field: null }])
  assert.equal(shape(removeAt(form, { section: 0, field: null })), 'c')
})
