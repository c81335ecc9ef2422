import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type ApprovalLink, approvals, requests } from '@deskhand/contract'
import { askedWith } from '../forms/sample.ts'
import { clock } from '../platform/clock/clock.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, marta, olga, pablo, sofia } from '../testing/people.ts'
import { askLaptop, decide, euros, mailedLink, policy, roundOf } from './sample.ts'

const desk = await openDesk()
after(() => desk.close())
after(() => clock.reset())

await policy(desk, [{ name: 'Manager', approvers: [{ kind: 'MANAGER' }] }], { signOver: euros(5_000) })

const linkIn = (requestId: string, to = marta) => mailedLink(desk, requestId, to)
const tokenOf = (link: string) => link.split('#token=')[1] ?? ''
const see = (token: string) => desk.call(approvals.seeLink, { params: { token } })
const say = (token: string, who?: string, decision: 'APPROVED' | 'REJECTED' = 'APPROVED') =>
  (who ? desk.as(who) : desk).call(approvals.decideByLink, {
    params: { token },
    body: { decision, ...(decision === 'REJECTED' ? { comment: 'No.' } : {}) },
  })
const statusOf = async (id: string) =>
  (await desk.as(jorge).call(requests.get, { params: { id } })).data.status
const states = (link: ApprovalLink) => link.state

test('opening shows what it is about and changes nothing; deciding works once', async () => {
  const request = await askLaptop(desk)
  const token = tokenOf(await linkIn(request.id))
  for (const _ of [1, 2, 3]) {
    const { data } = await see(token)
    assert.equal(data.state, 'OPEN')
    assert.equal(data.personName, 'Marta Gil')
    assert.equal(data.about?.referenceNumber, request.referenceNumber)
    assert.deepEqual(data.about?.amount, euros(1_400))
    assert.equal(data.about?.justification, 'The old one is too slow.')
  }
  assert.equal(await statusOf(request.id), 'IN_REVIEW')
  const { data, status } = await say(token)
  assert.equal(status, 200)
  assert.equal(data.sentence, 'Thank you. You approved this.')
  await desk.work()
  assert.equal(await statusOf(request.id), 'APPROVED')
  const again = await say(token, undefined, 'REJECTED')
  assert.equal(again.status, 410)
  assert.equal(again.problem.detail, 'This link was used already. Nothing happens a second time.')
  assert.equal(states((await see(token)).data), 'USED')
  assert.equal((await see(token)).data.about, null)
  assert.equal(await statusOf(request.id), 'APPROVED')
  const [event] = await desk.rows<{ actor: string; via: string }>(
    jorge,
    `select actor_name as actor, data->>'via' as via from app.events where subject_id = $1 and name = 'approval.decided'`,
    [request.id],
  )
  assert.deepEqual(event, { actor: 'Marta Gil', via: 'LINK' })
})

test('what the form asked is told under its labels, also what changed, but nothing encrypted', async () => {
  const { typeId } = await askedWith(desk, {
    sections: [
      {
        key: 'all',
        fields: [
          { key: 'estimatedPrice', type: 'money', label: 'What it costs' },
          { key: 'colour', type: 'line', label: 'Colour of the lid' },
          { key: 'account', type: 'line', label: 'Account', isEncrypted: true },
        ],
      },
    ],
  })
  const answers = { estimatedPrice: euros(1_400), colour: 'Grey', account: 'ES91 2100' }
  const request = await askLaptop(desk, 1_400, { requestTypeId: typeId, customFields: answers })
  const first = await see(tokenOf(await linkIn(request.id)))
  assert.deepEqual(
    first.data.about?.answers.map(({ label, text }) => `${label}: ${text}`),
    // What it costs stands above already.
    ['Colour of the lid: Grey'],
  )
  // The page of the round says the same to whoever is asked; others read it on the request.
  const params = { id: (await roundOf(desk, request.id)).id }
  const { data: page } = await desk.as(marta).call(approvals.get, { params })
  assert.deepEqual(page.answers, first.data.about?.answers)
  const { data: asked } = await desk.as(jorge).call(approvals.get, { params })
  assert.deepEqual(asked.answers, [])
  await desk.as(ana).call(requests.update, {
    params: { id: request.id },
    body: { customFields: { ...request.customFields, colour: 'Red' } as never },
  })
  await desk.work()
  const then = await see(tokenOf(await linkIn(request.id)))
  assert.deepEqual(then.data.about?.changes, [
    { field: 'colour', label: 'Colour of the lid', before: 'Grey', after: 'Red' },
  ])
})

test('forwarded to somebody who is signed in, it shows nothing and changes nothing', async () => {
  const request = await askLaptop(desk)
  const token = tokenOf(await linkIn(request.id))
  for (const who of [jorge, pablo, olga]) {
    const { data } = await desk.as(who).call(approvals.seeLink, { params: { token } })
    assert.equal(data.state, 'OTHER_PERSON', who)
    assert.equal(data.about, null)
    assert.equal((await say(token, who)).status, 403, who)
  }
  assert.equal(await statusOf(request.id), 'IN_REVIEW')
  assert.equal((await say(token, marta)).status, 200)
})

test('decided elsewhere, the link has nothing left to do', async () => {
  const request = await askLaptop(desk)
  const token = tokenOf(await linkIn(request.id))
  await decide(desk, marta, (await roundOf(desk, request.id)).id, { decision: 'REJECTED', comment: 'No.' })
  assert.equal((await see(token)).data.state, 'OVER')
  assert.equal((await say(token)).status, 409)
  assert.equal(await statusOf(request.id), 'REJECTED')
})

test('a newer mail ends the link of the older one', async () => {
  const request = await askLaptop(desk)
  const old = tokenOf(await linkIn(request.id))
  const { id } = await roundOf(desk, request.id)
  assert.equal((await desk.as(jorge).call(approvals.remind, { params: { id } })).status, 200)
  const soon = await desk.as(jorge).call(approvals.remind, { params: { id } })
  assert.equal(soon.status, 409)
  await desk.work()
  const token = tokenOf(await linkIn(request.id))
  assert.notEqual(token, old)
  assert.equal((await see(old)).data.state, 'SUPERSEDED')
  assert.equal((await say(old)).status, 409)
  assert.equal((await say(token)).status, 200)
})

test('after a change the old link is no way into the new round', async () => {
  const request = await askLaptop(desk)
  const token = tokenOf(await linkIn(request.id))
  const { customFields } = request
  await desk.as(sofia).call(requests.update, {
    params: { id: request.id },
    body: { customFields: { ...customFields, estimatedPrice: euros(2_000) } as never },
  })
  assert.equal((await say(token)).status, 409)
  await desk.work()
  assert.equal((await say(token)).status, 409)
  assert.equal(await statusOf(request.id), 'IN_REVIEW')
})

test('too old, it changes nothing', async () => {
  const request = await askLaptop(desk)
  const token = tokenOf(await linkIn(request.id))
  clock.shiftBy(14 * 86_400_000 + 1_000)
  try {
    assert.equal((await see(token)).data.state, 'EXPIRED')
    assert.equal((await say(token)).status, 410)
  } finally {
    clock.reset()
  }
  assert.equal(await statusOf(request.id), 'IN_REVIEW')
})

test('above the limit the link leads to the sign-in, and what is signed is kept', async () => {
  const request = await askLaptop(desk, 6_000)
  const link = await linkIn(request.id)
  const { id } = await roundOf(desk, request.id)
  assert.ok(link.endsWith(`/approvals/${id}`), link)
  const sign = (name: string, password: string) =>
    desk.as(marta).call(approvals.decide, {
      params: { id },
      body: { decision: 'APPROVED', signature: { name, password } },
    })
  const bare = await desk.as(marta).call(approvals.decide, { params: { id }, body: { decision: 'APPROVED' } })
  assert.equal(bare.status, 401)
  assert.equal(bare.problem.code, 'step_up_required')
  assert.equal((await sign('Jorge Vidal', 'demo-demo-demo')).status, 422)
  assert.equal((await sign('Marta Gil', 'wrong')).status, 422)
  const { data, status } = await sign(' marta  gil ', 'demo-demo-demo')
  assert.equal(status, 200)
  assert.equal(data.steps[0]?.votes[0]?.signedAs, ' marta  gil '.trim())
  const [vote] = await desk.rows<{ signature: Record<string, unknown> }>(
    jorge,
    'select signature from app.approval_votes where approval_id = $1',
    [id],
  )
  assert.equal(vote?.signature['fingerprint'], data.fingerprint)
  assert.doesNotMatch(JSON.stringify(vote), /demo-demo/)
})

test('what we did not make is unknown, whatever it looks like, and tokens lie hashed', async () => {
  const request = await askLaptop(desk)
  const token = tokenOf(await linkIn(request.id))
  const forged = Buffer.from(token, 'base64url')
  forged[20] = (forged[20] ?? 0) ^ 1
  for (const other of ['x', token.slice(0, -1), `${token}A`, forged.toString('base64url')]) {
    assert.equal((await see(other)).status, 404, other)
    assert.equal((await say(other)).status, 404, other)
  }
  const rows = await desk.rows<{ hash: Buffer }>(jorge, 'select * from app.approval_links')
  assert.ok(rows.every((row) => !JSON.stringify(row).includes(token)))
  assert.equal((await see(token)).data.state, 'OPEN')
})

test('two posts at once: one counts', async () => {
  const request = await askLaptop(desk)
  const token = tokenOf(await linkIn(request.id))
  const both = await Promise.all([say(token), say(token, undefined, 'REJECTED')])
  assert.deepEqual(both.map(({ status }) => status).sort(), [200, 410])
})
