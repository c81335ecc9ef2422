import { access, constants, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../../platform/config.ts'
import { type Finding, fail, ok, warn } from './finding.ts'

const known = new Set(
  [
    'URL',
    'DATA',
    'HOST',
    'SECRET',
    'MAIL_FROM',
    'TRUST_PROXY',
    'RATE_LIMITS',
    'LOG',
    'METRICS_TOKEN',
    'SECURITY_CONTACT',
    'WEBHOOK_NETWORKS',
  ].map((name) => `DESKHAND_${name}`),
)

/** Names that look like ours and are not: a typing error would otherwise stay unseen. */
export function checkNames(env: NodeJS.ProcessEnv): Finding[] {
  return Object.keys(env)
    .filter((name) => name.startsWith('DESKHAND_') && !known.has(name.replace(/_FILE$/, '')))
    .filter((name) => !name.startsWith('DESKHAND_TEST_'))
    .map((name) => warn('configuration', `${name} is set, and Deskhand knows no such setting.`))
}

export function checkUrl({ url, isUrlGiven, isProduction }: Config): Finding {
  if (!isUrlGiven) {
    return isProduction
      ? fail('address', 'DESKHAND_URL is not set: links in mails would lead to this machine.')
      : warn('address', `DESKHAND_URL is not set; links lead to ${url}, which only this machine can open.`)
  }
  const { protocol, hostname } = new URL(url)
  if (protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    return ok('address', `${url} is where links lead and whose pages may use the cookies.`)
  }
  return warn('address', `${url} is not https: passwords and sessions travel in the clear.`)
}

export async function checkSecret({ secret, databaseUrl, folder }: Config): Promise<Finding> {
  if (secret !== null) {
    return secret.length < 32
      ? warn('secret', 'DESKHAND_SECRET is shorter than 32 characters. Make one: openssl rand -base64 32')
      : ok('secret', 'DESKHAND_SECRET is set.')
  }
  if (databaseUrl !== null) {
    return warn(
      'secret',
      'DESKHAND_SECRET is not set; the secret lies in the database itself, so a back-up of it opens everything.',
    )
  }
  const file = join(folder, 'secret')
  const found = await stat(file).catch(() => null)
  if (!found) return ok('secret', 'The first start makes one and keeps it beside the data.')
  return process.platform !== 'win32' && (found.mode & 0o077) !== 0
    ? fail('secret', `${file} can be read by others. Close it: chmod 600 ${file}`)
    : ok('secret', `It lies in ${file}, for this account alone.`)
}

const megabyte = 1024 * 1024

export async function checkFolder({ folder }: Config): Promise<Finding> {
  if (!(await stat(folder).catch(() => null)))
    return ok('data folder', `${folder} will be made at the first start.`)
  try {
    await access(folder, constants.W_OK)
  } catch {
    return fail('data folder', `${folder} cannot be written to by this account.`)
  }
  const { bavail, bsize } = await statfs(folder)
  const free = Math.floor((bavail * bsize) / megabyte)
  if (free < 200) return fail('data folder', `${folder} has ${free} MB left.`)
  if (free < 2_000) return warn('data folder', `${folder} has ${free} MB left.`)
  return ok('data folder', `${folder} can be written to and has ${Math.floor(free / 1024)} GB left.`)
}
