import { PushedEvent, StreamQuery } from '@deskhand/contract'
import { parametersOf } from './operation.ts'
import type { Schemas } from './schemas.ts'

const text = (type: string, example: string) => ({
  content: { [type]: { schema: { type: 'string' }, example } },
})
const json = (properties: object, example: object) => ({
  content: { 'application/json': { schema: { type: 'object', properties }, example } },
})
const state = { type: 'string' }
const checks = { type: 'object', properties: { database: state, serving: state } }
const problem = (status: number) => ({ $ref: `#/components/responses/Problem${status}` })
const problemsOf = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [status, problem(status)]))

const pushed = {
  type: 'event',
  id: '48213',
  name: 'request.replied',
  subject: { type: 'request', id: '0190a3c1-7b2e-7cc0-a1f0-5d2c9e64b7aa', ref: 'IT-4921' },
  at: '2026-11-27T09:41:07.312Z',
  actor: { id: '0190a3c1-6f10-7e55-9d0b-2b8f0c4e9b2f', name: 'Ana Ruiz' },
}
const streamed = [
  'retry: 2000',
  'id: 48200\ndata: {"type":"subscribed","topics":["me","request:IT-4921"],"position":"48200"}',
  `id: 48213\ndata: ${JSON.stringify(pushed)}`,
]

const measured = [
  '# HELP deskhand_ws_connections Open WebSockets and event streams.',
  '# TYPE deskhand_ws_connections gauge',
  'deskhand_ws_connections 12',
  '',
].join('\n')

/** What goes over the line where no socket can be opened. */
const eventStream = (schemas: Schemas) => ({
  get: {
    operationId: 'realtime.events',
    tags: ['realtime'],
    summary: 'Server-sent events of what happens to what one may see: the same as the socket says',
    description: [
      'Each event is a line of JSON: that something happened, not what; whoever wants to know reads it through the route of the record.',
      'A stream that is opened again with `Last-Event-ID` goes on after that event. `{"type":"reset"}` says that too much was missed: read everything anew. A stream that the server ends says `event: closed` first.',
    ].join('\n\n'),
    security: [{ bearer: [] }, { cookie: [] }, {}],
    parameters: [
      ...parametersOf(StreamQuery, schemas),
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: 'The last event of the stream before; browsers send it by themselves.',
        schema: { type: 'string', pattern: '^\\d{1,15}$' },
      },
    ],
    responses: {
      200: {
        description: 'The stream; `data` of what happened is a `PushedEvent`.',
        content: {
          'text/event-stream': {
            schema: {
              type: 'string',
              contentMediaType: 'application/json',
              contentSchema: schemas.ofReply(PushedEvent),
            },
            example: `${streamed.join('\n\n')}\n\n`,
          },
        },
      },
      ...problemsOf(400, 401, 403, 421, 431, 500, 503),
    },
  },
})

/** The addresses beside the contract: probes, measurements and the live lines. */
export const operationsOf = (schemas: Schemas) => ({
  '/api/v1/realtime/events': eventStream(schemas),
  '/api/v1/realtime/ws': {
    get: {
      operationId: 'realtime.connect',
      tags: ['realtime'],
      summary: 'A WebSocket that tells what happens to what one may see',
      description: [
        'Credentials: a bearer token in `Authorization`, or the subprotocols `bearer, <token>`, or our cookie from our own Origin.',
        'The client sends `{"type":"subscribe","topics":["request:<id>","desk:<code>","me"],"after":"<event id>"}`; `after` fetches what was missed.',
        'The server sends `{"type":"event","id","name","subject":{"type","id","ref"},"at","actor"}` in the order of the log, and `{"type":"ping"}` every 25 s. A message may have 16 KB.',
      ].join('\n\n'),
      responses: {
        101: { description: 'The line is open.' },
        ...problemsOf(400, 401, 403, 421, 431, 500, 503),
      },
    },
  },
  '/health/live': {
    get: {
      operationId: 'operation.live',
      tags: ['operation'],
      summary: 'Whether the process runs',
      security: [],
      responses: {
        200: { description: 'It runs.', ...json({ status: state }, { status: 'ok' }) },
        ...problemsOf(400, 431),
      },
    },
  },
  '/health/ready': {
    get: {
      operationId: 'operation.ready',
      tags: ['operation'],
      summary: 'Whether the process serves and its database answers',
      security: [],
      responses: {
        200: {
          description: 'It serves.',
          ...json({ status: state, checks }, { status: 'ok', checks: { database: 'ok', serving: 'ok' } }),
        },
        503: {
          description: 'Not yet, not any more, or not without its database.',
          ...json(
            { status: state, checks },
            { status: 'unavailable', checks: { database: 'unavailable', serving: 'ok' } },
          ),
          headers: { 'Retry-After': { $ref: '#/components/headers/Retry-After' } },
        },
        ...problemsOf(400, 431),
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'operation.metrics',
      tags: ['operation'],
      summary: 'Measurements in Prometheus’ text format',
      description: 'Open to the machine itself; others send DESKHAND_METRICS_TOKEN as a bearer token.',
      security: [{ bearer: [] }, {}],
      responses: {
        200: { description: 'The measurements.', ...text('text/plain', measured) },
        ...problemsOf(400, 403, 431, 500),
      },
    },
  },
})
