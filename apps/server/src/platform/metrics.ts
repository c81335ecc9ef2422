import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** What `/metrics` shows, in Prometheus' names: base units, `_total` for counters, no company labels. */
export function openMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'deskhand_' })
  const registers = [registry]
  return {
    registry,
    http: new Histogram({
      name: 'deskhand_http_server_duration_seconds',
      help: 'How long requests took, by class of status.',
      // By route it would be thousands of lines; which route is called how often, the answers say.
      labelNames: ['method', 'class'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    answers: new Counter({
      name: 'deskhand_http_server_answers_total',
      help: 'Requests that were answered, by route and status.',
      labelNames: ['method', 'route', 'status'] as const,
      registers,
    }),
    jobs: new Counter({
      name: 'deskhand_jobs_total',
      help: 'Jobs that ended, by name and outcome.',
      labelNames: ['name', 'outcome'] as const,
      registers,
    }),
    jobLag: new Histogram({
      name: 'deskhand_job_lag_seconds',
      help: 'From when a job could run to when it ran.',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5, 30, 300],
      registers,
    }),
    sockets: new Gauge({
      name: 'deskhand_ws_connections',
      help: 'Open WebSockets and event streams.',
      registers,
    }),
    mails: new Counter({
      name: 'deskhand_mail_out_total',
      help: 'Mails by outcome.',
      labelNames: ['outcome'] as const,
      registers,
    }),
    webhooks: new Counter({
      name: 'deskhand_webhook_deliveries_total',
      help: 'Tries of webhooks by outcome.',
      labelNames: ['outcome'] as const,
      registers,
    }),
  }
}

export type Metrics = ReturnType<typeof openMetrics>
