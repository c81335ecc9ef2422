import type { Tx } from '../../platform/db/transaction.ts'
import { dropInstalls, keepInstalls } from '../../software/commands/keepInstalls.ts'
import type { Finding } from '../agent/message.ts'

/**
 * Writes the parts of a report that differ from what was known; a part that a partial report does not name stays, one
 * that a whole report does not name is gone. Answers the forbidden titles that came.
 */
export async function keepSections(
  tx: Tx,
  deviceId: string,
  { sections, software, isPartial }: Finding,
  now: Date,
): Promise<string[]> {
  const { companyId } = tx.whose
  const known = await tx.query<{ section: string; hash: Buffer }>(
    'select section, hash from app.device_sections where company_id = $1 and device_id = $2',
    [companyId, deviceId],
  )
  const hashes = new Map(known.map(({ section, hash }) => [section, hash.toString('hex')]))
  const said = [
    ...sections.map(({ section, hash, lines }) => ({ section, hash: hash.toString('hex'), lines })),
    ...(software ? [{ section: 'software', hash: software.hash.toString('hex'), lines: [] }] : []),
  ]
  const changed = said.filter(({ section, hash }) => hashes.get(section) !== hash)
  const names = new Set(said.map(({ section }) => section))
  const gone = isPartial ? [] : [...hashes.keys()].filter((section) => !names.has(section))
  const written =
    changed.length > 0 ? tx.run(upsert, [companyId, deviceId, JSON.stringify(changed), now]) : null
  const dropped =
    gone.length > 0
      ? tx.run(
          'delete from app.device_sections where company_id = $1 and device_id = $2 and section = any ($3)',
          [companyId, deviceId, gone],
        )
      : null
  if (gone.includes('software')) await dropInstalls(tx, deviceId)
  const isOther = changed.some(({ section }) => section === 'software')
  const forbidden = software && isOther ? await keepInstalls(tx, deviceId, software.installed, now) : []
  await written
  await dropped
  return forbidden
}

const upsert = `
  insert into app.device_sections (company_id, device_id, section, hash, lines, changed_at)
  select $1, $2, n.section, decode(n.hash, 'hex'), n.lines, $4
  from jsonb_to_recordset($3::jsonb) n(section text, hash text, lines jsonb)
  on conflict (company_id, device_id, section) do update
    set hash = excluded.hash, lines = excluded.lines, changed_at = excluded.changed_at`
