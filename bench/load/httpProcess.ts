import autocannon, { type Request } from 'autocannon'
import { readInput, writeOutput } from '../child.ts'
import { quantile } from '../statistics.ts'
import { headersOf, type Target } from './target.ts'

export type HttpInput = {
  url: string
  targets: Target[]
  connections: number
  warmUpSeconds: number
  seconds: number
}
/** Requests a second, and milliseconds. */
export type Speed = { perSecond: number; p50: number; p99: number; count: number }

const { url, targets, connections, warmUpSeconds, seconds } = readInput<HttpInput>()

const requests = targets.map((target): Request => {
  const { method, path, body, isKeyed } = target
  const request = {
    method,
    path,
    headers: headersOf(target),
    ...(body ? { body: JSON.stringify(body) } : {}),
  }
  return isKeyed ? { ...request, setupRequest: (one) => ({ ...one, headers: headersOf(target) }) } : request
})

/** Each connection begins elsewhere, so that they do not all ask the same at once. */
async function fire(duration: number): Promise<{ waits: number[]; elapsed: number }> {
  let next = 0
  const waits: number[] = []
  const running = autocannon({
    url,
    connections,
    duration,
    timeout: 20,
    setupClient(client) {
      const from = Math.floor((next++ * requests.length) / connections)
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)])
    },
  })
  const began = performance.now()
  let last = began
  const refused = new Map<number, number>()
  running.on('response', (_client, status, _bytes, milliseconds) => {
    waits.push(milliseconds)
    last = performance.now()
    if (status >= 300) refused.set(status, (refused.get(status) ?? 0) + 1)
  })
  const { errors, timeouts } = await running
  if (errors > 0 || timeouts > 0 || refused.size > 0) {
    throw new Error(`${errors} errors, ${timeouts} timeouts, refused: ${JSON.stringify([...refused])}`)
  }
  return { waits, elapsed: (last - began) / 1000 }
}

await fire(warmUpSeconds)
const { waits, elapsed } = await fire(seconds)
const speed: Speed = {
  perSecond: waits.length / elapsed,
  p50: quantile(waits, 0.5),
  p99: quantile(waits, 0.99),
  count: waits.length,
}
writeOutput(speed)
