import { forms } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { about, loadForm } from '../access.ts'
import { answerForm } from '../queries/form.ts'
import { mustFit } from '../rules.ts'

/** Saves the draft. There is one at most: it takes the next number and is written over until it is published. */
export const saveVersion = handle(forms.saveVersion, async (inside) => {
  const { tx, actor, body, params, record } = inside
  const form = await loadForm(inside, params.id)
  mustFit(body.definition)
  const [saved] = await tx.query<{ id: string; number: number }>(
    `insert into app.form_versions as v (company_id, id, form_id, number, state, definition, note, created_by_id,
       created_at, saved_at)
     select $1, $2, $3, coalesce(max(other.number), 0) + 1, 'DRAFT', $4, $5, $6, $7, $7
     from app.form_versions other where other.company_id = $1 and other.form_id = $3
     on conflict (company_id, form_id) where state = 'DRAFT'
     do update set definition = excluded.definition, note = coalesce(excluded.note, v.note), saved_at = excluded.saved_at
     returning v.id, v.number`,
    [
      actor.companyId,
      newId(),
      form.id,
      JSON.stringify(body.definition),
      body.note ?? null,
      actor.id,
      clock.now(),
    ],
  )
  if (!saved) throw new Error('A draft was saved and cannot be read.')
  await tx.run(
    'update app.forms set updated_at = $3, version = version + 1 where company_id = $1 and id = $2',
    [actor.companyId, form.id, clock.now()],
  )
  record('form.draft_saved', about(form), { versionId: saved.id, number: saved.number })
  return answerForm(tx, form.id)
})
