import { discovery, type Inventory } from '@deskhand/contract'
import { loadAsset } from '../../assets/access.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { words } from '../words.ts'

/** Of several agents on one thing, whichever came last. */
export const inventory = handle(discovery.inventory, async ({ tx, actor, params }) => {
  const asset = await loadAsset({ tx, actor }, params.id)
  const [row] = await tx.query<{ inventory: Inventory }>(select, [actor.companyId, asset.id])
  if (!row) throw new Stop('not_found', words.noInventory)
  return row.inventory
})

const select = `
  select json_build_object('deviceId', d.id, 'name', d.name, 'itemType', d.item_type, 'kind', d.kind,
    'hardwareUuid', d.hardware_uuid, 'serialNumber', d.serial_number, 'macs', d.macs, 'manufacturer', d.manufacturer,
    'model', d.model, 'os', d.os, 'firstSeenAt', d.first_seen_at, 'lastSeenAt', d.last_seen_at,
    'agent', json_build_object('id', a.id, 'kind', a.kind, 'name', a.name, 'agentVersion', a.version_text,
      'tag', coalesce(a.tag, a.reported_tag), 'lastContactAt', a.last_contact_at),
    'devices', (select count(*)::int from app.devices o where o.company_id = d.company_id and o.asset_id = d.asset_id),
    'sections', coalesce((select json_agg(json_build_object('section', s.section, 'changedAt', s.changed_at,
        'lines', s.lines) order by s.section)
      from app.device_sections s where s.company_id = d.company_id and s.device_id = d.id and s.section <> 'software'
        and s.lines <> '[]'), '[]')) as inventory
  from app.devices d join app.agents a on a.company_id = d.company_id and a.id = d.agent_id
  where d.company_id = $1 and d.asset_id = $2 order by d.last_seen_at desc, d.id desc limit 1`
