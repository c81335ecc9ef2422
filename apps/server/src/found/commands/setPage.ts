import { found } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { readPage } from '../access.ts'
import { words } from '../words.ts'

export const setPage = handle(found.setPage, async ({ tx, actor, body, ifMatch, record }) => {
  const before = await readPage(tx, { lock: true })
  if (ifMatch && !ifMatch.includes(String(before.version)))
    throw new Stop('stale', words.stale, { current: before })
  const changes = changesBetween(before, body)
  const fields = Object.keys(changes)
  if (fields.length === 0) return answer(before, { version: before.version, unchanged: true })
  const { isOpen, showsName, thanks, howToReturn } = { ...before, ...body }
  await tx.run(write, [actor.companyId, isOpen, showsName, thanks, howToReturn, clock.now()])
  record('found_page.changed', { type: 'found_page', id: actor.companyId }, { fields }, changes)
  const after = await readPage(tx)
  return answer(after, { version: after.version })
})

const write = `
  insert into app.found_pages as p (company_id, is_open, shows_name, thanks, how_to_return, updated_at, version)
  values ($1, $2, $3, $4, $5, $6, 2)
  on conflict (company_id) do update set is_open = excluded.is_open, shows_name = excluded.shows_name,
    thanks = excluded.thanks, how_to_return = excluded.how_to_return, updated_at = excluded.updated_at,
    version = p.version + 1`
