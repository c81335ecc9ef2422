import { randomUUID } from 'node:crypto'
import type { BodyIn, Route } from '@deskhand/contract'
import type { Token } from '../tokens.ts'

/** One request that a load consists of. */
export type Target = {
  method: 'GET' | 'POST'
  /** With its query. */
  path: string
  token: Token
  body?: object
  /** Sends an Idempotency-Key of its own each time, as our web does with every POST. */
  isKeyed?: boolean
}

export const getting = (path: string, token: Token): Target => ({
  method: 'GET',
  path: `/api/v1${path}`,
  token,
})

export const posting = <R extends Route>(path: string, token: Token, body: BodyIn<R>): Target => ({
  method: 'POST',
  path: `/api/v1${path}`,
  token,
  body: body as object,
})

export const headersOf = ({ token, body, isKeyed }: Target): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  ...(body ? { 'content-type': 'application/json' } : {}),
  ...(isKeyed ? { 'idempotency-key': randomUUID() } : {}),
})
