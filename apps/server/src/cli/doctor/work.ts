import { createTransport } from 'nodemailer'
import { type Finding, fail, ok, type Patient, warn } from './finding.ts'

type Queue = { dead: number; waiting: number; lag: number | null; workers: number; behind: number }

export async function checkQueue({ pools }: Patient): Promise<Finding[]> {
  const { rows } = await pools.relay.query<Queue>(
    `select count(*) filter (where attempts >= max_attempts)::int as dead,
       count(*) filter (where attempts < max_attempts)::int as waiting,
       extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and locked_at is null
         and run_at <= now()))::float8 as lag,
       (select count(*)::int from ops.workers where seen_at > now() - interval '30 seconds') as workers,
       (select count(*)::int from (select from app.events where id >
         coalesce((select id from ops.cursors where name = 'relay'), 0) limit 10000) newer) as behind
     from jobs.jobs`,
  )
  const { dead = 0, waiting = 0, lag = null, workers = 0, behind = 0 } = rows[0] ?? {}
  const findings: Finding[] = []
  if (dead > 0) findings.push(warn('queue', `${dead} jobs failed for the last time and stay undone.`))
  if (lag !== null && lag > 60) {
    const why = workers === 0 ? 'no worker runs' : 'the workers do not keep up'
    findings.push(fail('queue', `The oldest job has waited ${Math.round(lag)} s: ${why}.`))
  }
  if (behind >= 10_000) findings.push(fail('log', 'The relay is more than 10,000 events behind.'))
  else if (behind > 0 && workers === 0)
    findings.push(warn('log', `${behind} events wait for a process that runs as worker.`))
  if (findings.length === 0)
    findings.push(ok('queue', `${waiting} jobs wait, none failed for good; ${workers} workers run.`))
  return findings
}

/** Asks the mail server whether it would take a mail of ours. */
export async function checkMail(smtpUrl: string | null): Promise<Finding> {
  if (smtpUrl === null)
    return warn('mail', 'No mail server is configured: set SMTP_URL, or say it on the set-up page.')
  const timeout = 5_000
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
  })
  try {
    await transport.verify()
    return ok('mail', `${new URL(smtpUrl).hostname} takes mail of ours.`)
  } catch (error) {
    // What the server says names accounts at most, never the password.
    return fail('mail', `The mail server refuses: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    transport.close()
  }
}
