import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textVariables } from '@deskhand/contract'
import { faultOfText, fillText, mustFill } from './rules.ts'

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
    assert.equal(fillText(text, values).text, expected)
  }
  const sly = { ...values, 'request.summary': '{{me.name}} <b>{% for i in (1..9) %}' }
  const said = fillText('{{request.summary}}', sly)
  assert.deepEqual(said, { text: '{{me.name}} <b>{% for i in (1..9) %}', fault: null })
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
    ['{{ (1..100000000) | join: "," }}', /cannot be read/],
    ['{{ (1..100000000) }}', /cannot be read/],
    ['{% if (1..100000000) contains 7 %}x{% endif %}', /cannot be read/],
    ['{% if true %}{{ "%" | url_decode }}{% endif %}', /cannot be read/],
    ['{{ me.name | replace: "a", "aaaaaaaaaa" }}', /cannot be read/],
    [`{% if ${'('.repeat(2000)} %}x{% endif %}`, /cannot be read/],
  ]
  for (const [text, expected] of cases) assert.match(faultOfText(text) ?? 'no fault', expected, text)
})

test('what cannot be filled in on one request is left as it was written, with the reason', () => {
  const wide = { ...values, 'request.summary': '100% of '.repeat(60) }
  const cases: [string, RegExp][] = [
    ['{{ request.summary | url_decode }}', /url_decode/],
    ['{% if (1..request.summary) contains 3 %}x{% endif %}', /cannot be read/],
    ['{{request.summary}}'.repeat(100), /longer than 20000/],
  ]
  const many = { ...wide, 'request.summary': '100000000' }
  for (const [text, expected] of cases) {
    const filled = fillText(text, text.includes('..') ? many : wide)
    assert.equal(filled.text, text)
    assert.match(filled.fault ?? 'no fault', expected, text)
    assert.throws(() => mustFill(text, text.includes('..') ? many : wide), {
      code: 'state',
      message: filled.fault,
    })
  }
})
