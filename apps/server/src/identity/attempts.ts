import { createHash } from 'node:crypto'
import { clock } from '../platform/clock/clock.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { Stop } from '../platform/stop.ts'
import { words } from './words.ts'

/** How often something may be tried in so many minutes. `isOfAddress`: whoever has the address is aimed at. */
export type Allowance = { key: string; most: number; minutes: number; isOfAddress?: boolean }

// Addresses lie hashed: the table is a list of who was guessed at, not of who there is.
const key = (use: string, ...parts: string[]) =>
  `${use}:${createHash('sha256').update(parts.join('\0')).digest('base64url').slice(0, 22)}`

/** The network of an IPv6 address (its first 64 bits), because everybody there has addresses without end. */
export function placeOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1]
  if (mapped || !ip.includes(':')) return mapped ?? ip
  const [head = '', tail] = ip.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}

/**
 * Wrong passwords: few for an address from one place, more for it from everywhere, so that a stranger
 * cannot shut its owner out from afar; and for one place against many addresses.
 */
export const passwordTries = (address: string, ip: string): Allowance[] => [
  { key: key('password', address, placeOf(ip)), most: 10, minutes: 15, isOfAddress: true },
  { key: key('password-of', address), most: 50, minutes: 15, isOfAddress: true },
  { key: key('password-from', placeOf(ip)), most: 100, minutes: 15 },
]

/** Mails that anyone may cause, for an address and from a place. */
export const mailTries = (address: string, ip: string): Allowance[] => [
  { key: key('mail', address), most: 5, minutes: 15 },
  { key: key('mail-from', placeOf(ip)), most: 50, minutes: 15 },
]

/** Mails that say how often passwords for an address were tried. */
export const warnings = (address: string): Allowance[] => [
  { key: key('warned', address), most: 1, minutes: 24 * 60 },
]

/** Invitations sent again to one address. */
export const invitationTries = (address: string): Allowance[] => [
  { key: key('invitation', address), most: 5, minutes: 15 },
]

/** Wrong codes for an account. Each mail stands five; this bounds how many mails it is worth to ask for. */
export const codeTries = (accountId: string): Allowance[] => [
  { key: key('code', accountId), most: 20, minutes: 24 * 60 },
]

/** Tries at the set-up token. */
export const setUpTries = (ip: string): Allowance[] => [
  { key: key('set-up', placeOf(ip)), most: 20, minutes: 15 },
]

/**
 * Counts one try before it is made, so that many at once are counted too. Answers the refusal when it is one
 * too many; commit all the same, so that the count stays.
 */
export const countTry = async (tx: Tx, allowances: readonly Allowance[]): Promise<Stop | null> =>
  refusalOf(await countEach(tx, allowances))

/** An allowance that is used up, and for how long. */
export type UsedUp = Allowance & { wait: number }

/** As `countTry`, but answers which allowances are used up. */
export async function countEach(tx: Tx, allowances: readonly Allowance[]): Promise<UsedUp[]> {
  const now = clock.now()
  const counted = await tx.query<{ key: string; count: number; windowEndsAt: Date }>(countAll, [
    JSON.stringify(
      allowances.map(({ key, minutes }) => ({ key, ends: new Date(now.getTime() + minutes * 60_000) })),
    ),
    now,
  ])
  return counted.flatMap(({ key, count, windowEndsAt }) => {
    const allowed = allowances.find((one) => one.key === key)
    return allowed && count > allowed.most
      ? [{ ...allowed, wait: windowEndsAt.getTime() - now.getTime() }]
      : []
  })
}

export function refusalOf(usedUp: readonly UsedUp[]): Stop | null {
  if (usedUp.length === 0) return null
  const seconds = Math.max(1, Math.ceil(Math.max(...usedUp.map(({ wait }) => wait)) / 1000))
  return new Stop('too_many', words.tooMany(seconds), { retryAfter: seconds })
}

/** The try was a right one: the address starts afresh, and the place gets it back. */
export async function forgiveTries(tx: Tx, [first, ...rest]: readonly Allowance[]): Promise<void> {
  await tx.run(
    `with gone as (delete from auth.attempts where key = $1)
     update auth.attempts set count = greatest(count - 1, 0) where key = any ($2)`,
    [first?.key, rest.map(({ key }) => key)],
  )
}

// In the order of their keys, so that two who count the same ones do not wait for each other in a circle.
const countAll = `
  with over as (
    select key from auth.attempts where window_ends_at < $2 order by window_ends_at limit 20 for update skip locked
  ), swept as (
    delete from auth.attempts using over where attempts.key = over.key
      and attempts.key not in (select tried->>'key' from jsonb_array_elements($1::jsonb) tried)
  )
  insert into auth.attempts as a (key, count, window_ends_at)
  select tried->>'key', 1, (tried->>'ends')::timestamptz from jsonb_array_elements($1::jsonb) tried order by 1
  on conflict (key) do update set
    count = case when a.window_ends_at <= $2 then 1 else a.count + 1 end,
    window_ends_at = case when a.window_ends_at <= $2 then excluded.window_ends_at else a.window_ends_at end
  returning key, count, window_ends_at as "windowEndsAt"`

/** Whoever proved the mailbox may try passwords again, from everywhere. */
export async function forgivePasswordTries(tx: Tx, address: string, ip: string): Promise<void> {
  const [here, everywhere] = passwordTries(address, ip)
  await tx.run('delete from auth.attempts where key = any ($1)', [[here?.key, everywhere?.key]])
}
