import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { type RuleBody, RuleChange, requests, ruleDepth, rules } from '@deskhand/contract'
import fc from 'fast-check'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena } from '../testing/people.ts'
import type { Facts, Happening } from './facts.ts'
import { circleOf, effectOf, matches, whyStopped, writesOf } from './rules.ts'
import { addRule, clear, type RuleIn, ruleOf } from './sample.ts'

const desk = await openDesk()
before(() => clear(desk))
afterEach(() => clear(desk))
after(() => desk.close())

const onPriority: RuleIn['trigger'] = { on: 'CHANGED', fields: ['priority'] }
const onTag: RuleIn['trigger'] = { on: 'CHANGED', fields: ['tag'] }
const refusal = async (rule: Partial<RuleIn> & Pick<RuleIn, 'actions'>) => {
  const { status, problem } = await desk.as(elena).call(rules.create, { body: ruleOf(rule) })
  assert.equal(status, 422)
  return problem.detail
}

test('a rule that would set itself off is refused, with the chain', async () => {
  const detail = await refusal({ name: 'Up', trigger: onPriority, actions: { priority: 'HIGH' } })
  assert.match(detail, /“Up” would set itself off/)
  await addRule(desk, { name: 'A', trigger: onPriority, actions: { tags: { add: ['a'] } } })
  await addRule(desk, { name: 'B', trigger: onTag, actions: { assign: { by: 'LOAD' } } })
  const round = await refusal({
    name: 'C',
    trigger: { on: 'CHANGED', fields: ['assignee'] },
    actions: { priority: 'HIGH' },
  })
  assert.equal(round, 'This would go round in a circle: “C” → “A” → “B” → “C”.')
})

test('what no longer holds afterwards, is switched off or lies at another desk closes no circle', async () => {
  const fine = await addRule(desk, {
    trigger: onPriority,
    condition: { match: 'all', parts: [{ field: 'priority', is: 'is', value: 'LOW' }] },
    actions: { priority: 'HIGH' },
  })
  assert.ok(fine.id)
  const off = await addRule(desk, {
    name: 'Off',
    isEnabled: false,
    trigger: onTag,
    actions: { tags: { add: ['z'] } },
  })
  const switched = await desk
    .as(elena)
    .call(rules.update, { params: { id: off.id }, body: { isEnabled: true } })
  assert.equal(switched.status, 422)
})

test('what slips through is stopped when it runs, logged, and the admin is told', async () => {
  const rule = await addRule(desk, { name: 'Ping', trigger: onTag, actions: { priority: 'LOW' } })
  // Behind the back of the check.
  await desk.rows(ana, `update app.rules set actions = '{"tags": {"add": ["again"]}}' where id = $1`, [
    rule.id,
  ])
  await addRule(desk, { name: 'Start', actions: { tags: { add: ['one'] } } })
  const { id } = await ask(desk)
  await desk.work()
  const { data } = (await desk.as(ana).call(rules.ofRequest, { params: { id } })).data
  assert.deepEqual(
    data.map(({ ruleName, outcome }) => [ruleName, outcome]),
    [
      ['Ping', 'STOPPED'],
      ['Ping', 'APPLIED'],
      ['Start', 'APPLIED'],
    ],
  )
  assert.equal(data[0]?.detail, 'Stopped: it followed from itself (Start → Ping → Ping).')
  const now = (await desk.as(ana).call(requests.get, { params: { id } })).data
  assert.deepEqual(now.tags, ['one', 'again'])
})

test('a long chain ends at the limit', async () => {
  // The last one first, so that none is reached within one pass.
  for (let at = ruleDepth; at >= 0; at--)
    await addRule(desk, {
      name: `Link ${at}`,
      isEnabled: false,
      trigger: at === 0 ? { on: 'CREATED' } : onTag,
      condition: {
        match: 'all',
        parts:
          at === 0
            ? []
            : [
                { field: 'tag', is: 'is', value: `link${at - 1}` },
                { field: 'tag', is: 'isNot', value: `link${at}` },
              ],
      },
      actions: { tags: { add: [`link${at}`] } },
    })
  // Each could follow from a later one, as far as the check can tell.
  await desk.rows(ana, 'update app.rules set is_enabled = true where deleted_at is null')
  const { id } = await ask(desk)
  await desk.work()
  const { data } = (await desk.as(ana).call(rules.ofRequest, { params: { id } })).data
  assert.equal(data.filter(({ outcome }) => outcome === 'APPLIED').length, ruleDepth)
  assert.match(data[0]?.detail ?? '', /^Stopped: 8 rules have followed/)
})

const priorities = ['LOW', 'MEDIUM', 'HIGH'] as const
const tag = fc.constantFrom('a', 'b', 'c')
const aRule = fc.record({
  trigger: fc.oneof(
    fc.constant({ on: 'CREATED' as const }),
    fc.record({
      on: fc.constant('CHANGED' as const),
      fields: fc.subarray(RuleChange.options, { minLength: 1 }),
    }),
  ),
  parts: fc.array(
    fc.oneof(
      fc.record({
        field: fc.constant('priority' as const),
        is: fc.constantFrom('is' as const, 'isNot' as const),
        value: fc.constantFrom(...priorities),
      }),
      fc.record({
        field: fc.constant('tag' as const),
        is: fc.constantFrom('is' as const, 'isNot' as const),
        value: tag,
      }),
    ),
    { maxLength: 2 },
  ),
  match: fc.constantFrom('all' as const, 'any' as const),
  actions: fc.oneof(
    fc.record({ priority: fc.constantFrom(...priorities) }),
    fc.record({ tags: fc.record({ add: fc.array(tag, { minLength: 1, maxLength: 2 }) }) }),
    fc.record({ tags: fc.record({ remove: fc.array(tag, { minLength: 1, maxLength: 2 }) }) }),
    fc.record({ move: fc.record({ to: fc.constantFrom('IN_PROGRESS' as const, 'IN_REVIEW' as const) }) }),
  ),
})
const someRules = fc.array(aRule, { maxLength: 12 }).map((all) =>
  all.map(({ parts, match, ...rule }, at): RuleBody & { id: string } => ({
    ...ruleOf(rule),
    ...rule,
    id: `${at}`,
    condition: { match, parts },
  })),
)
const begun: Facts = {
  desk: 'it',
  type: null,
  category: null,
  status: 'SUBMITTED',
  priority: 'MEDIUM',
  impact: 'LOW',
  urgency: 'LOW',
  assignee: null,
  team: null,
  tag: [],
  requester: 'r',
  department: null,
  place: [],
  isVip: false,
  summary: '',
  description: null,
  by: 'REQUESTER',
  answers: {},
}

/** Lets what happens to one request happen, as the reaction does; answers the longest chain. */
function live(all: readonly (RuleBody & { id: string })[]): number {
  let facts = begun
  let longest = 0
  let steps = 0
  const waiting: { happening: Happening; chain: string[] }[] = [{ happening: { on: 'CREATED' }, chain: [] }]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const rule of all) {
      if (!matches(rule, facts, next.happening) || whyStopped(rule, next.chain)) continue
      const { after } = effectOf(rule.actions, facts)
      if (JSON.stringify(after) === JSON.stringify(facts)) continue
      facts = { ...after, by: 'DESKHAND' }
      const chain: string[] = [...next.chain, rule.id]
      longest = Math.max(longest, chain.length)
      assert.equal(new Set(chain).size, chain.length, 'none twice in its own chain')
      waiting.push({ happening: { on: 'CHANGED', fields: writesOf(rule.actions) }, chain })
      if (++steps > 1_000_000) throw new Error('It does not end.')
    }
  }
  return longest
}

test('whatever the rules, it ends within the limit', () => {
  fc.assert(
    fc.property(someRules, (all) => live(all) <= ruleDepth),
    { numRuns: 200 },
  )
})

test('rules that were all allowed stop by themselves: none is ever met in its own chain', () => {
  fc.assert(
    fc.property(someRules, (all) => {
      const kept: typeof all = []
      for (const rule of all) if (!circleOf(rule, kept)) kept.push(rule)
      let facts = begun
      const waiting: { happening: Happening; chain: string[] }[] = [
        { happening: { on: 'CREATED' }, chain: [] },
      ]
      for (let next = waiting.shift(); next; next = waiting.shift())
        for (const rule of kept) {
          if (!matches(rule, facts, next.happening)) continue
          assert.ok(!next.chain.includes(rule.id), `${rule.id} follows from ${next.chain}`)
          if (next.chain.length >= ruleDepth) continue
          const { after } = effectOf(rule.actions, facts)
          if (JSON.stringify(after) === JSON.stringify(facts)) continue
          facts = { ...after, by: 'DESKHAND' }
          waiting.push({
            happening: { on: 'CHANGED', fields: writesOf(rule.actions) },
            chain: [...next.chain, rule.id],
          })
        }
    }),
    { numRuns: 200 },
  )
})
