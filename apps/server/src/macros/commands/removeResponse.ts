import { macros } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { aboutResponse, loadResponse } from '../access.ts'

export const removeResponse = handle(macros.removeResponse, async (inside) => {
  const { tx, actor, params, record } = inside
  const response = await loadResponse(inside, params.id)
  await tx.run('delete from app.canned_responses where company_id = $1 and id = $2', [
    actor.companyId,
    response.id,
  ])
  const { name, text } = response
  record('canned_response.deleted', aboutResponse(response), { name }, { text: [text, null] })
  return {}
})
