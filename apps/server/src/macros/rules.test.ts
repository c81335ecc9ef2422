import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textVariables } from '@deskhand/contract'
import { faultOfText, renderText } from './rules.ts'

const values = { ...textVariables, 'requester.firstName': 'Bob', 'request.typeName': '' }

test('variables are filled in, and what people wrote is never read as a template', () => {
  const cases: [string, string][] = [
    ['Hello {{requester.firstName}}, {{ request.referenceNumber }}', 'Hello Bob, IT-4921'],
    ['{% if request.typeName == "" %}no kind{% else %}{{request.typeName}}{% endif %}', 'no kind'],
    ['{{me.firstName | upcase}}', 'ANA'],
    ['Plain', 'Plain'],
  ]
  for (const [text, expected] of cases) {
    assert.equal(faultOfText(text), null, text)
    assert.equal(renderText(text, values), expected)
  }
  const sly = { ...values, 'request.summary': '{{me.name}} <b>{% for i in (1..9) %}' }
  assert.equal(renderText('{{request.summary}}', sly), '{{me.name}} <b>{% for i in (1..9) %}')
})

test('what cannot be filled in is refused with the reason', () => {
  const cases: [string, RegExp][] = [
    ['{{requester.salary}}', /no \{\{requester\.salary\}\}.*requester\.firstName/],
    ['{{requester}}', /no \{\{requester\}\}/],
    ['{{constructor.name}}', /no \{\{constructor\.name\}\}/],
    ['{{me["password"]}}', /no \{\{me\.password\}\}/],
    ['{{me.name', /cannot be read/],
    ['{% for i in (1..1000000) %}x{% endfor %}', /cannot be read/],
    ['{% include "etc/passwd" %}', /cannot be read/],
    ['{% assign a = "b" %}', /cannot be read/],
    ['{{me.name | no_such_filter}}', /cannot be read/],
    ['{% if me.name == "" %}x{% endif %}', /Nothing would be left/],
  ]
  for (const [text, expected] of cases) assert.match(faultOfText(text) ?? 'no fault', expected, text)
})
