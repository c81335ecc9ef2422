import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { networksOf } from './addresses.ts'

export const processRoles = ['api', 'worker', 'realtime'] as const
export type ProcessRole = (typeof processRoles)[number]

export type Config = {
  /** What this process does; all of it unless told otherwise by `--as=`. */
  as: ReadonlySet<ProcessRole>
  port: number
  /** The address to listen on; nothing means: 127.0.0.1 with the demo world, everywhere without. */
  host: string | null
  /** The address that mails and links use; never taken from a request. */
  url: string
  /** Whether DESKHAND_URL names it: then no other host is answered. */
  isUrlGiven: boolean
  /** Where the embedded database, attachments and the secret lie. */
  folder: string
  databaseUrl: string | null
  smtpUrl: string | null
  /** The sender of mail. */
  mailFrom: string
  isProduction: boolean
  /** Peers whose X-Forwarded-For is believed, as proxy-addr reads them; nobody by default. */
  trustProxy: string | null
  rateLimits: boolean
  /** From DESKHAND_LOG: JSON lines of this level and above. Null: what suits where we run. */
  logLevel: string | null
  /** Opens `/metrics` to others than this machine. */
  metricsToken: string | null
  /** From DESKHAND_SECURITY_CONTACT: an address or a page for whoever finds a hole; null: none is given. */
  securityContact: string | null
  /** From DESKHAND_WEBHOOK_NETWORKS: networks that webhooks reach beside the public internet, also without TLS. */
  webhookNetworks: readonly string[]
  /** From DESKHAND_SECRET; null means that the installation makes and keeps one. */
  secret: string | null
}

/** `NAME`, or the content of the file that `NAME_FILE` points to. */
function variable(env: NodeJS.ProcessEnv, name: string): string | null {
  const file = env[`${name}_FILE`]
  if (file) return readFileSync(file, 'utf8').trim()
  return env[name]?.trim() || null
}

/** Reads the environment; throws a sentence when it makes no sense. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[]): Config {
  const wanted = args.find((arg) => arg.startsWith('--as='))?.slice('--as='.length)
  const as = (wanted ?? processRoles.join(',')).split(',').map((role) => {
    const known = processRoles.find((one) => one === role)
    if (!known) throw new Error(`--as=${role}: there is no such role. Use ${processRoles.join(', ')}.`)
    return known
  })
  const port = Number(env['PORT'] ?? 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT=${env['PORT']} is no port.`)
  const givenUrl = variable(env, 'DESKHAND_URL')
  const url = givenUrl ?? `http://localhost:${port}`
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new Error(`DESKHAND_URL=${url} is no address. Write it as https://desk.example.com.`)
  return {
    as: new Set(as),
    port,
    host: variable(env, 'DESKHAND_HOST'),
    url: url.replace(/\/+$/, ''),
    isUrlGiven: givenUrl !== null,
    folder: resolve(env['DESKHAND_DATA'] ?? './data'),
    databaseUrl: variable(env, 'DATABASE_URL'),
    smtpUrl: variable(env, 'SMTP_URL'),
    mailFrom: variable(env, 'DESKHAND_MAIL_FROM') ?? `Deskhand <desk@${new URL(url).hostname}>`,
    isProduction: env['NODE_ENV'] === 'production',
    trustProxy: variable(env, 'DESKHAND_TRUST_PROXY'),
    rateLimits: env['DESKHAND_RATE_LIMITS'] !== 'off',
    logLevel: readLevel(variable(env, 'DESKHAND_LOG')),
    metricsToken: variable(env, 'DESKHAND_METRICS_TOKEN'),
    securityContact: variable(env, 'DESKHAND_SECURITY_CONTACT'),
    webhookNetworks: readNetworks(variable(env, 'DESKHAND_WEBHOOK_NETWORKS')),
    secret: variable(env, 'DESKHAND_SECRET'),
  }
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

function readLevel(level: string | null): string | null {
  if (level !== null && !levels.includes(level))
    throw new Error(`DESKHAND_LOG=${level}: there is no such level. Use ${levels.join(', ')}.`)
  return level
}

function readNetworks(text: string | null): readonly string[] {
  const networks = (text ?? '').split(/[\s,]+/).filter(Boolean)
  try {
    networksOf(networks)
  } catch (error) {
    throw new Error(`DESKHAND_WEBHOOK_NETWORKS: ${error instanceof Error ? error.message : error}`)
  }
  return networks
}

/** The secret of an installation on its embedded database: made once, kept beside the data. */
export function keepSecret(folder: string): string {
  const file = join(folder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process of ours was quicker.
      if (!existsSync(file)) throw error
    }
  }
  return readFileSync(file, 'utf8').trim()
}
