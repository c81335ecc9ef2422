import { deskManagement } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseStale } from '../../platform/http/refuseStale.ts'
import { versionOf } from '../../platform/http/versionOf.ts'
import { newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField } from '../../platform/stop.ts'
import { forgetDeskFacts } from '../access.ts'
import { readCodes } from '../queries/resolutionCodes.ts'
import { words } from '../words.ts'
import { lockDesk } from './desk.ts'

/** Written by Deskhand itself: when a requester withdraws, never answers, or asked the same before. */
const needed = ['WITHDRAWN', 'NO_RESPONSE', 'DUPLICATE']

/** Replaces the codes of a desk, or of the company. Requests keep the code that they ended with. */
export const setResolutionCodes = handle(
  deskManagement.setResolutionCodes,
  async ({ tx, actor, body, ifMatch, record, platform, afterCommit }) => {
    const { serviceDeskId, codes } = body
    const names = codes.map(({ code }) => code)
    if (new Set(names).size !== names.length) throw refuseField('codes', words.codeTwice)
    const missing = needed.filter((code) => !names.includes(code))
    if (serviceDeskId === null && missing.length > 0) throw refuseField('codes', words.needed(missing))
    if (serviceDeskId !== null) {
      await lockDesk(tx, serviceDeskId).catch(() => {
        throw refuseField('serviceDeskId', words.noSuchDesk)
      })
    }
    // One at a time: two who set codes at once would each see those before.
    await tx.run('select from app.companies where company_id = $1 for update', [actor.companyId])
    const all = await readCodes(tx)
    const before = all.filter(isIts)
    const seen = versionOf(all)
    refuseStale(ifMatch, { version: seen, current: { data: before, version: seen }, why: words.stale })
    const rows = codes.map((code, place) => ({ id: newId(), ...code, place }))
    await tx.run(replace, [actor.companyId, serviceDeskId, JSON.stringify(rows)])
    const after = await readCodes(tx)
    const data = after.filter(isIts)
    const version = versionOf(after)
    const changes = changesBetween({ resolutionCodes: before }, { resolutionCodes: data })
    if (Object.keys(changes).length === 0) return answer({ data, version }, { version, unchanged: true })
    const subject = { type: 'company', id: actor.companyId }
    record('desk.codes_changed', subject, { count: data.length }, changes)
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    return answer({ data, version }, { version })

    function isIts(code: { serviceDeskId: string | null }) {
      return code.serviceDeskId === (serviceDeskId?.toLowerCase() ?? null)
    }
  },
)

const replace = `
  with wanted as (select * from jsonb_to_recordset($3::jsonb) as w(id uuid, code text, name text, place int)),
  gone as (
    delete from app.resolution_codes r where r.company_id = $1 and r.desk_id is not distinct from $2::uuid
      and r.code not in (select code from wanted))
  insert into app.resolution_codes (company_id, id, desk_id, code, name, display_order)
  select $1, id, $2::uuid, code, name, place from wanted
  on conflict (company_id, desk_id, code) do update set name = excluded.name, display_order = excluded.display_order`
