import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { readMailSettings } from '../../companies/access.ts'
import { readConfig } from '../../platform/config.ts'
import { closePools, openPools } from '../../platform/db/pools.ts'
import { transact } from '../../platform/db/transaction.ts'
import { openDatabase } from '../database.ts'
import { say } from '../say.ts'
import {
  checkAccount,
  checkClock,
  checkConnections,
  checkMigrations,
  checkPolicies,
  checkRoles,
  checkSetConfig,
  checkVersion,
} from './database.ts'
import { type Finding, fail, ok, type Patient } from './finding.ts'
import { checkFolder, checkNames, checkSecret, checkUrl } from './host.ts'
import { checkMail, checkQueue } from './work.ts'

const marks = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' }

/** Looks at the installation and says what it finds; answers whether nothing fails. */
export async function runDoctor(env: NodeJS.ProcessEnv, { json }: { json: boolean }): Promise<boolean> {
  const findings = await examine(env)
  const isWell = findings.every(({ level }) => level !== 'fail')
  if (json) say(JSON.stringify({ ok: isWell, findings }, null, 2))
  else {
    const width = Math.max(...findings.map(({ about }) => about.length))
    for (const { level, about, sentence } of findings)
      say(`${marks[level]}  ${about.padEnd(width)}  ${sentence}`)
  }
  return isWell
}

async function examine(env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const config = readConfig(env, [])
  const findings = [
    ...checkNames(env),
    checkUrl(config),
    await checkSecret(config),
    await checkFolder(config),
  ]
  if (config.databaseUrl === null && !existsSync(join(config.folder, 'postgres'))) {
    return [...findings, ok('database', 'There is none yet; the first start makes it.')]
  }
  try {
    const database = await openDatabase(config, { patience: 0 })
    const client = new pg.Client({ ...database.connection, application_name: 'deskhand doctor' })
    client.on('error', () => undefined)
    const pools = openPools(database.connection, database.secret)
    try {
      await client.connect()
      findings.push(...(await examineDatabase({ config, database, client, pools })))
    } finally {
      await client.end()
      await closePools(pools)
      await database.stop()
    }
  } catch (error) {
    findings.push(fail('database', error instanceof Error ? error.message : String(error)))
  }
  return findings
}

async function examineDatabase(patient: Patient): Promise<Finding[]> {
  const migrations = await checkMigrations(patient)
  const first = [await checkVersion(patient), await checkAccount(patient), migrations]
  // What follows needs the roles and tables that migrations make.
  if (migrations.level === 'fail') return first
  const { config, database, pools } = patient
  const kept = await transact(pools.auth, { companyId: null, personId: null }, (tx) =>
    readMailSettings(database, tx),
  )
  return [
    ...first,
    ...(await checkRoles(patient)),
    await checkPolicies(patient),
    await checkSetConfig(patient),
    await checkConnections(patient),
    await checkClock(patient),
    ...(await checkQueue(patient)),
    await checkMail(config.smtpUrl ?? kept?.smtpUrl ?? null),
  ]
}
