import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { entries, type Mention, requests } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, olga, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())
const idOf = async (email: string) => (await desk.who(email)).personId

async function ask(body: { isConfidential?: boolean; serviceDeskCode?: string } = {}) {
  const { data } = await desk
    .as(marta)
    .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'Together', ...body } })
  return data.id
}
const say = async (email: string, id: string, message: string, isInternal = false) =>
  (await desk.as(email).call(requests.comment, { params: { id }, body: { message, isInternal } })).data.id
const correct = (email: string, id: string, activityId: string, message = 'Better') =>
  desk.as(email).call(entries.correct, { params: { id, activityId }, body: { message } })
const withdraw = (email: string, id: string, activityId: string) =>
  desk.as(email).call(entries.withdraw, { params: { id, activityId } })
const timeline = async (email: string, id: string) =>
  (await desk.as(email).call(requests.activities, { params: { id }, query: {} })).data.data

const age = (activityId: string, seconds: number) =>
  desk.rows(
    marta,
    'update app.request_activities set created_at = created_at - make_interval(secs => $2) where id = $1',
    [activityId, seconds],
  )

describe('correcting', () => {
  test('changes an own reply for everybody, and keeps the old text for the desk', async () => {
    const id = await ask()
    const entry = await say(ana, id, 'The key is 1234')
    const before = (await desk.as(marta).call(requests.get, { params: { id } })).data.version
    const { data } = await correct(ana, id, entry, 'The key is in the safe')
    assert.equal(data.message, 'The key is in the safe')
    assert.notEqual(data.editedAt, null)
    assert.equal((await timeline(marta, id)).find((one) => one.id === entry)?.message, data.message)
    const after = (await desk.as(marta).call(requests.get, { params: { id } })).data
    assert.equal(after.version, before + 1)
    assert.equal(after.snippet, 'The key is in the safe')
    const history = await desk.as(luis).call(requests.history, { params: { id }, query: {} })
    assert.deepEqual(history.data.data[0]?.changes, { message: ['The key is 1234', data.message] })
    assert.equal((await desk.as(marta).call(requests.history, { params: { id }, query: {} })).status, 403)
  })

  test('is too late after ten minutes, and changes nothing then', async () => {
    const id = await ask()
    const entry = await say(marta, id, 'As it was')
    await age(entry, 601)
    const { status, problem } = await correct(marta, id, entry)
    assert.equal(status, 409)
    assert.match(problem.detail, /Ten minutes/)
    assert.equal((await timeline(marta, id)).find((one) => one.id === entry)?.message, 'As it was')
  })

  test('is for whoever wrote it, not for a colleague, a supervisor or the other side', async () => {
    const id = await ask()
    const entry = await say(ana, id, 'Mine')
    for (const email of [luis, sofia, marta]) assert.equal((await correct(email, id, entry)).status, 403)
  })

  test('of a note tells the requester nothing: there is no such entry', async () => {
    const id = await ask()
    const note = await say(ana, id, 'Among us', true)
    const version = (await desk.as(marta).call(requests.get, { params: { id } })).data.version
    assert.equal((await correct(ana, id, note, 'Still among us')).status, 200)
    assert.equal((await correct(marta, id, note)).status, 404)
    assert.equal((await desk.as(marta).call(requests.get, { params: { id } })).data.version, version)
    const [event] = await desk.rows<{ audience: string }>(
      marta,
      `select audience from app.events where subject_id = $1 and name = 'entry.note_corrected'`,
      [id],
    )
    assert.equal(event?.audience, 'staff')
  })

  test('another company has no such entry, and what nobody said cannot be corrected', async () => {
    const id = await ask()
    const entry = await say(ana, id, 'Ours')
    assert.equal((await correct(olga, id, entry)).status, 404)
    const [opened] = await timeline(marta, id)
    assert.equal((await correct(marta, id, opened?.id ?? '')).status, 409)
    assert.equal((await correct(marta, id, 'nonsense')).status, 404)
  })
})

test('whoever asked is told the last words of somebody else, and the desk the last of all', async () => {
  const id = await ask()
  const snippetOf = async (email: string) =>
    (await desk.as(email).call(requests.get, { params: { id } })).data.snippet
  assert.equal(await snippetOf(marta), null)
  assert.equal(
    await snippetOf(ana),
    (await desk.as(ana).call(requests.get, { params: { id } })).data.description,
  )
  await say(ana, id, 'Which door is it?')
  await say(marta, id, 'The one to the yard.')
  assert.equal(await snippetOf(marta), 'Which door is it?')
  assert.equal(await snippetOf(ana), 'The one to the yard.')
})

describe('withdrawing', () => {
  test('leaves a stone: no text, no files, no find, nothing in inboxes', async () => {
    const id = await ask()
    const entry = await say(ana, id, 'Quixotically secret')
    await desk.work()
    assert.equal((await withdraw(ana, id, entry)).data.message, '')
    await desk.work()
    const stone = (await timeline(marta, id)).find((one) => one.id === entry)
    assert.equal(stone?.message, '')
    assert.equal(stone?.authorName, 'Ana Ruiz')
    assert.notEqual(stone?.withdrawnAt, null)
    assert.notEqual((await desk.as(marta).call(requests.get, { params: { id } })).data.snippet, '')
    const [told] = await desk.rows<{ body: string | null }>(
      marta,
      `select body from app.notifications where request_id = $1 and kind = 'request_replied'`,
      [id],
    )
    assert.equal(told?.body, null)
    const found = await desk.as(marta).call(requests.list, { query: { q: 'Quixotically' } })
    assert.deepEqual(found.data.data, [])
  })

  test('is for whoever wrote it within ten minutes, and for a supervisor at any time', async () => {
    const id = await ask()
    const [one, two] = [await say(ana, id, 'One'), await say(ana, id, 'Two')]
    assert.equal((await withdraw(marta, id, one)).status, 403)
    assert.equal((await withdraw(luis, id, one)).status, 403)
    await age(one, 660)
    assert.equal((await withdraw(ana, id, one)).status, 409)
    assert.equal((await withdraw(sofia, id, one)).status, 200)
    assert.equal((await withdraw(ana, id, two)).status, 200)
    assert.match((await withdraw(ana, id, two)).problem.detail, /already/)
    assert.equal((await withdraw(olga, id, two)).status, 404)
  })
})

describe('mentions', () => {
  const mention = async (by: string, id: string, whom: Pick<Mention, 'type' | 'id'>[], isInternal = false) =>
    desk.as(by).call(requests.comment, {
      params: { id },
      body: { message: 'Look, please', isInternal, mentions: whom },
    })
  const person = async (email: string) => ({ type: 'person' as const, id: await idOf(email) })
  const told = async (email: string, id: string) =>
    (
      await desk.rows<{ because: string }>(
        email,
        `select because from app.notifications n join app.people p on p.company_id = n.company_id and p.id = n.person_id
         where n.request_id = $1 and n.kind = 'request_mentioned' and p.email = $2`,
        [id, email],
      )
    ).map(({ because }) => because)

  test('tell the colleague, and stand in the entry with the name', async () => {
    const id = await ask()
    const { data } = await mention(ana, id, [await person(luis)], true)
    await desk.work()
    assert.deepEqual(data.metadata['mentions'], [{ ...(await person(luis)), name: 'Luis Mora' }])
    assert.deepEqual(await told(luis, id), ['mentioned'])
  })

  test('tell a whole team once each', async () => {
    const id = await ask()
    const [team] = await desk.rows<{ id: string; people: string[] }>(
      marta,
      `select t.id, array_agg(p.email) as people from app.teams t join app.desks d on d.id = t.desk_id and d.code = 'IT'
       join app.team_members m on m.team_id = t.id join app.people p on p.id = m.person_id
       group by t.id order by count(*) desc limit 1`,
    )
    assert.ok(team)
    assert.equal((await mention(sofia, id, [{ type: 'team', id: team.id }])).status, 201)
    await desk.work()
    for (const email of team.people.filter((one) => one !== sofia)) {
      assert.deepEqual(await told(email, id), ['mentioned_team'], email)
    }
  })

  for (const [what, by, whom, isInternal, words] of [
    ['of who cannot see it are refused', ana, jorge, false, /cannot see this request/],
    ['in a note of who does not work on it are refused', ana, marta, true, /cannot read notes/],
    ['by the requester of anybody outside the conversation are refused', marta, jorge, false, /conversation/],
    [
      'by the requester of a technician who has said nothing are refused alike',
      marta,
      luis,
      false,
      /conversation/,
    ],
    ['of another company are of nobody', ana, olga, false, /no such person/],
  ] as const) {
    test(what, async () => {
      const id = await ask()
      const { status, problem } = await mention(by, id, [await person(whom)], isInternal)
      assert.equal(status, 422)
      assert.match(problem.detail, words)
      assert.equal(
        (await timeline(ana, id)).filter(({ activityType }) => activityType === 'COMMENT').length,
        0,
      )
    })
  }

  test('on a confidential request reach nobody who is not on its list, whatever the rank', async () => {
    const id = await ask({ serviceDeskCode: 'HR', isConfidential: true })
    assert.match((await mention(nuria, id, [await person(elena)])).problem.detail, /cannot see/)
    assert.equal((await mention(nuria, id, [await person(marta)])).status, 201)
  })

  test('are offered for exactly those who may be named', async () => {
    const id = await ask()
    const offered = async (by: string, query: { q?: string; isInternal?: 'true' | 'false' }) =>
      (await desk.as(by).call(entries.mentionable, { params: { id }, query })).data.data
    assert.ok((await offered(ana, { q: 'lu' })).some(({ name }) => name === 'Luis Mora'))
    assert.deepEqual(await offered(ana, { q: 'jorge' }), [])
    assert.deepEqual(await offered(ana, { q: 'marta', isInternal: 'true' }), [])
    assert.deepEqual(await offered(marta, { q: 'lu' }), [])
    await say(luis, id, 'Hello')
    assert.deepEqual(
      (await offered(marta, { q: 'lu' })).map(({ name }) => name),
      ['Luis Mora'],
    )
    for (const by of [ana, marta]) {
      const whom = (await offered(by, {})).map(({ type, id: whomId }) => ({ type, id: whomId }))
      assert.equal((await mention(by, id, whom)).status, 201)
    }
  })
})
