import { createHash, createPublicKey } from 'node:crypto'
import { z } from 'zod'
import { isSignedBy } from '../platform/signing.ts'

const format = 'deskhand-custody-certificate'
const start = '0'.repeat(64)

/**
 * What is signed is text: lines that name the company, the thing, the key, and each event by the hash of it and of all
 * before it. Everything in the file is base64 of exactly the bytes that were hashed or signed, one on a line, so that
 * nothing but openssl is needed to check it.
 */
export const Certificate = z.strictObject({
  format: z.literal(format),
  version: z.literal(1),
  publicKey: z.string(),
  statement: z.string(),
  signature: z.string(),
  events: z.array(z.string()),
})
export type Certificate = z.output<typeof Certificate>

/** Of each event the hash of the hash before it, in hexadecimal digits, and its text. */
export function chainOf(texts: readonly string[]): string[] {
  let before = start
  return texts.map((text) => {
    before = createHash('sha256').update(before).update(text, 'utf8').digest('hex')
    return before
  })
}

export type Said = {
  company: string
  thing: string
  issuedAt: string
  about: string
  keysAt: string
  texts: readonly string[]
}

/** What is signed; the first line says what it is, so that no other text of ours can pass as it. */
export const statementOf = (
  { company, thing, issuedAt, about, keysAt, texts }: Said,
  keyId: string,
): string =>
  [
    `${format} 1`,
    `company: ${company}`,
    `thing: ${thing}`,
    `issued: ${issuedAt}`,
    `about: ${about}`,
    `key: ${keyId}`,
    `keys: ${keysAt}`,
    `events: ${texts.length}`,
    ...chainOf(texts).map((hash, at) => `${at + 1}: ${hash}`),
    '',
  ].join('\n')

const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64')

/** The file: each of its values on a line of its own. */
export const fileOf = (
  { publicKey, signature, text }: { publicKey: string; signature: Buffer; text: string },
  texts: readonly string[],
): string =>
  `${JSON.stringify(
    {
      format,
      version: 1,
      publicKey: base64(createPublicKey(publicKey).export({ type: 'spki', format: 'der' })),
      statement: base64(text),
      signature: base64(signature),
      events: texts.map(base64),
    } satisfies Certificate,
    null,
    1,
  )}\n`

export type Checked = {
  /** What is wrong with it; nothing where it is whole. */
  faults: string[]
  /** The lines of the statement before the hashes, by their names. */
  said: Record<string, string>
  keyId: string | null
  events: string[]
}

/** Holds a certificate against itself: the key, the signature, and every event. */
export function checkCertificate(file: string): Checked {
  const checked: Checked = { faults: [], said: {}, keyId: null, events: [] }
  const read = Certificate.safeParse(parsed(file))
  if (!read.success) return { ...checked, faults: ['This is no custody certificate of Deskhand.'] }
  const { faults } = checked
  const bytesOf = (text: string, what: string): Buffer => {
    const bytes = Buffer.from(text, 'base64')
    // Else some characters could be changed and nobody would notice.
    if (bytes.toString('base64') !== text) faults.push(`${what} is not written as it was.`)
    return bytes
  }
  const { data } = read
  const statement = bytesOf(data.statement, 'The statement')
  const signature = bytesOf(data.signature, 'The signature')
  const key = bytesOf(data.publicKey, 'The key')
  const publicKey = pemOf(key)
  // Of the bytes themselves: a parser forgives some that are wrong.
  checked.keyId = createHash('sha256').update(key).digest('hex')
  if (!publicKey || !isSigned(publicKey, statement, signature))
    faults.push('The signature does not belong to the statement.')
  const [first, ...lines] = statement.toString('utf8').split('\n')
  if (first !== `${format} 1`) faults.push('The statement is none of a custody certificate.')
  const fields = lines.flatMap((line) => {
    const at = line.indexOf(': ')
    return at > 0 ? [[line.slice(0, at), line.slice(at + 2)] as const] : []
  })
  const all = new Map(fields)
  checked.said = Object.fromEntries(fields.filter(([name]) => !/^\d+$/.test(name)))
  if (checked.keyId !== all.get('key')) faults.push('The statement names another key.')
  checked.events = data.events.map((event, at) => bytesOf(event, `Event ${at + 1}`).toString('utf8'))
  if (String(checked.events.length) !== all.get('events'))
    faults.push(
      `The statement speaks of ${all.get('events') ?? 'no'} events; here are ${checked.events.length}.`,
    )
  const changed = chainOf(checked.events).findIndex((hash, at) => hash !== all.get(String(at + 1)))
  if (changed !== -1) faults.push(`Event ${changed + 1} is not the one that was signed.`)
  return checked
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function pemOf(der: Buffer): string | null {
  try {
    const key = createPublicKey({ key: der, type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' ? String(key.export({ type: 'spki', format: 'pem' })) : null
  } catch {
    return null
  }
}

function isSigned(publicKey: string, text: Buffer, signature: Buffer): boolean {
  try {
    return isSignedBy(publicKey, text, signature)
  } catch {
    return false
  }
}
