import { timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import type { Tx } from '../platform/db/transaction.ts'
import type { Platform } from '../platform/platform.ts'
import { deriveKey } from '../platform/secret.ts'

export { actFor } from './actFor.ts'
export { noCompany } from './actors.ts'

export type Account = {
  id: string
  email: string
  name: string
  passwordHash: string | null
  isSuperAdmin: boolean
}

/** An account by its address in the one form that the contract makes of it. */
export async function findAccount(tx: Tx, email: string): Promise<Account | null> {
  const [account] = await tx.query<Account>(`${accountColumns} where email = $1`, [email])
  return account ?? null
}

export async function loadAccount(tx: Tx, id: string): Promise<Account> {
  const [account] = await tx.query<Account>(`${accountColumns} where id = $1`, [id])
  if (!account) throw new Error('A session without an account.')
  return account
}

const accountColumns = `select id, email, name, password_hash as "passwordHash", is_super_admin as "isSuperAdmin"
  from auth.accounts`

/** What an account is in one company. `isOpen`: company, person and membership all let it in. */
export type Membership = {
  companyId: string
  personId: string
  companyName: string
  personName: string
  isOpen: boolean
}

/**
 * Where an account belongs, the company used last before all others. Row-level security shows one company
 * at a time, so the transaction enters each in turn; all of it travels together.
 */
export async function membershipsOf(tx: Tx, accountId: string): Promise<Membership[]> {
  const rows = await tx.query<{ companyId: string; personId: string; state: string }>(
    `select company_id as "companyId", person_id as "personId", state from auth.memberships
     where account_id = $1 and state <> 'REMOVED' order by last_used_at desc nulls last, created_at, company_id`,
    [accountId],
  )
  type Standing = Pick<Membership, 'companyName' | 'personName' | 'isOpen'>
  const standings = await inEach<Standing>(
    tx,
    rows,
    `select c.name as "companyName", p.name as "personName",
       c.state = 'ACTIVE' and p.state = 'ACTIVE' and p.deleted_at is null as "isOpen"
     from app.people p join app.companies c on c.company_id = p.company_id
     where p.company_id = app.cid() and p.id = app.pid()`,
  )
  return rows.flatMap(({ state, ...membership }, at) => {
    const standing = standings[at]?.[0]
    return standing ? [{ ...membership, ...standing, isOpen: standing.isOpen && state === 'ACTIVE' }] : []
  })
}

/** The same statement in each of these companies, and back to where the transaction was. */
export function inEach<Row extends pg.QueryResultRow>(
  tx: Tx,
  places: readonly { companyId: string; personId: string | null }[],
  sql: string,
): Promise<Row[][]> {
  const before = tx.whose
  // A refused SET fails the statement after it, whose error is the one that is heard.
  const enter = (whose: Tx['whose']) => void tx.enter(whose).catch(() => undefined)
  const reads = places.map((place) => {
    enter(place)
    return tx.query<Row>(sql)
  })
  enter(before)
  return Promise.all(reads)
}

/** Proves that whoever sets an installation up can read its log; every process makes the same one. */
export const setUpToken = ({ secret }: Pick<Platform, 'secret'>): string =>
  deriveKey(secret, 'set-up').toString('base64url').slice(0, 24)

export function isSetUpToken(platform: Pick<Platform, 'secret'>, token: string): boolean {
  const expected = Buffer.from(setUpToken(platform))
  const given = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Whether no company exists yet, so that the first visit sets one up. Needs the sign-in role. */
export async function needsSetUp(tx: Tx): Promise<boolean> {
  const [some] = await tx.query(`select from auth.memberships limit 1`)
  return some === undefined
}
