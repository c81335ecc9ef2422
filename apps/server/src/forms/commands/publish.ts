import { type FormDefinition, forms } from '@deskhand/contract'
import { forgetDeskFacts } from '../../desks/access.ts'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { Stop } from '../../platform/stop.ts'
import { about, loadForm } from '../access.ts'
import { answerForm } from '../queries/form.ts'
import { canBeAnswered, mustFit } from '../rules.ts'
import { words } from '../words.ts'

type Version = { id: string; number: number; state: 'DRAFT' | 'PUBLISHED'; definition: FormDefinition }

/** Asks with the draft from now on. What was asked before keeps its version, which never changes again. */
export const publish = handle(forms.publish, async (inside) => {
  const { tx, actor, body, params, record, platform, afterCommit } = inside
  const form = await loadForm(inside, params.id)
  const [version] = await tx.query<Version>(
    `select id, number, state, definition from app.form_versions
     where company_id = $1 and form_id = $2 and (id = $3::uuid or $3::uuid is null and state = 'DRAFT')`,
    [actor.companyId, form.id, body.versionId ?? null],
  )
  if (!version) {
    throw body.versionId
      ? new Stop('rule', words.noSuchVersion, {
          errors: [{ pointer: '/versionId', message: words.noSuchVersion }],
        })
      : new Stop('state', words.nothingToPublish)
  }
  if (version.state === 'PUBLISHED') throw new Stop('state', words.publishedAlready)
  mustFit(version.definition, '')
  if (!canBeAnswered(version.definition)) throw new Stop('rule', words.emptyForm)
  const now = clock.now()
  await Promise.all([
    tx.run(
      `update app.form_versions set state = 'PUBLISHED', published_at = $3, published_by_id = $4
       where company_id = $1 and id = $2`,
      [actor.companyId, version.id, now, actor.id],
    ),
    tx.run(
      `update app.forms set published_version_id = $3, updated_at = $4, version = version + 1
       where company_id = $1 and id = $2`,
      [actor.companyId, form.id, version.id, now],
    ),
  ])
  record(
    'form.published',
    about(form),
    { versionId: version.id, number: version.number },
    { publishedVersionId: [form.publishedVersionId, version.id] },
  )
  afterCommit(() => forgetDeskFacts(platform, actor.companyId))
  return answerForm(tx, form.id)
})
