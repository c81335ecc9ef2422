import { type MacroSteps, type macros, type ReplyOf, unusedFields } from '@deskhand/contract'
import { faultsOfOwn, partFields } from '../custom-fields/access.ts'
import { deskFacts } from '../desks/access.ts'
import type { Actor } from '../platform/actor.ts'
import type { Tx } from '../platform/db/transaction.ts'
import { isUuid } from '../platform/ids.ts'
import type { Subject } from '../platform/log/event.ts'
import type { Platform } from '../platform/platform.ts'
import { refuseField, Stop } from '../platform/stop.ts'
import { macroColumns, macroSources, responseColumns, responseSources } from './queries/columns.ts'
import { faultOfText } from './rules.ts'
import { words } from './words.ts'

export type Response = ReplyOf<typeof macros.addResponse>
export type Macro = ReplyOf<typeof macros.add>

type Inside = { tx: Tx; actor: Actor; ifMatch?: readonly string[] | null }

const leads = (actor: Actor, deskId: string) => actor.isAdmin || actor.desks.get(deskId) === 'SUPERVISOR'

function checkVersion(row: { version: number }, ifMatch: Inside['ifMatch']): void {
  if (ifMatch && !ifMatch.includes(String(row.version)))
    throw new Stop('stale', words.stale, { current: row })
}

/** A canned response that the caller sees, locked and theirs to change. */
export async function loadResponse({ tx, actor, ifMatch }: Inside, id: string): Promise<Response> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<Response>(
        `select ${responseColumns(actor)} from ${responseSources}
         where c.company_id = $1 and c.id = $2 for update of c`,
        [actor.companyId, id.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchResponse)
  if (row.serviceDeskId && !leads(actor, row.serviceDeskId)) throw new Stop('forbidden', words.onlySupervisor)
  checkVersion(row, ifMatch)
  return row
}

/** A macro that the caller sees; `lock` for a change, which only who leads its desk may make. */
export async function loadMacro(
  { tx, actor, ifMatch }: Inside,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<Macro> {
  const [row] = isUuid(id.toLowerCase())
    ? await tx.query<Macro>(
        `select ${macroColumns(actor)} from ${macroSources}
         where m.company_id = $1 and m.id = $2 ${lock ? 'for update of m' : ''}`,
        [actor.companyId, id.toLowerCase()],
      )
    : []
  if (!row) throw new Stop('not_found', words.noSuchMacro)
  if (lock && !leads(actor, row.serviceDeskId)) throw new Stop('forbidden', words.onlySupervisor)
  checkVersion(row, ifMatch)
  return row
}

/** The desk that something is made for: one that the caller leads. */
export async function loadLedDesk(platform: Platform, tx: Tx, actor: Actor, deskId: string): Promise<string> {
  const desk = (await deskFacts(platform, tx)).desk(deskId)
  if (!desk || !(actor.isAdmin || actor.desks.has(desk.id)))
    throw refuseField('serviceDeskId', words.noSuchDesk)
  if (!leads(actor, desk.id)) throw new Stop('forbidden', words.notSupervisor)
  return desk.id
}

export function checkText(field: string, text: string | null | undefined): void {
  const fault = text ? faultOfText(text) : null
  if (fault) throw refuseField(field, fault)
}

/** Every part of a macro is there: texts that can be filled in, a team and a code of its desk. */
export async function checkSteps(
  platform: Platform,
  tx: Tx,
  deskId: string,
  steps: MacroSteps,
): Promise<void> {
  const { note, reply, move, assignedTeamId } = steps
  checkText('steps/note', note)
  checkText('steps/reply', reply)
  checkText('steps/move/question', move?.question)
  checkText('steps/move/reason', move?.reason)
  checkText('steps/move/resolutionText', move?.resolutionText)
  const { own, others } = partFields(steps.customFields)
  const [stranger] = Object.keys(others)
  if (stranger) throw refuseField(`steps/customFields/${stranger}`, words.onlyOwnFields)
  const [fault] = await faultsOfOwn(tx, own, deskId)
  if (fault) throw refuseField(`steps/customFields/${fault[0]}`, fault[1])
  const [unused] = move ? unusedFields(move) : []
  if (unused) throw refuseField(`steps/move/${unused.field}`, unused.message)
  const codes = (await deskFacts(platform, tx)).codesOf(deskId)
  if (move?.resolutionCode && !codes.includes(move.resolutionCode))
    throw refuseField('steps/move/resolutionCode', words.noSuchCode(codes))
  if (!assignedTeamId) return
  const [team] = await tx.query(
    'select from app.teams where company_id = $1 and id = $2 and desk_id = $3 and is_active',
    [tx.whose.companyId, assignedTeamId, deskId],
  )
  if (!team) throw refuseField('steps/assignedTeamId', words.noSuchTeam)
}

export async function checkMacroName(
  tx: Tx,
  deskId: string,
  name: string,
  exceptId: string | null,
): Promise<void> {
  const [other] = await tx.query(
    `select from app.macros where company_id = $1 and desk_id = $2 and lower(name) = lower($3)
       and id is distinct from $4`,
    [tx.whose.companyId, deskId, name, exceptId],
  )
  if (other) throw new Stop('conflict', words.taken(name))
}

/** Each figure runs one macro of a desk. */
export async function checkMacroKey(
  tx: Tx,
  deskId: string,
  key: number | null,
  exceptId: string | null,
): Promise<void> {
  if (key === null) return
  const [other] = await tx.query<{ name: string }>(
    `select name from app.macros where company_id = $1 and desk_id = $2 and key = $3 and id is distinct from $4`,
    [tx.whose.companyId, deskId, key, exceptId],
  )
  if (other) throw refuseField('key', words.keyTaken(key, other.name))
}

export async function checkResponseName(
  tx: Tx,
  whose: string,
  { language, name }: { language: string; name: string },
  exceptId: string | null,
): Promise<void> {
  const [other] = await tx.query(
    `select from app.canned_responses where company_id = $1 and coalesce(desk_id, owner_id) = $2 and language = $3
       and lower(name) = lower($4) and id is distinct from $5`,
    [tx.whose.companyId, whose, language, name, exceptId],
  )
  if (other) throw new Stop('conflict', words.taken(name))
}

export const aboutMacro = ({ id, name, serviceDeskId }: Macro): Subject => ({
  type: 'macro',
  id,
  ref: name,
  deskId: serviceDeskId,
})
export const aboutResponse = ({ id, name, serviceDeskId }: Response): Subject => ({
  type: 'canned_response',
  id,
  ref: name,
  ...(serviceDeskId ? { deskId: serviceDeskId } : {}),
})
