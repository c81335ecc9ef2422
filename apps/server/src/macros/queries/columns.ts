import type { Actor } from '../../platform/actor.ts'

/** Written into the statement as they are: ids of ours, and a boolean. */
const ledBy = (actor: Actor, column: string): string => {
  const led = [...actor.desks].filter(([, role]) => role === 'SUPERVISOR').map(([id]) => `'${id}'::uuid`)
  return actor.isAdmin
    ? 'true'
    : led.length > 0
      ? `coalesce(${column} in (${led.join(', ')}), false)`
      : 'false'
}

/** Columns of the contract's CannedResponse, of `app.canned_responses c` with its desk. */
export const responseColumns = (actor: Actor): string =>
  `c.id, c.desk_id as "serviceDeskId", d.name as "deskName", c.language, c.name, c.message as text, c.version,
   (c.desk_id is null or ${ledBy(actor, 'c.desk_id')}) as "mayChange"`
export const responseSources = `app.canned_responses c
  left join app.desks d on d.company_id = c.company_id and d.id = c.desk_id`

/** Columns of the contract's Macro, of `app.macros m` with its desk. */
export const macroColumns = (actor: Actor): string =>
  `m.id, m.desk_id as "serviceDeskId", d.name as "deskName", m.name, m.steps, m.key, m.version,
   ${ledBy(actor, 'm.desk_id')} as "mayChange"`
export const macroSources =
  'app.macros m join app.desks d on d.company_id = m.company_id and d.id = m.desk_id'
