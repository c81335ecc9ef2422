import { macros } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { aboutResponse, checkResponseName, checkText, loadResponse } from '../access.ts'

export const changeResponse = handle(macros.changeResponse, async (inside) => {
  const { tx, actor, params, body, record } = inside
  const before = await loadResponse(inside, params.id)
  const { language = before.language, name = before.name, text = before.text } = body
  const changes = changesBetween<object>(before, { language, name, text })
  if (Object.keys(changes).length === 0) return answer(before, { version: before.version, unchanged: true })
  checkText('text', text)
  await checkResponseName(tx, before.serviceDeskId ?? actor.id, { language, name }, before.id)
  await tx.run(
    `update app.canned_responses set language = $3, name = $4, message = $5, updated_at = $6, version = version + 1
     where company_id = $1 and id = $2`,
    [actor.companyId, before.id, language, name, text, clock.now()],
  )
  const response = await loadResponse({ tx, actor }, before.id)
  record('canned_response.saved', aboutResponse(response), { name }, changes)
  return answer(response, { version: response.version })
})
