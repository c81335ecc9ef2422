import { type MacroSteps, macros } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { isStaff, loadRequest } from '../../requests/access.ts'
import { refusalToMove } from '../../requests/queries/transitions.ts'
import { fillText } from '../rules.ts'
import { filledIn } from '../steps.ts'
import { words } from '../words.ts'
import { valuesFor } from './values.ts'

type Offers = {
  macros: { id: string; name: string; steps: MacroSteps; teamName: string | null }[]
  responses: { id: string; name: string; language: string; text: string }[]
}

/** One statement for both lists; what they say is filled in for this request. */
export const offers = handle(macros.offers, async ({ tx, db, actor, params }) => {
  const request = await loadRequest({ tx, db, actor }, params.id)
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.notStaff)
  const refusalOf = ({ move }: MacroSteps) => (move ? refusalToMove(actor, request, move.to) : null)
  const [[found], values] = await Promise.all([
    tx.query<Offers>(readOffers, [actor.companyId, request.serviceDeskId, actor.id]),
    valuesFor(tx, actor, request),
  ])
  return {
    macros: (found?.macros ?? []).map((macro) => {
      const { steps, fault } = filledIn(macro.steps, values)
      return { ...macro, steps, refusal: fault ?? refusalOf(macro.steps) }
    }),
    responses: (found?.responses ?? []).map((response) => {
      const { text, fault } = fillText(response.text, values)
      return { ...response, text, refusal: fault }
    }),
  }
})

const readOffers = `
  select coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name, 'steps', m.steps, 'teamName', t.name)
        order by lower(m.name), m.id)
      from app.macros m left join app.teams t
        on t.company_id = m.company_id and t.id = (m.steps ->> 'assignedTeamId')::uuid
      where m.company_id = $1 and m.desk_id = $2), '[]') as macros,
    coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name, 'language', c.language, 'text', c.message)
        order by c.owner_id nulls last, lower(c.name), c.id)
      from app.canned_responses c
      where c.company_id = $1 and (c.desk_id = $2 or c.owner_id = $3)), '[]') as responses`
