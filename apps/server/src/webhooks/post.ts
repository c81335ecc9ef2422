import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { type BlockList, isIP } from 'node:net'
import { isIn, isPublic } from '../platform/addresses.ts'
import { words } from './words.ts'

/** All of it, from the name to the last byte that is read. */
const longest = 10_000
/** What is read of an answer, and what is kept of that. */
const mostRead = 64 * 1024
const mostKept = 1_000

export type Found = { address: string; family: number }
export type Resolve = (host: string) => Promise<Found[]>
export type Reached = { status: number; answer: string }

/** It was not even tried: where it leads nobody may be led. */
export class Unreachable extends Error {}

const byName: Resolve = (host) => lookup(host, { all: true, verbatim: true })

type Options = { allowed: BlockList; resolve?: Resolve; limit?: number }

/**
 * The addresses behind a URL, each of which may be called: in the public internet by TLS on its usual port, or in a
 * network that whoever runs the installation has named.
 */
export async function addressesOf(url: URL, { allowed, resolve = byName }: Options): Promise<Found[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A number is not looked up, and must be looked at all the same; the URL has written it in the usual way.
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host)
  if (found.length === 0) throw new Unreachable(words.nowhere(host))
  if (found.every(({ address }) => isIn(allowed, address))) return found
  if (!found.every(({ address }) => isPublic(address) || isIn(allowed, address)))
    throw new Unreachable(words.private(host))
  if (url.protocol !== 'https:') throw new Unreachable(words.notSecure)
  if (url.port !== '') throw new Unreachable(words.otherPort)
  return found
}

/**
 * One POST to addresses that were looked at before: the name is not asked again, so that it cannot answer otherwise
 * meanwhile. Follows nothing, waits and reads only so long; certificates are checked.
 */
export async function post(
  url: URL,
  { body, headers }: { body: string; headers: Record<string, string> },
  options: Options,
): Promise<Reached> {
  const signal = AbortSignal.timeout(options.limit ?? longest)
  const found = await within(signal, addressesOf(url, options))
  const ask = url.protocol === 'https:' ? https.request : http.request
  return new Promise<Reached>((done, fail) => {
    const failed = (error: Error) => fail(signal.aborted ? new Error(words.tooLong) : error)
    const request = ask(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: (_host, { all }, answer) => {
          const [first] = found
          if (all) answer(null, found)
          else answer(null, first?.address ?? '', first?.family)
        },
      },
      (response) => {
        const pieces: Buffer[] = []
        let read = 0
        const end = () =>
          done({
            status: response.statusCode ?? 0,
            answer: excerptOf(Buffer.concat(pieces).toString('utf8')),
          })
        response.on('data', (piece: Buffer) => {
          pieces.push(piece)
          read += piece.length
          if (read < mostRead) return
          end()
          request.destroy()
        })
        response.on('end', end)
        response.on('error', failed)
      },
    )
    request.on('error', failed)
    request.end(body)
  })
}

/** Text without what PostgreSQL cannot store or a page would stumble over. */
const excerptOf = (text: string) => text.replace(/[^\P{Cc}\n\t]/gu, '').slice(0, mostKept)

const within = <Result>(signal: AbortSignal, work: Promise<Result>): Promise<Result> =>
  new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(new Error(words.tooLong)), { once: true })
    work.then(done, fail)
  })
