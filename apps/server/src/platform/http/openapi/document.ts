import type { Route } from '@deskhand/contract'
import { operationOf, pathPattern } from './operation.ts'
import { operationsOf } from './operations.ts'
import { headers, problemResponses } from './responses.ts'
import { openSchemas } from './schemas.ts'

type Contract = Record<string, Record<string, Route>>
type Named = Record<string, unknown>

/** The OpenAPI 3.1 document of a contract; `named` are its exports, whose capitalised shapes become components. */
export function openApiDocument(contract: Contract, named: Named, version: string): object {
  const schemas = openSchemas(named)
  const paths: Record<string, Record<string, object>> = {}
  for (const [slice, routes] of Object.entries(contract)) {
    for (const [key, route] of Object.entries(routes)) {
      const pattern = pathPattern(route.path)
      paths[pattern] = {
        ...paths[pattern],
        [route.method.toLowerCase()]: operationOf(`${slice}.${key}`, route, schemas),
      }
    }
  }
  const operations = operationsOf(schemas)
  schemas.ofReply(problemShape(named))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Deskhand',
      version,
      description: introduction,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [] }],
    tags: [...Object.keys(contract), 'realtime', 'operation'].map((name) => ({ name })),
    paths: { ...paths, ...operations },
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas.components).sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
      responses: problemResponses(),
      headers,
      parameters,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'The access token of `POST /api/v1/auth/login`; it lives ten minutes.',
        },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-at',
          description:
            'Set by signing in with `delivery: "cookie"` (`deskhand-at` without https). Changes need our own Origin, and JSON or X-Requested-With.',
        },
      },
    },
  }
}

function problemShape({ Problem }: Named) {
  // The contract's own export of that name.
  return Problem as Parameters<ReturnType<typeof openSchemas>['ofReply']>[0]
}

const introduction = [
  'The whole product is this API; the web app is its first customer.',
  'Lists come in keyset pages: pass `page.next` back as `cursor`. Records answer with an `ETag`; send it in `If-Match` to change only what you have seen.',
  'POST takes an `Idempotency-Key`: sent again within 24 hours it gets the first answer again. Refusals are not kept, and routes that hear or answer a secret take no key. Nor do those that forget who sends: a report without a name that is sent twice is two reports.',
  'Every refusal is `application/problem+json` (RFC 9457); [/docs/problems](/docs/problems) explains each code. A record that you may not see answers like one that does not exist.',
].join('\n\n')

const parameters = {
  'Idempotency-Key': {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Makes repeating safe: within 24 hours the same key gets the first answer again.',
    schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
    example: '9b2f0c4e-create-1',
  },
  'If-Match': {
    name: 'If-Match',
    in: 'header',
    description: 'The ETag of the version you have seen; anything newer answers 412 with what is there now.',
    schema: { type: 'string' },
    example: '"3"',
  },
  'If-None-Match': {
    name: 'If-None-Match',
    in: 'header',
    description: 'The ETag of the version you have; answers 304 while it is the newest.',
    schema: { type: 'string' },
    example: '"3"',
  },
}
