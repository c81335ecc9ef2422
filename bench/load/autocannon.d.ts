/** What is used of autocannon 9, which brings no types. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events'

  type Request = {
    method: string
    path: string
    headers: Record<string, string>
    body?: string
    setupRequest?: (request: Request) => Request
  }
  type Client = { setRequests: (requests: Request[]) => void }
  type Options = {
    url: string
    connections: number
    duration: number
    timeout?: number
    setupClient?: (client: Client) => void
  }
  type Result = { errors: number; timeouts: number; non2xx: number; duration: number }
  type Running = EventEmitter<{
    response: [client: Client, status: number, bytes: number, milliseconds: number]
  }> &
    Promise<Result>

  export default function autocannon(options: Options): Running
}
