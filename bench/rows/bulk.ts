import { setTimeout as pause } from 'node:timers/promises'
import { type Figure, figure, milliseconds, seconds } from '../figure.ts'
import type { Server } from '../server.ts'
import { median } from '../statistics.ts'

const count = 1_000

/** A change of a thousand requests, then three at once, and how others fare while they run. */
export async function measureBulk({ url }: Server): Promise<Figure[]> {
  const ana = await tokenOf(url, 'ana@harbour.example')
  const luis = await tokenOf(url, 'luis@harbour.example')
  const ids = await createMany(url, ana)
  const alone = await waits(url, luis, () => pause(2_000))
  const change = async (action: Record<string, unknown>) => {
    const began = performance.now()
    const { changed } = await ask<{ changed: number }>(url, ana, '/requests/bulk', {
      requestIds: ids,
      action,
    })
    if (changed !== count) throw new Error(`${changed} of ${count} were changed.`)
    return performance.now() - began
  }
  const took = { one: 0, three: 0 }
  const meanwhile = await waits(url, luis, async () => {
    took.one = await change({ priority: 'LOW' })
    took.three = await change({
      priority: 'HIGH',
      tags: { add: ['bench'] },
      transition: { to: 'IN_REVIEW' },
    })
  })
  const ratio = median(meanwhile) / median(alone)
  return [
    duration('one change of each of 1,000 requests', took.one),
    duration('three changes of each of 1,000 requests', took.three),
    figure({
      row: 'bulk',
      what: 'somebody else’s queue meanwhile, p50, beside before',
      measured: milliseconds(median(meanwhile)),
      limit: milliseconds(median(alone)),
      ratio,
      budget: '≤ 3',
      holds: ratio <= 3,
      note: `${meanwhile.length} looks while they ran`,
      raw: { alone, meanwhile },
    }),
  ]
}

function duration(what: string, took: number): Figure {
  return figure({
    row: 'bulk',
    what,
    measured: seconds(took / 1000),
    budget: '≤ 10 s',
    holds: took <= 10_000,
    raw: took,
  })
}

async function tokenOf(url: string, email: string): Promise<string> {
  const { accessToken } = await ask<{ accessToken: string }>(url, null, '/auth/login', {
    email,
    password: 'demo-demo-demo',
    delivery: 'token',
  })
  return accessToken
}

async function createMany(url: string, token: string): Promise<string[]> {
  const ids: string[] = []
  const one = async () => {
    const body = { serviceDeskCode: 'IT', summary: 'One of a thousand' }
    ids.push((await ask<{ id: string }>(url, token, '/requests', body)).id)
  }
  for (let at = 0; at < count; at += 20) await Promise.all(Array.from({ length: 20 }, one))
  return ids
}

/** How long each look at the queue takes, in milliseconds, while the work lasts. */
async function waits(url: string, token: string, work: () => Promise<unknown>): Promise<number[]> {
  const all: number[] = []
  let isOver = false
  const working = work().finally(() => {
    isOver = true
  })
  while (!isOver) {
    const began = performance.now()
    await ask(url, token, '/requests?desk=IT&state=open&sort=slaDueAt&limit=50')
    all.push(performance.now() - began)
    await pause(10)
  }
  await working
  return all
}

async function ask<Reply>(url: string, token: string | null, path: string, body?: object): Promise<Reply> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  // The server answers what its contract promises; other tests hold it to that.
  return (await response.json()) as Reply
}
