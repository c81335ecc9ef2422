import { type Verified, verifyCompany } from '../assets/queries/verify.ts'
import { withInstallation } from './installation.ts'
import { say } from './say.ts'

type Answer = Verified & { companies: number; seconds: number; eventsPerSecond: number }

/** Replays what happened to every thing of every company; answers whether each row is what its events say. */
export async function verifyAssets(env: NodeJS.ProcessEnv, { json = false } = {}): Promise<boolean> {
  const answer = await withInstallation(env, async ({ deskhand: { platform } }) => {
    const began = performance.now()
    const { rows } = await platform.pools.platform.query<{ id: string }>(
      'select company_id as id from app.companies order by company_id',
    )
    const sum: Answer = {
      companies: rows.length,
      streams: 0,
      events: 0,
      seconds: 0,
      eventsPerSecond: 0,
      differences: [],
    }
    for (const { id } of rows) {
      const { streams, events, differences } = await verifyCompany(platform.pools, id)
      sum.streams += streams
      sum.events += events
      sum.differences.push(...differences)
    }
    sum.seconds = Number(((performance.now() - began) / 1_000).toFixed(3))
    sum.eventsPerSecond = Math.round(sum.events / Math.max(sum.seconds, 0.001))
    return sum
  })
  if (json) say(JSON.stringify(answer))
  else print(answer)
  return answer.differences.length === 0
}

const number = (value: number) => value.toLocaleString('en')

function print({ streams, events, seconds, eventsPerSecond, differences }: Answer): void {
  for (const { assetTag, assetId, fields } of differences)
    say(`${assetTag ?? assetId}: not what its events say in ${fields.join(', ')}.`)
  say(
    `${number(streams)} streams of ${number(events)} events in ${seconds} s (${number(eventsPerSecond)}/s).`,
  )
  say(
    differences.length === 0
      ? 'Every thing is what its events say.'
      : `${number(differences.length)} differ.`,
  )
}
