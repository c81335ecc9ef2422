import { deskManagement, type RequestType } from '@deskhand/contract'
import { touchClocks } from '../../calendars/access.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseStale } from '../../platform/http/refuseStale.ts'
import { isUuid, newId } from '../../platform/ids.ts'
import { changesBetween } from '../../platform/log/event.ts'
import { refuseField, Stop } from '../../platform/stop.ts'
import { forgetDeskFacts } from '../access.ts'
import { typeColumns } from '../queries/columns.ts'
import { words } from '../words.ts'
import { lockCategory } from './category.ts'
import { aboutDesk } from './desk.ts'
import { said } from './said.ts'

type Held = RequestType & { formId: string | null }

const read = (tx: Tx, id: string, lock: string) =>
  tx.query<Held & { deskName: string }>(
    `select ${typeColumns}, t.form_id as "formId", d.name as "deskName" from app.request_types t
     join app.desks d on d.company_id = t.company_id and d.id = t.desk_id
     where t.company_id = $1 and t.id = $2 ${lock}`,
    [tx.whose.companyId, id],
  )

async function lockType(
  tx: Tx,
  id: string,
  ifMatch: readonly string[] | null,
): Promise<{ type: Held; deskName: string }> {
  const [row] = isUuid(id.toLowerCase()) ? await read(tx, id, 'for update of t') : []
  if (!row) throw new Stop('not_found', words.noSuchType)
  const { deskName, ...type } = row
  refuseStale(ifMatch, { version: type.version, current: type, why: words.stale })
  return { type, deskName }
}

/** The type as it is now, without what only its editor needs. */
async function shown(tx: Tx, id: string): Promise<RequestType> {
  const [row] = await read(tx, id, '')
  if (!row) throw new Error('A kind of request was written and cannot be read.')
  const { deskName: _, formId: __, ...type } = row
  return type
}

export const getRequestType = handle(deskManagement.getRequestType, async ({ tx, params }) => {
  const [row] = isUuid(params.id.toLowerCase()) ? await read(tx, params.id, '') : []
  if (!row) throw new Stop('not_found', words.noSuchType)
  const { deskName: _, ...type } = row
  return answer(type, { version: type.version })
})

export const createRequestType = handle(
  deskManagement.createRequestType,
  async ({ tx, actor, body, record, platform, afterCommit }) => {
    const category = await categoryOf(tx, body.serviceCategoryId)
    const id = newId()
    await tx.run(
      `insert into app.request_types (company_id, id, desk_id, category_id, name, description, promise, icon,
         requires_approval, is_confidential, sla_hours, default_priority, is_active, display_order,
         state_words)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce($14::int, max(display_order) + 1, 0), $15::jsonb
       from app.request_types where company_id = $1 and category_id = $4`,
      [
        actor.companyId,
        id,
        category.serviceDeskId,
        category.id,
        body.name,
        body.description ?? null,
        body.promise ?? null,
        body.icon ?? null,
        body.requiresApproval ?? false,
        body.isConfidential ?? false,
        body.slaHours ?? null,
        body.defaultPriority ?? 'MEDIUM',
        body.isActive ?? true,
        body.displayOrder ?? null,
        JSON.stringify(body.stateWords ?? {}),
      ],
    )
    const about = aboutDesk({ id: category.serviceDeskId, name: category.deskName })
    record('desk.catalogue_changed', about, { what: 'the kind', name: body.name })
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    return answer(await shown(tx, id), { version: 1, location: `/management/request-types/${id}` })
  },
)

const categoryOf = (tx: Tx, id: string) =>
  lockCategory(tx, id).catch(() => {
    throw refuseField('serviceCategoryId', words.noSuchCategory)
  })

export const updateRequestType = handle(
  deskManagement.updateRequestType,
  async ({ tx, actor, params, body, ifMatch, record, platform, afterCommit }) => {
    const { type, deskName } = await lockType(tx, params.id, ifMatch)
    const changes = changesBetween(type, body)
    if (Object.keys(changes).length === 0)
      return answer(await shown(tx, type.id), { version: type.version, unchanged: true })
    if (changes['serviceCategoryId']) {
      const category = await categoryOf(tx, body.serviceCategoryId ?? '')
      if (category.serviceDeskId !== type.serviceDeskId)
        throw refuseField('serviceCategoryId', words.otherDesk)
    }
    if (body.formId) {
      const [form] = await tx.query<{ id: string }>(
        'select id from app.forms where company_id = $1 and id = $2 and deleted_at is null',
        [actor.companyId, body.formId],
      )
      if (!form) throw refuseField('formId', words.noSuchForm)
    }
    const after = { ...type, ...said(body) }
    await tx.run(
      `update app.request_types set category_id = $3, name = $4, description = $5, promise = $6, icon = $7,
         requires_approval = $8, is_confidential = $9, sla_hours = $10, default_priority = $11, is_active = $12,
         display_order = $13, form_id = $14, state_words = $15
       where company_id = $1 and id = $2`,
      [
        actor.companyId,
        type.id,
        after.serviceCategoryId,
        after.name,
        after.description,
        after.promise,
        after.icon,
        after.requiresApproval,
        after.isConfidential,
        after.slaHours,
        after.defaultPriority,
        after.isActive,
        after.displayOrder,
        after.formId,
        JSON.stringify(after.stateWords),
      ],
    )
    if (changes['slaHours']) await touchClocks(tx)
    const about = aboutDesk({ id: type.serviceDeskId, name: deskName })
    record('desk.catalogue_changed', about, { what: 'the kind', name: after.name }, changes)
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    const now = await shown(tx, type.id)
    return answer(now, { version: now.version })
  },
)

/** Takes a kind out of the catalogue; requests of it stay what they are. */
export const retireRequestType = handle(
  deskManagement.retireRequestType,
  async ({ tx, actor, params, ifMatch, record, platform, afterCommit }) => {
    const { type, deskName } = await lockType(tx, params.id, ifMatch)
    if (!type.isActive) return answer({}, { unchanged: true })
    await tx.run('update app.request_types set is_active = false where company_id = $1 and id = $2', [
      actor.companyId,
      type.id,
    ])
    const about = aboutDesk({ id: type.serviceDeskId, name: deskName })
    record(
      'desk.catalogue_changed',
      about,
      { what: 'the kind', name: type.name },
      { isActive: [true, false] },
    )
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    return answer({}, {})
  },
)
