import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

// OWASP's password storage advice for argon2id: 19 MiB, two passes, one lane.
const settings = { memory: 19_456, passes: 2, parallelism: 1 }
const run = promisify(argon2)

const derive = (password: string, nonce: Buffer, { memory, passes, parallelism }: typeof settings) =>
  run('argon2id', { message: password.normalize('NFKC'), nonce, tagLength: 32, memory, passes, parallelism })

/** The PHC string of a password: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, settings)
  const plain = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=${settings.memory},t=${settings.passes},p=${settings.parallelism}$${plain(salt)}$${plain(hash)}`
}

const phc = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** A hash that no password has; checked for unknown addresses, so that they take as long as known ones. */
const nobody = hashPassword(randomBytes(32).toString('base64'))

/** Whether this is the password; as slow for an account without one, or none at all. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = phc.exec(stored ?? (await nobody))
  if (!parts) return false
  const [, memory, passes, parallelism, salt = '', hash = ''] = parts
  const expected = Buffer.from(hash, 'base64')
  const found = await derive(password, Buffer.from(salt, 'base64'), {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  })
  return stored !== null && timingSafeEqual(Buffer.from(found), expected)
}
