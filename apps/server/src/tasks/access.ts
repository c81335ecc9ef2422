import type { ReplyOf, tasks } from '@deskhand/contract'
import { deskFacts } from '../desks/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { Platform } from '../platform/platform.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { isStaff, type RequestRecord } from '../requests/access.ts'
import { isOpen } from '../requests/rules.ts'
import { templateColumns, templateSources } from './queries/columns.ts'
import { words } from './words.ts'

export type TaskRecord = {
  id: string
  title: string
  note: string | null
  isMandatory: boolean
  isVisible: boolean
  assignedToId: string | null
  dueAt: Date | null
  position: number
  doneAt: Date | null
}

/** Stops whoever does not work on the request, and everybody once it is settled. */
export function mustKeepTasks(actor: Actor, request: RequestRecord): void {
  if (!isStaff(actor, request)) throw new Stop('forbidden', words.notStaff)
  if (!isOpen(request)) throw new Stop('state', words.settled)
}

/** A task of a request that is locked already; a deleted one only for whoever brings it back. */
export async function loadTask(
  tx: Tx,
  request: RequestRecord,
  taskId: string,
  { deleted = false }: { deleted?: boolean } = {},
): Promise<TaskRecord> {
  const [task] = isUuid(taskId.toLowerCase())
    ? await tx.query<TaskRecord>(
        `select id, title, note, is_mandatory as "isMandatory", is_visible as "isVisible",
           assigned_to_id as "assignedToId", due_at as "dueAt", position, done_at as "doneAt"
         from app.request_tasks where company_id = $1 and request_id = $2 and id = $3
           and (deleted_at is not null) = $4 for update`,
        [request.companyId, request.id, taskId.toLowerCase(), deleted],
      )
    : []
  if (!task) throw new Stop('not_found', words.noSuchTask)
  return task
}

/** Why this person cannot have a task of the request: whoever has one must be able to see the request. */
export async function refusalToHave(
  tx: Tx,
  request: RequestRecord,
  personId: string,
): Promise<string | null> {
  const [person] = await tx.query<{ name: string; isAtDesk: boolean; isOnList: boolean }>(
    `select p.name, exists (select from app.desk_members m where m.company_id = p.company_id
         and m.desk_id = $3 and m.person_id = p.id) as "isAtDesk",
       exists (select from app.request_access a where a.company_id = p.company_id
         and a.request_id = $4 and a.person_id = p.id) as "isOnList"
     from app.people p where p.company_id = $1 and p.id = $2 and p.state = 'ACTIVE' and p.deleted_at is null`,
    [request.companyId, personId, request.serviceDeskId, request.id],
  )
  if (!person) return words.noSuchPerson
  if (!person.isAtDesk) return words.notAtDesk(person)
  if (request.isConfidential && !request.accessIncludesDesk && !person.isOnList)
    return words.notOnList(person)
  return null
}

export async function checkAssignee(tx: Tx, request: RequestRecord, personId: string): Promise<void> {
  const refusal = await refusalToHave(tx, request, personId)
  if (refusal) throw refuseField('assignedToId', refusal)
}

/** Who of these works at a desk and can be given something. */
export async function membersAmong(
  tx: Tx,
  deskId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await tx.query<{ id: string }>(
    `select p.id from app.people p join app.desk_members m on m.company_id = p.company_id and m.person_id = p.id
     where p.company_id = $1 and m.desk_id = $2 and p.id = any ($3::uuid[]) and p.state = 'ACTIVE' and p.deleted_at is null`,
    [tx.whose.companyId, deskId, personIds],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Who of these can have a task of the request. */
export async function mayHave(
  tx: Tx,
  request: RequestRecord,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const members = await membersAmong(tx, request.serviceDeskId, personIds)
  if (members.size === 0 || !request.isConfidential || request.accessIncludesDesk) return members
  const listed = await tx.query<{ id: string }>(
    'select person_id as id from app.request_access where company_id = $1 and request_id = $2',
    [request.companyId, request.id],
  )
  return new Set(listed.map(({ id }) => id).filter((id) => members.has(id)))
}

/** Stops where an item of a checklist is for somebody who does not work at its desk. */
export async function checkItems(tx: Tx, deskId: string, items: Template['items']): Promise<void> {
  const wanted = items.flatMap(({ assignedToId }) => assignedToId ?? [])
  const members = await membersAmong(tx, deskId, wanted)
  if (wanted.some((id) => !members.has(id.toLowerCase()))) throw refuseField('items', words.itemForStranger)
}

export type Template = ReplyOf<typeof tasks.addTemplate>

/** A template that the caller can see; `lock` for a change, which only who leads its desk may make. */
export async function loadTemplate(
  { tx, actor, ifMatch }: { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null },
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Template> {
  const [template] = isUuid(id.toLowerCase())
    ? await tx.query<Template>(
        `select ${templateColumns} from ${templateSources} where t.company_id = $1 and t.id = $2
         ${lock ? 'for update of t' : ''}`,
        [actor.companyId, id.toLowerCase()],
      )
    : []
  if (!template) throw new Stop('not_found', words.noSuchTemplate)
  if (lock) mustLead(actor, template.serviceDeskId)
  if (ifMatch && !ifMatch.includes(String(template.version)))
    throw new Stop('stale', words.staleTemplate, { current: template })
  return template
}

export function mustLead(actor: Actor, deskId: string): void {
  if (!actor.isAdmin && actor.desks.get(deskId) !== 'SUPERVISOR')
    throw new Stop('forbidden', words.notSupervisor)
}

/** The desk that something is to be made for: one that the caller leads. */
export async function loadLedDesk(platform: Platform, tx: Tx, actor: Actor, deskId: string): Promise<string> {
  const desk = (await deskFacts(platform, tx)).desk(deskId)
  const isTheirs = desk && (actor.isAdmin || actor.desks.has(desk.id))
  if (!desk || !isTheirs) throw refuseField('serviceDeskId', 'There is no such desk.')
  mustLead(actor, desk.id)
  return desk.id
}

/** The name is free at the desk, but for this one. */
export async function checkName(
  tx: Tx,
  deskId: string,
  name: string,
  exceptId: string | null,
): Promise<void> {
  const [other] = await tx.query(
    `select from app.checklist_templates
     where company_id = $1 and desk_id = $2 and lower(name) = lower($3) and id is distinct from $4`,
    [tx.whose.companyId, deskId, name, exceptId],
  )
  if (other) throw new Stop('conflict', words.taken(name))
}

/** A template as the subject of an event. */
export const aboutTemplate = ({ id, name, serviceDeskId }: Template): Subject => ({
  type: 'checklist_template',
  id,
  ref: name,
  deskId: serviceDeskId,
})
