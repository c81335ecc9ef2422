import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { realtime, requests, type ServerMessage } from '@deskhand/contract'
import { until } from '../platform/testing/until.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, jorge, luis, marta, olga } from '../testing/people.ts'

const desk = await openDesk({ as: new Set(['api', 'realtime', 'worker']) })
await desk.deskhand.start()
const url = await desk.deskhand.app.listen({ port: 0, host: '127.0.0.1' })
const ending = new AbortController()
after(async () => {
  ending.abort()
  await desk.close()
})

type Frame = { id: string | null; message: ServerMessage }

/** A client of server-sent events that keeps what came. */
async function listen(query: string, headers: Record<string, string>) {
  const own = new AbortController()
  const signal = AbortSignal.any([own.signal, ending.signal])
  const response = await fetch(`${url}/api/v1/realtime/events?${query}`, { headers, signal })
  const frames: Frame[] = []
  let text = ''
  const read = async () => {
    const decoder = new TextDecoder()
    for await (const piece of response.body ?? []) {
      text += decoder.decode(piece, { stream: true })
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) {
        const field = (name: string) => part.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1] ?? null
        const data = field('data')
        if (data?.startsWith('{')) frames.push({ id: field('id'), message: JSON.parse(data) })
      }
    }
  }
  const done = response.ok ? read().catch(() => undefined) : Promise.resolve()
  const names = () => frames.flatMap(({ message }) => (message.type === 'event' ? [message.name] : []))
  return {
    response,
    frames,
    names,
    subscribed: () =>
      until(() => frames.some(({ message }) => message.type === 'subscribed'), 'the stream has begun'),
    last: () => frames.findLast(({ id }) => id !== null)?.id ?? '',
    async close() {
      own.abort()
      await done
    },
  }
}

const bearer = async (email: string) => ({ authorization: `Bearer ${await desk.token(email)}` })
const ask = async () =>
  (await desk.as(marta).call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'A stream' } })).data
const reply = (id: string, message: string, isInternal = false) =>
  desk.as(ana).call(requests.comment, { params: { id }, body: { message, isInternal } })

test('says what the socket says, in order, and goes on after the last id', async () => {
  const { id, referenceNumber } = await ask()
  const first = await listen(`topics=request:${referenceNumber},me`, await bearer(marta))
  assert.equal(first.response.headers.get('content-type'), 'text/event-stream; charset=utf-8')
  await first.subscribed()
  await reply(id, 'One')
  await until(() => first.names().includes('request.replied'), 'the reply is heard of')
  const last = first.last()
  await first.close()
  await reply(id, 'Two')
  await reply(id, 'Nobody but us', true)
  await reply(id, 'Three')
  const second = await listen(`topics=request:${id}`, { ...(await bearer(marta)), 'last-event-id': last })
  await second.subscribed()
  assert.deepEqual(second.names(), ['request.replied', 'request.replied'])
  const ids = second.frames.flatMap(({ message }) => (message.type === 'event' ? [Number(message.id)] : []))
  assert.deepEqual(
    ids,
    ids.toSorted((one, other) => one - other),
  )
  await second.close()
})

test('refuses topics by the same rule as the socket, in the same words for hidden and missing', async () => {
  const { id } = await ask()
  const stream = await listen(`topics=request:${id},desk:IT,request:IT-999999,me`, await bearer(jorge))
  await stream.subscribed()
  const refused = stream.frames.flatMap(({ message }) => (message.type === 'refused' ? [message] : []))
  assert.deepEqual(
    refused.map(({ topic }) => topic),
    [`request:${id}`, 'desk:IT', 'request:IT-999999'],
  )
  assert.equal(new Set(refused.map(({ reason }) => reason)).size, 1)
  await stream.close()
})

test('another company hears nothing', async () => {
  const { id } = await ask()
  const stream = await listen(`topics=request:${id},me,desk:IT`, await bearer(olga))
  await stream.subscribed()
  await reply(id, 'Ours alone')
  const other = await listen('topics=desk:IT', await bearer(luis))
  await other.subscribed()
  await reply(id, 'And again')
  await until(() => other.names().length > 0, 'the desk hears of it')
  assert.deepEqual(stream.names(), [])
  await stream.close()
  await other.close()
})

test('nobody, and who asks for nothing, is refused', async () => {
  assert.equal((await listen('topics=me', {})).response.status, 401)
  assert.equal((await listen('', await bearer(marta))).response.status, 400)
  const wrong = (await listen('topics=me&after=zzz', await bearer(marta))).response
  assert.equal(wrong.status, 400)
  assert.match(await wrong.text(), /"pointer":"\?after","message":"This is the id of an event/)
})

test('a ticket opens a stream and nothing else, and an access token is no ticket', async () => {
  const { data } = await desk.as(marta).call(realtime.ticket)
  assert.ok(Date.parse(data.expiresAt) - Date.now() <= 60_000)
  const stream = await listen(`topics=me&ticket=${data.ticket}`, {})
  await stream.subscribed()
  await stream.close()
  const headers = { authorization: `Bearer ${data.ticket}` }
  assert.equal((await fetch(`${url}/api/v1/users/me`, { headers })).status, 401)
  assert.equal((await listen(`topics=me&ticket=${await desk.token(marta)}`, {})).response.status, 401)
  assert.equal((await listen('topics=me&ticket=nonsense', {})).response.status, 401)
})

test('who stops listening is let go', async () => {
  const stream = await listen('topics=me', await bearer(ana))
  await stream.subscribed()
  const { companyId, personId } = await desk.who(ana)
  const { board } = desk.deskhand.platform
  assert.ok(board.peopleAtWork(companyId).has(personId))
  await stream.close()
  const metrics = async () => (await fetch(`${url}/metrics`)).text()
  await until(async () => /^deskhand_ws_connections 0$/m.test(await metrics()), 'no stream is open')
})
