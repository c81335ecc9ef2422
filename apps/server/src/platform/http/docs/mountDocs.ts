import type { FastifyInstance, FastifyReply } from 'fastify'
import { Stop } from '../../stop.ts'
import type { ApiDocument } from './document.ts'
import { docsStyle, findScript } from './look.ts'
import { groupPage, indexPage, shapePage } from './pages.ts'
import { problemPage } from './problemPage.ts'

const policy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'; style-src 'self'"

/**
 * `/openapi.json`, the pages of `/docs` made of it, and `/docs/problems`. `describe` is called when first needed: the
 * document takes half a second to make.
 */
export function mountDocs(app: FastifyInstance, describe: () => object): void {
  let known: ApiDocument | null = null
  let text: string | null = null
  // What `describe` makes is ours: an OpenAPI document of our own contract.
  const document = () => {
    known ??= describe() as ApiDocument
    return known
  }
  const send = (reply: FastifyReply, type: string, content: string | null) => {
    if (content === null) throw new Stop('not_found', 'The API has no such page.')
    return reply
      .header('content-security-policy', policy)
      .header('cache-control', 'no-cache')
      .type(`${type}; charset=utf-8`)
      .send(content)
  }
  const page = (address: string, make: (name: string) => string | null) =>
    app.get<{ Params: { name?: string } }>(address, async ({ params }, reply) =>
      send(reply, 'text/html', make(params.name ?? '')),
    )
  app.get('/openapi.json', async (_request, reply) => {
    text ??= JSON.stringify(document())
    return reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(text)
  })
  for (const address of ['/docs', '/docs/']) page(address, () => indexPage(document()))
  page('/docs/:name', (name) => groupPage(document(), name))
  page('/docs/shapes/:name', (name) => shapePage(document(), name))
  page('/docs/problems', problemPage)
  app.get('/docs/docs.css', async (_request, reply) => send(reply, 'text/css', docsStyle))
  app.get('/docs/find.js', async (_request, reply) => send(reply, 'text/javascript', findScript))
}
