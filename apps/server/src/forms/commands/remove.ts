import { forms } from '@deskhand/contract'
import { forgetDeskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { about, loadForm } from '../access.ts'

/** Retires a form: nothing is asked with it any more, and its versions stay for what was. */
export const remove = handle(forms.remove, async (inside) => {
  const { tx, actor, params, record, platform, afterCommit } = inside
  const form = await loadForm(inside, params.id)
  await Promise.all([
    tx.run('update app.request_types set form_id = null where company_id = $1 and form_id = $2', [
      actor.companyId,
      form.id,
    ]),
    tx.run(
      `update app.forms set deleted_at = $3, updated_at = $3, version = version + 1
       where company_id = $1 and id = $2`,
      [actor.companyId, form.id, clock.now()],
    ),
  ])
  record('form.retired', about(form), { name: form.name })
  afterCommit(() => forgetDeskFacts(platform, actor.companyId))
  return {}
})
