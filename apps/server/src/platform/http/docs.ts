import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { docsScript, docsStyle } from './docsLook.ts'
import { problemPage, problemStyle } from './problemPage.ts'

const policy = (more: string) =>
  `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'${more}`

/** `/openapi.json`, the pages of `/docs` that browse it, and `/docs/problems`. `describe` is called when first needed. */
export async function mountDocs(app: FastifyInstance, describe: () => object): Promise<void> {
  let known: object | null = null
  let text: string | null = null
  const document = () => {
    known ??= describe()
    return known
  }
  app.get('/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(document())
    return reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(text)
  })
  app.get('/docs/problems', async (_request, reply) =>
    reply
      .header('content-security-policy', policy(`; style-src 'self'`))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(problemPage()),
  )
  app.get('/docs/problems.css', async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8').send(problemStyle),
  )
  // The document takes 40 ms to make, so it is put in place of this one when somebody asks.
  await app.register(swagger, {
    mode: 'static',
    specification: { document: { openapi: '3.1.0', info: { title: 'Deskhand', version: '' }, paths: {} } },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: {
      title: 'Deskhand API',
      css: [{ filename: 'house.css', content: docsStyle }],
      js: [{ filename: 'house.js', content: docsScript }],
    },
    // Every tag folded and no list of shapes: what is shown is made when it is opened.
    uiConfig: {
      docExpansion: 'none',
      defaultModelsExpandDepth: -1,
      deepLinking: true,
      filter: true,
      displayOperationId: true,
    },
    // Swagger UI styles parts of itself in line; nothing that people typed is shown here.
    staticCSP: policy(
      `; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'`,
    ),
    transformSpecificationClone: false,
    transformSpecification: () => document(),
  })
}
