import type { Tx } from '../../platform/db/transaction.ts'
import { newId } from '../../platform/ids.ts'
import { keyOf, titleOf } from '../rules.ts'

type Reported = { name: string; publisher: string | null; version: string; installedOn: string | null }

/**
 * What is installed on a device from now on: titles nobody knew are made, what is gone goes, and what stays keeps the day
 * it was found. Four statements, however many titles. Answers the forbidden ones that came.
 */
export async function keepInstalls(
  tx: Tx,
  deviceId: string,
  reported: readonly Reported[],
  now: Date,
): Promise<string[]> {
  const all = new Map<string, object>()
  const titles = new Map<string, { id: string; key: string; name: string; publisher: string | null }>()
  for (const { name, publisher, version, installedOn } of reported) {
    const title = titleOf(name, version)
    const key = keyOf(title)
    if (!titles.has(key)) titles.set(key, { id: newId(), key, name: title.slice(0, 200), publisher })
    all.set(`${key}\n${version}`, { key, version, installedOn })
  }
  const { companyId } = tx.whose
  void tx
    .run(makeTitles, [companyId, JSON.stringify([...titles.values()]), now])
    // The transaction says so by itself.
    .catch(() => undefined)
  const rows = await tx.query<{ forbidden: string | null }>(keep, [
    companyId,
    deviceId,
    JSON.stringify([...all.values()]),
    now,
  ])
  return rows.flatMap(({ forbidden }) => forbidden ?? [])
}

/** Those of devices that say no more of their software. */
export const dropInstalls = (tx: Tx, deviceId: string) =>
  tx.run('delete from app.software_installs where company_id = $1 and device_id = $2', [
    tx.whose.companyId,
    deviceId,
  ])

// In the order of their keys, so that nobody waits for two others in a circle.
const makeTitles = `
  insert into app.software_titles (company_id, id, key, name, publisher, created_at, updated_at)
  select $1, n.id, n.key, n.name, n.publisher, $3, $3
  from jsonb_to_recordset($2::jsonb) n(id uuid, key text, name text, publisher text)
  where not exists (select from app.software_titles t where t.company_id = $1 and t.key = n.key)
  order by n.key
  on conflict (company_id, key) do nothing`

const keep = `
  with said as (
    select t.id as title_id, n.version, max(n."installedOn") as installed_on
    from jsonb_to_recordset($3::jsonb) n(key text, version text, "installedOn" date)
    join app.software_titles t on t.company_id = $1 and t.key = n.key group by 1, 2),
  gone as (
    delete from app.software_installs i where i.company_id = $1 and i.device_id = $2
      and not exists (select from said s where s.title_id = i.title_id and s.version = i.version_text)),
  came as (
    insert into app.software_installs (company_id, device_id, title_id, version_text, installed_on, found_at)
    select $1, $2, s.title_id, s.version, s.installed_on, $4 from said s
    on conflict (company_id, device_id, title_id, version_text) do nothing
    returning title_id)
  select distinct coalesce(m.name, t.name) as forbidden
  from came join app.software_titles t on t.company_id = $1 and t.id = came.title_id
  left join app.software_titles m on m.company_id = $1 and m.id = t.merged_into_id
  where coalesce(m.is_forbidden, t.is_forbidden)`
