import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Doorstep = {
  port: number
  /** Leaves the port to the server that follows. */
  close: () => Promise<void>
}

const waiting = `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="2">
<title>Deskhand is starting</title><p>Deskhand is starting. This page will reload.</p></html>`

/**
 * Holds the port while the database starts: a port that is taken is known at once, and whoever asks is told to
 * come back instead of finding nobody.
 */
export async function openDoorstep(port: number, host: string): Promise<Doorstep> {
  const server = createServer((request, response) => {
    request.resume()
    if (request.url === '/health/live') return void response.end('{"status":"ok"}')
    response.statusCode = 503
    response.setHeader('retry-after', '2')
    response.setHeader('cache-control', 'no-store')
    response.setHeader('connection', 'close')
    if (request.headers.accept?.includes('text/html')) {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      return void response.end(waiting)
    }
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end('{"status":"starting","checks":{"serving":"starting"}}')
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    // Listening on a port, not on a path, so the address is an object.
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
