import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { bulkEdits, requests, tags } from '@deskhand/contract'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, iris, jorge, nuria, olga, sofia } from '../testing/people.ts'
import { readImport } from './rules.ts'

const desk = await openDesk()
after(() => desk.close())

const find = async (name: string, who = sofia) =>
  (await desk.as(who).call(tags.list, { query: { q: name } })).data.data.find((one) => one.name === name)
const tagsOf = async (id: string) => (await desk.as(ana).call(requests.get, { params: { id } })).data.tags
const tag = (id: string, ...words: string[]) =>
  desk.as(ana).call(requests.tag, { params: { id }, body: { tags: words } })

test('a word that is used joins the vocabulary, with its count for who looks', async () => {
  const { id } = await ask(desk, { tags: ['Okapi'] })
  await ask(desk, { tags: ['okapi'] })
  await ask(desk, { tags: ['okapi'], serviceDeskCode: 'HR' })
  assert.equal((await find('okapi'))?.count, 2)
  assert.equal((await find('okapi', nuria))?.count, 1)
  assert.equal((await find('okapi', elena))?.count, 3)
  assert.equal(await find('okapi', iris), undefined)
  assert.deepEqual(await tagsOf(id), ['okapi'])
})

test('merging is one operation: requests follow, the old word becomes the new one', async () => {
  const one = await ask(desk, { tags: ['zebra-down', 'urgent'] })
  const both = await ask(desk, { tags: ['zebra', 'x', 'zebra-down'] })
  const [from, into] = [await find('zebra-down'), await find('zebra')]
  assert.ok(from && into)
  const { data } = await desk
    .as(sofia)
    .call(tags.update, { params: { id: from.id }, body: { mergeInto: into.id } })
  assert.deepEqual([data.name, data.aliases], ['zebra', ['zebra-down']])
  // Whoever writes the old word before the requests have followed writes the new one.
  const late = await ask(desk, { tags: ['zebra-down'] })
  assert.deepEqual(await tagsOf(late.id), ['zebra'])
  const before = (await desk.as(ana).call(requests.get, { params: { id: one.id } })).data
  await desk.work()
  await desk.work()
  assert.deepEqual(
    [await tagsOf(one.id), await tagsOf(both.id)],
    [
      ['zebra', 'urgent'],
      ['zebra', 'x'],
    ],
  )
  const now = (await desk.as(ana).call(requests.get, { params: { id: one.id } })).data
  assert.deepEqual([now.version, now.updatedAt], [before.version + 1, before.updatedAt])
  const log = await desk.rows<{ name: string; count: number | null }>(
    ana,
    `select name, (data->>'count')::int as count from app.events where name in ('tag.merged', 'tag.rewritten') order by id`,
  )
  assert.deepEqual(log, [
    { name: 'tag.merged', count: null },
    { name: 'tag.rewritten', count: 2 },
  ])
})

test('renaming keeps the old name for who types it, and takes no other tag’s', async () => {
  const { id } = await ask(desk, { tags: ['priner', 'printer'] })
  const wrong = await find('priner')
  const call = (name: string, ifMatch?: string) =>
    desk.as(sofia).call(tags.update, {
      params: { id: wrong?.id ?? '' },
      body: { name },
      ...(ifMatch ? { headers: { 'if-match': ifMatch } } : {}),
    })
  assert.equal((await call('printer')).status, 422)
  assert.equal((await call('plotter', '"9"')).status, 412)
  assert.equal((await call('plotter')).data.name, 'plotter')
  await desk.work()
  assert.deepEqual(await tagsOf(id), ['plotter', 'printer'])
  await tag(id, 'priner')
  assert.deepEqual(await tagsOf(id), ['plotter'])
  // Its own old name may come back.
  assert.equal((await call('priner')).data.name, 'priner')
})

test('a deleted tag leaves the requests', async () => {
  const { id } = await ask(desk, { tags: ['temporary', 'stays'] })
  const one = await find('temporary')
  assert.equal((await desk.as(sofia).call(tags.remove, { params: { id: one?.id ?? '' } })).status, 204)
  await desk.work()
  assert.deepEqual(await tagsOf(id), ['stays'])
})

test('where free tags are off, only the vocabulary is taken', async () => {
  const { id } = await ask(desk)
  await desk.as(elena).call(tags.setRule, { body: { allowsFreeTags: false } })
  const refused = await tag(id, 'laptop', 'neverheard')
  assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/tags'])
  assert.match(refused.problem.detail ?? '', /“neverheard” is not on it/)
  assert.deepEqual(await tagsOf(id), [])
  const { status } = await desk.as(jorge).call(requests.create, {
    body: { serviceDeskCode: 'IT', summary: 'With a new word', tags: ['neverheard'] },
  })
  assert.equal(status, 422)
  await desk.as(sofia).call(tags.create, { body: { name: 'NeverHeard' } })
  assert.equal((await tag(id, 'neverheard')).status, 200)
  assert.equal((await desk.as(elena).call(tags.setRule, { body: { allowsFreeTags: true } })).status, 200)
  assert.equal((await desk.as(sofia).call(tags.setRule, { body: { allowsFreeTags: false } })).status, 403)
})

test('a confidential request adds no word to what every desk reads', async () => {
  const { id } = await ask(desk, { tags: ['before-it-was-sealed'] })
  await desk.as(ana).call(requests.seal, { params: { id }, body: { isConfidential: true } })
  const refused = await tag(id, 'before-it-was-sealed', 'burnout-of-carla')
  assert.deepEqual([refused.status, refused.problem.errors?.[0]?.pointer], [422, '/tags'])
  assert.match(refused.problem.detail ?? '', /only tags of the vocabulary/)
  assert.deepEqual(await tagsOf(id), ['before-it-was-sealed'])
  const made = await desk.as(jorge).call(requests.create, {
    body: {
      serviceDeskCode: 'IT',
      summary: 'In confidence',
      isConfidential: true,
      tags: ['burnout-of-carla'],
    },
  })
  assert.equal(made.status, 422)
  const many = await desk.as(ana).call(bulkEdits.edit, {
    body: { requestIds: [id], action: { tags: { add: ['burnout-of-carla'] } } },
  })
  assert.ok(many.status < 300, many.text)
  await desk.work()
  assert.deepEqual(await tagsOf(id), ['before-it-was-sealed'])
  assert.equal(await find('burnout-of-carla', elena), undefined)
  assert.equal((await tag(id, 'zebra')).status, 200, 'a word that is listed')
})

test('an import adds what is new, with other names, and says what it left out', async () => {
  const csv = `tag,aliases\nflamingo, "pink, bird"\nokapi2;okapi-two\nflamingo\n${'x'.repeat(41)}`
  const { data } = await desk.as(sofia).call(tags.import, { body: { csv } })
  assert.deepEqual(data.added, ['flamingo', 'okapi2'])
  assert.deepEqual(
    data.refused.map(({ line }) => line),
    [4, 5],
  )
  assert.deepEqual((await find('okapi2'))?.aliases, ['okapi-two'])
  const again = await desk.as(sofia).call(tags.import, { body: { csv: 'flamingo' } })
  assert.deepEqual([again.data.added, again.data.known], [[], ['flamingo']])
})

test('a pasted list is read as CSV', () => {
  assert.deepEqual(readImport('vpn, "remote access", tunnel\r\n\r\nprinter\n').lines, [
    { name: 'vpn', aliases: ['remote access', 'tunnel'] },
    { name: 'printer', aliases: [] },
  ])
  assert.deepEqual(readImport('"say ""hi""",b').lines, [{ name: 'say "hi"', aliases: ['b'] }])
})

test('the vocabulary is led by supervisors, and by no stranger', async () => {
  const one = await find('zebra')
  const calls = async (who: string) => [
    (await desk.as(who).call(tags.create, { body: { name: 'mine' } })).status,
    (await desk.as(who).call(tags.update, { params: { id: one?.id ?? '' }, body: { name: 'x' } })).status,
    (await desk.as(who).call(tags.remove, { params: { id: one?.id ?? '' } })).status,
    (await desk.as(who).call(tags.import, { body: { csv: 'mine' } })).status,
  ]
  assert.deepEqual(await calls(ana), [403, 403, 403, 403])
  assert.deepEqual(await calls(jorge), [403, 403, 403, 403])
  assert.deepEqual((await calls(olga)).slice(1, 3), [404, 404])
  assert.equal((await desk.as(sofia).call(tags.create, { body: { name: 'zebra' } })).status, 409)
})
