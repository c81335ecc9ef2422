import assert from 'node:assert/strict'
import { test } from 'node:test'
import fastify from 'fastify'
import { openMetrics } from '../metrics.ts'
import { observe } from './observe.ts'

test('many routes make few lines: each is counted, times are by method and class of status', async () => {
  const app = fastify()
  const metrics = openMetrics()
  observe(app, metrics, false)
  const routes = Array.from({ length: 500 }, (_, at) => `/api/v1/things/:id/parts-of-it-${at}`)
  for (const route of routes) app.get(route, async () => ({}))
  for (const route of routes) await app.inject(route)
  await app.inject('/nowhere')
  const text = await metrics.registry.metrics()
  const times = text.match(/^deskhand_http_server_duration_seconds_count.*$/gm)
  assert.deepEqual(times, [
    'deskhand_http_server_duration_seconds_count{method="GET",class="2xx"} 500',
    'deskhand_http_server_duration_seconds_count{method="GET",class="4xx"} 1',
  ])
  assert.match(
    text,
    /answers_total\{method="GET",route="\/api\/v1\/things\/:id\/parts-of-it-7",status="200"\} 1/,
  )
  assert.ok(text.length < 100_000, `${text.length} characters`)
  await app.close()
})
