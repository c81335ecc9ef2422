import type pg from 'pg'
import type { Config } from '../../platform/config.ts'
import type { Pools } from '../../platform/db/pools.ts'
import type { Database } from '../database.ts'

export type Finding = { level: 'ok' | 'warn' | 'fail'; about: string; sentence: string }

export const ok = (about: string, sentence: string): Finding => ({ level: 'ok', about, sentence })
export const warn = (about: string, sentence: string): Finding => ({ level: 'warn', about, sentence })
export const fail = (about: string, sentence: string): Finding => ({ level: 'fail', about, sentence })

/** What the checks of a database look at: the migrating account's connection, and the narrow roles. */
export type Patient = { config: Config; database: Database; client: pg.Client; pools: Pools }
