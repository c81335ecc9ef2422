const text = (type: string) => ({ content: { [type]: { schema: { type: 'string' } } } })
const json = (properties: object, example: object) => ({
  content: { 'application/json': { schema: { type: 'object', properties }, example } },
})
const state = { type: 'string' }
const checks = { type: 'object', properties: { database: state, serving: state } }
const problem = (status: number) => ({ $ref: `#/components/responses/Problem${status}` })

/** The addresses beside the contract: probes, measurements and the live line. */
export const operations = {
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
        400: problem(400),
        401: problem(401),
        403: problem(403),
      },
    },
  },
  '/health/live': {
    get: {
      operationId: 'operation.live',
      tags: ['operation'],
      summary: 'Whether the process runs',
      security: [],
      responses: { 200: { description: 'It runs.', ...json({ status: state }, { status: 'ok' }) } },
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
        },
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
      responses: { 200: { description: 'The measurements.', ...text('text/plain') }, 403: problem(403) },
    },
  },
}
