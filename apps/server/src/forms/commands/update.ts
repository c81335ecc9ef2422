import { forms } from '@deskhand/contract'
import { forgetDeskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadForm } from '../access.ts'
import { answerForm } from '../queries/form.ts'
import { words } from '../words.ts'
import { attach } from './attach.ts'

export const update = handle(forms.update, async (inside) => {
  const { tx, actor, body, params, record, platform, afterCommit } = inside
  const form = await loadForm(inside, params.id)
  const { requestTypeIds, ...said } = body
  const changes = changesBetween(form, said)
  const isAttached = requestTypeIds !== undefined && (await attach(tx, form.id, requestTypeIds))
  if (Object.keys(changes).length === 0 && !isAttached) return answerForm(tx, form.id, { unchanged: true })
  const name = body.name ?? form.name
  const [taken] = await tx.query<{ id: string }>(
    'select id from app.forms where company_id = $1 and name = $2 and id <> $3 and deleted_at is null',
    [actor.companyId, name, form.id],
  )
  if (taken) {
    throw new Stop('conflict', words.nameTaken, { errors: [{ pointer: '/name', message: words.nameTaken }] })
  }
  await tx.run(
    `update app.forms set name = $3, description = $4, updated_at = $5, version = version + 1
     where company_id = $1 and id = $2`,
    [
      actor.companyId,
      form.id,
      name,
      body.description === undefined ? form.description : body.description,
      clock.now(),
    ],
  )
  record('form.changed', about({ id: form.id, name }), { name }, changes)
  afterCommit(() => forgetDeskFacts(platform, actor.companyId))
  return answerForm(tx, form.id)
})
