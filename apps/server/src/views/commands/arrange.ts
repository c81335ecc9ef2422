import { views } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'

/** One's own order of views, the pinned ones among them; it is nobody's history. */
export const arrange = handle(views.arrange, async ({ tx, actor, body }) => {
  await tx.run(
    `with gone as (
       delete from app.view_places where company_id = $1 and person_id = $2
         and view_key not in (select key from jsonb_to_recordset($3::jsonb) as p(key text)))
     insert into app.view_places (company_id, person_id, view_key, position, is_pinned)
     select distinct on (p.key) $1::uuid, $2::uuid, p.key, p.position, p."isPinned"
     from jsonb_to_recordset($3::jsonb) as p(key text, position int, "isPinned" boolean)
     order by p.key, p.position
     on conflict (company_id, person_id, view_key)
       do update set position = excluded.position, is_pinned = excluded.is_pinned`,
    [
      actor.companyId,
      actor.id,
      JSON.stringify(body.places.map((place, position) => ({ ...place, position }))),
    ],
  )
  return {}
})
