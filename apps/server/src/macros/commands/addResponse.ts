import { macros } from '@deskhand/contract'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { aboutResponse, checkResponseName, checkText, loadLedDesk, loadResponse } from '../access.ts'

export const addResponse = handle(macros.addResponse, async ({ platform, tx, actor, body, record }) => {
  const { serviceDeskId, language, name, text } = body
  const deskId = serviceDeskId ? await loadLedDesk(platform, tx, actor, serviceDeskId) : null
  const ownerId = deskId ? null : actor.id
  checkText('text', text)
  await checkResponseName(tx, deskId ?? actor.id, body, null)
  const id = newId()
  await tx.run(
    `insert into app.canned_responses (company_id, id, desk_id, owner_id, language, name, message)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [actor.companyId, id, deskId, ownerId, language, name, text],
  )
  const response = await loadResponse({ tx, actor }, id)
  record('canned_response.saved', aboutResponse(response), { name })
  return answer(response, { version: response.version })
})
