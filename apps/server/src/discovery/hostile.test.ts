import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, describe, test } from 'node:test'
import { deflateSync, gzipSync } from 'node:zlib'
import { discovery } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, olga } from '../testing/people.ts'
import { fullContent, newMachine, ownToken, post, postRaw, reportOf } from './sample.ts'
import { words } from './words.ts'

const desk = await openDesk({ logLevel: 'error' })
const address = await desk.deskhand.app.listen({ port: 0, host: '127.0.0.1' })
after(() => desk.close())
const { id: tokenId, path } = await ownToken(desk)

const json = { 'content-type': 'application/json', 'glpi-agent-id': '0190a000-0000-7000-8000-00000000abcd' }
const refusedLines = async (who = ana) =>
  (await desk.as(who).call(discovery.conflicts, { query: { kind: 'REFUSED', limit: 200 } })).data.data
const countOf = async () => {
  const [row] = await desk.rows<{ all: string }>(
    elena,
    `select (select count(*) from app.devices) || ' ' || (select count(*) from app.agents) || ' ' ||
       (select count(*) from app.device_sections) || ' ' || (select count(*) from app.software_installs) || ' ' ||
       (select count(*) from app.assets) as all`,
  )
  return row?.all
}

describe('what cannot be read is refused, leaves a line in the inbox and changes nothing', () => {
  const deep = `{"deviceid":"x","content":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  const cases: [string, Buffer | string, RegExp, number][] = [
    ['what is neither zlib nor text', Buffer.from([0x55, 0x12, 0x90, 0x01, 0x02, 0x03]), /neither zlib/, 400],
    ['a packing that breaks off', deflateSync('x'.repeat(9_000)).subarray(0, 20), /neither zlib/, 400],
    ['nothing at all', '', /empty/, 400],
    ['no JSON', '{"deviceid":', /no JSON/, 400],
    ['nobody’s JSON', '{"action":"inventory","content":{}}', /deviceid/, 400],
    ['a report without content', '{"action":"inventory","deviceid":"x"}', /no content/, 400],
    ['content that is a list', '{"deviceid":"x","content":[]}', /no content/, 400],
    ['software that is a text', '{"deviceid":"x","content":{"softwares":"all"}}', /softwares/, 400],
    ['lines that are numbers', '{"deviceid":"x","content":{"cpus":[1,2]}}', /cpus/, 400],
    [
      'an item that does not exist',
      '{"deviceid":"x","itemtype":"Toaster","content":{}}',
      /kind of item/,
      400,
    ],
    ['JSON as deep as a well', deep, /no content/, 400],
    ['broken XML', '<REQUEST><CONTENT></REQUEST>', /no XML/, 400],
    [
      'XML with entities',
      '<!DOCTYPE a [<!ENTITY b "c">]><REQUEST><DEVICEID>&b;</DEVICEID></REQUEST>',
      /document type/,
      400,
    ],
    ['XML as deep as a well', '<a>'.repeat(5_000), /nested deeper/, 413],
    ['another query', '<REQUEST><DEVICEID>x</DEVICEID><QUERY>DOWNLOAD</QUERY></REQUEST>', /DOWNLOAD/, 400],
    ['a bomb of zlib', deflateSync(Buffer.alloc(120 * 1024 * 1024, 0x20)), /larger/, 413],
    ['a bomb of gzip', gzipSync(Buffer.alloc(120 * 1024 * 1024, 0x20)), /larger/, 413],
  ]
  for (const [name, payload, reason, status] of cases) {
    test(name, async () => {
      const before = await countOf()
      const response = await postRaw(desk, path, payload, json)
      assert.equal(response.statusCode, status)
      assert.equal(response.json().status, 'error')
      assert.match(response.json().message, reason)
      assert.ok(!('expiration' in response.json()), 'with one, the agent would go on')
      assert.equal(await countOf(), before)
      const lines = await refusedLines()
      assert.match(lines[0]?.reason ?? '', reason)
    })
  }
  test('the same agent again is the same line', async () => {
    const before = (await refusedLines()).length
    for (const _ of [1, 2, 3]) await postRaw(desk, path, '{', json)
    const lines = await refusedLines()
    assert.equal(lines.length, before)
    assert.ok((lines[0]?.count ?? 0) > 3)
    const { data, status } = await desk
      .as(ana)
      .call(discovery.resolve, { params: { id: lines[0]?.id ?? '' }, body: { as: 'IGNORE' } })
    assert.deepEqual([status, data.resolution], [200, 'IGNORED'])
  })
})

test('two hundred megabytes are refused while they come, and the memory stays flat', async () => {
  global.gc?.()
  const before = process.memoryUsage()
  const { port } = new URL(address)
  const chunk = Buffer.alloc(1024 * 1024, 0x20)
  const status = await new Promise<number | string>((resolve) => {
    const call = request({ port, host: '127.0.0.1', method: 'POST', path, headers: json }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    // Whoever goes on after the answer finds the door shut.
    call.on('error', (error) => resolve(error.message))
    let sent = 0
    const send = () => {
      while (sent < 200) {
        sent += 1
        if (!call.write(chunk)) return call.once('drain', send)
      }
      call.end()
    }
    send()
  })
  assert.ok(status === 413 || /EPIPE|ECONNRESET|socket hang up/.test(String(status)), String(status))
  const grown = process.memoryUsage().arrayBuffers - before.arrayBuffers
  assert.ok(grown < 40 * 1024 * 1024, `${Math.round(grown / 1024 / 1024)} MB more`)
  assert.ok((await refusedLines()).some(({ reason }) => reason === words.tooLarge))
})

test('texts that no database takes are cleaned', async () => {
  const machine = newMachine()
  const content = fullContent(machine, {
    softwares: [
      { name: 'Nul\u0000Soft', version: '1\u0000' },
      { name: 'Half \ud83d', version: 'x'.repeat(5_000) },
      { name: 'Right\u202eLeft' },
      { name: '   ' },
      { name: 42, version: true, publisher: {} },
    ],
  })
  assert.equal((await post(desk, path, machine, reportOf(machine, content))).statusCode, 200)
})

describe('who is not let in', () => {
  const machine = newMachine()
  const report = reportOf(machine, fullContent(machine))

  test('a token that nobody made, and one of nobody’s company', async () => {
    for (const other of [
      '/inventory/nonsense',
      `/inventory/${'0'.repeat(32)}${'a'.repeat(43)}`,
      `${path}x`,
    ]) {
      const response = await post(desk, other, machine, report)
      assert.equal(response.statusCode, 401, other)
      assert.equal(response.json().message, words.unknownToken)
    }
  })
  test('another company’s token reports into that company alone', async () => {
    const before = await countOf()
    const theirs = await ownToken(desk, olga)
    assert.equal((await post(desk, theirs.path, machine, report)).statusCode, 200)
    assert.equal(await countOf(), before)
  })
  test('a blocked agent, and one that waits where the rules say so', async () => {
    await post(desk, path, machine, report)
    const { data } = await desk.as(elena).call(discovery.agents, { query: { q: machine.agentId } })
    const agent = data.data[0]
    assert.ok(agent)
    const set = (state: 'BLOCKED' | 'ALLOWED') =>
      desk.as(elena).call(discovery.changeAgent, { params: { id: agent.id }, body: { state } })
    await set('BLOCKED')
    const blocked = await post(desk, path, machine, report)
    assert.deepEqual([blocked.statusCode, blocked.json().message], [403, words.blocked])
    await set('ALLOWED')
    assert.equal((await post(desk, path, machine, report)).statusCode, 200)
    const { data: rules } = await desk.as(elena).call(discovery.rules)
    const { version: _, updatedAt: __, ...body } = rules
    await desk.as(elena).call(discovery.setRules, { body: { ...body, newAgents: 'HOLD' } })
    const late = newMachine()
    const held = await post(desk, path, late, reportOf(late))
    assert.deepEqual([held.statusCode, held.json().message], [403, words.held])
    await desk.as(elena).call(discovery.setRules, { body })
  })
  test('a revoked token, which says so in the inbox', async () => {
    const { status } = await desk.as(elena).call(discovery.revoke, { params: { id: tokenId } })
    assert.equal(status, 204)
    const response = await post(desk, path, machine, report)
    assert.equal(response.statusCode, 401)
    const lines = await refusedLines()
    assert.ok(lines.some(({ reason }) => reason === words.unknownToken))
  })
})

test('an agent that was told to wait hears that its report has come', async () => {
  const mine = await ownToken(desk)
  const machine = newMachine()
  await post(desk, mine.path, machine, reportOf(machine))
  const ask = (agentId: string) =>
    desk.deskhand.app.inject({
      url: mine.path,
      headers: { 'glpi-agent-id': agentId, 'glpi-request-id': 'ABCDEF01' },
    })
  assert.deepEqual((await ask(machine.agentId)).json(), { status: 'ok', expiration: 24 })
  assert.equal((await ask('0190a000-0000-7000-8000-0000000fffff')).json().message, words.notExpected)
})

describe('slow agents', () => {
  /** Agents of one company that have begun to send and never go on. */
  async function begin(to: string, count: number) {
    const { port } = new URL(address)
    const calls = Array.from({ length: count }, () =>
      request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: to,
        headers: { ...json, 'content-length': 9_000 },
      }),
    )
    const answers = calls.map(
      (call) =>
        new Promise<{ status: number; wait: string | undefined; said: string }>((resolve, reject) => {
          call.on('error', reject)
          call.on('response', async (response) => {
            let said = ''
            for await (const piece of response) said += piece
            resolve({ status: response.statusCode ?? 0, wait: response.headers['retry-after'], said })
          })
        }),
    )
    await Promise.all(
      calls.map((call) => new Promise<void>((done) => call.write('{"deviceid":', () => done()))),
    )
    return {
      answers,
      end: () => {
        for (const answer of answers) answer.catch(() => undefined)
        for (const call of calls) call.destroy()
      },
    }
  }

  test('take nobody’s place, of their own company or another, and are bounded in their number', async () => {
    const mine = await ownToken(desk)
    const theirs = await ownToken(desk, olga)
    const slow = await begin(mine.path, 100)
    try {
      // Whoever is one too many is told so at once, in the language of agents; which one it is depends on who came first.
      const more = await begin(mine.path, 1)
      const { status, wait, said } = await Promise.race([...slow.answers, ...more.answers])
      more.end()
      assert.deepEqual(
        [status, wait, JSON.parse(said)],
        [503, '30', { status: 'error', message: words.busy }],
      )
      const machine = newMachine()
      const report = reportOf(machine, fullContent(machine))
      assert.equal((await post(desk, theirs.path, machine, report)).statusCode, 200)
    } finally {
      slow.end()
    }
  })

  test('let quick ones of their own company pass', async () => {
    const mine = await ownToken(desk)
    const slow = await begin(mine.path, 20)
    const machine = newMachine()
    const { statusCode } = await post(desk, mine.path, machine, reportOf(machine, fullContent(machine)))
    slow.end()
    assert.equal(statusCode, 200)
  })
})
