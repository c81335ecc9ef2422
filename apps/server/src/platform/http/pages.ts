import { createHash, randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type FirstRead, firstReads } from '@deskhand/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readFirst } from './firstReads.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

type Body = { bytes: Buffer; encoding: string | null }
type Asset = { path: string; type: string; etag: string; caching: string; bodies: Body[] }

export type Pages = {
  /** Answers a page of the web app, or false for what is none. */
  serve: (request: FastifyRequest, reply: FastifyReply) => boolean
}

/**
 * Serves the built web app from memory, so that a server that runs keeps its files while new ones are built.
 * Brotli and gzip are taken as the build left them beside each file. A page brings along what it reads first.
 */
export function mountPages(
  app: FastifyInstance,
  folder: string,
  url: string,
  readsOf: (path: string) => readonly FirstRead[] = firstReads,
): Pages {
  const assets = readAssets(folder)
  for (const asset of assets.filter(({ path }) => path !== '/index.html')) {
    app.get(asset.path, (request, reply) => serveAsset(asset, request, reply))
  }
  const index = assets
    .find(({ path }) => path === '/index.html')
    ?.bodies.at(-1)
    ?.bytes.toString()

  async function servePage(html: string, request: FastifyRequest, reply: FastifyReply) {
    const nonce = randomBytes(16).toString('base64')
    const reads = await readFirst(app, request, readsOf(pathOf(request)))
    const page = html.replace(places.nonce, () => nonce).replace(places.reads, () => reads)
    const isPacked = accepts(String(request.headers['accept-encoding'] ?? ''), 'gzip')
    if (isPacked) reply.header('content-encoding', 'gzip')
    reply
      .header('content-security-policy', policyOf(nonce, url))
      .header('permissions-policy', permissions)
      .header('cache-control', reads ? 'no-store' : 'no-cache')
      .header('vary', 'accept-encoding, cookie')
      .type('text/html; charset=utf-8')
      .send(isPacked ? await pack(page) : page)
  }

  return {
    serve(request, reply) {
      if (!isPage(request)) return false
      if (index !== undefined) servePage(index, request, reply).catch((error) => reply.send(error))
      else
        reply
          .code(503)
          .header('content-security-policy', policyOf('', url))
          .header('cache-control', 'no-cache')
          .type('text/html; charset=utf-8')
          .send(notBuilt)
      return true
    },
  }
}

const pack = promisify(gzip)

/** What is filled in: the nonce that the styles of this one answer need, and what the page reads first. */
const places = {
  nonce: /(?<=<meta name="csp-nonce" content=")[^"]*(?=")/,
  reads: /(?<=<script type="application\/json" id="first-reads">)(?=<\/script>)/,
}

const permissions =
  'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=(), display-capture=()'

const policyOf = (nonce: string, url: string) =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Positions that parts compute are style attributes, which no nonce can allow.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    // Older Safari does not count a WebSocket to the same host as 'self'.
    `connect-src 'self' ${url.replace(/^http/, 'ws')}`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ')

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Deskhand</title>
<p>Deskhand runs, but its web app has not been built. <code>npm start</code> builds it; the API is described
at <a href="/docs">/docs</a>.</p></html>`

/** Any address without a file ending may be a page; the app itself says which of them exist. */
function isPage(request: FastifyRequest): boolean {
  const { method, headers } = request
  const path = pathOf(request)
  if (method !== 'GET' && method !== 'HEAD') return false
  if (/^\/(api|docs|health|scim|mcp)(\/|$)/.test(path) || /\/\.|\.\w+$/.test(path)) return false
  return path === '/' || /text\/html|\*\/\*/.test(headers.accept ?? '*/*')
}

const pathOf = ({ url }: FastifyRequest) => url.split('?')[0] ?? ''

function serveAsset(asset: Asset, request: FastifyRequest, reply: FastifyReply) {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const body = asset.bodies.find(({ encoding }) => encoding === null || accepts(accepted, encoding))
  const etag = `"${asset.etag}${body?.encoding ? `-${body.encoding}` : ''}"`
  reply
    .header('cache-control', asset.caching)
    .header('vary', 'accept-encoding')
    .header('etag', etag)
    .type(asset.type)
  const policy = workerPolicies.find(({ of }) => of.test(asset.path))?.policy
  if (policy) reply.header('content-security-policy', policy)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  if (body?.encoding) reply.header('content-encoding', body.encoding)
  return reply.send(body?.bytes)
}

/** A worker lives by the policy of its own script, and both of ours reach nothing but our host. */
const workerPolicies = [
  // The one script that may run WebAssembly, because it reads codes in pictures.
  {
    of: /^\/assets\/decoder-[\w-]+\.js$/,
    policy: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'`,
  },
  // The service worker fetches scripts, styles and fonts for the page that counts.
  { of: /^\/count-worker\.js$/, policy: `default-src 'self'` },
]

const accepts = (header: string, encoding: string) =>
  header.split(',').some((one) => one.trim().split(';')[0] === encoding && !/;\s*q=0(\.0*)?\s*$/.test(one))

function readAssets(folder: string): Asset[] {
  const names = new Set(listFiles(folder))
  const read = (name: string) => readFileSync(join(folder, name))
  return [...names]
    .filter((name) => !/\.(br|gz|map)$/.test(name) && !name.split(sep).some((part) => part.startsWith('.')))
    .map((name) => {
      const bytes = read(name)
      const path = `/${name.split(sep).join('/')}`
      const packed = [
        { ending: '.br', encoding: 'br' },
        { ending: '.gz', encoding: 'gzip' },
      ].filter(({ ending }) => names.has(name + ending))
      return {
        path,
        type: contentTypes[extname(name)] ?? 'application/octet-stream',
        etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
        // Names in assets/ hold a hash of the content.
        caching: path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        bodies: [
          ...packed.map(({ ending, encoding }) => ({ bytes: read(name + ending), encoding })),
          { bytes, encoding: null },
        ],
      }
    })
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch {
    return []
  }
}
