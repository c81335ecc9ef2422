import { forms } from '@deskhand/contract'
import { forgetDeskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { Stop } from '../../platform/stop.ts'
import { about } from '../access.ts'
import { answerForm } from '../queries/form.ts'
import { emptyDefinition, mustFit } from '../rules.ts'
import { words } from '../words.ts'
import { attach } from './attach.ts'

export const create = handle(forms.create, async ({ tx, actor, body, record, platform, afterCommit }) => {
  const { name, description = null, definition = emptyDefinition, requestTypeIds = [] } = body
  mustFit(definition)
  const id = newId()
  const { rowCount } = await tx.run(
    `insert into app.forms (company_id, id, name, description, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)
     on conflict (company_id, name) where deleted_at is null do nothing`,
    [actor.companyId, id, name, description, clock.now()],
  )
  if (rowCount === 0) {
    throw new Stop('conflict', words.nameTaken, { errors: [{ pointer: '/name', message: words.nameTaken }] })
  }
  await tx.run(
    `insert into app.form_versions (company_id, id, form_id, number, state, definition, created_by_id, created_at, saved_at)
     values ($1, $2, $3, 1, 'DRAFT', $4, $5, $6, $6)`,
    [actor.companyId, newId(), id, JSON.stringify(definition), actor.id, clock.now()],
  )
  if (requestTypeIds.length > 0) await attach(tx, id, requestTypeIds)
  record('form.created', about({ id, name }), { name })
  afterCommit(() => forgetDeskFacts(platform, actor.companyId))
  return answerForm(tx, id, { location: `/management/forms/${id}` })
})
