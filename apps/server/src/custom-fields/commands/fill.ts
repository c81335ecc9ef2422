import { type AnswerValue, customFields, isBlank } from '@deskhand/contract'
import { deskFacts } from '../../desks/access.ts'
import { todayIn } from '../../forms/queries/item.ts'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { refuseStale } from '../../platform/http/refuseStale.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import type { Platform } from '../../platform/platform.ts'
import { Stop } from '../../platform/stop.ts'
import { about, addActivity, isStaff, loadRequest, type RequestRecord } from '../../requests/access.ts'
import { save } from '../../requests/commands/save.ts'
import { isOpen } from '../../requests/rules.ts'
import { words as requestWords } from '../../requests/words.ts'
import { checkValues, fieldsOf, type Held, refuseFields } from '../access.ts'
import { readFields } from '../queries/ofRequest.ts'
import { mayFill, textOf } from '../rules.ts'
import { words } from '../words.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent; platform: Platform }
type Values = Readonly<Record<string, AnswerValue>>

export const fill = handle(customFields.fill, async (inside) => {
  const { tx, db, actor, params, body, ifMatch } = inside
  const request = await loadRequest({ tx, db, actor }, params.id, { lock: true })
  const { version } = request
  if (ifMatch) {
    const current = { data: await readFields(tx, actor, request), version }
    refuseStale(ifMatch, { version, current, why: requestWords.stale })
  }
  const isChanged = await fillFields(inside, request, body.customFields)
  return answer(
    { data: await readFields(tx, actor, request) },
    { version: version + (isChanged ? 1 : 0), unchanged: !isChanged },
  )
})

/** Puts these into the fields of a locked request, and says whether that changed any. */
export async function fillFields(inside: Inside, request: RequestRecord, given: Values): Promise<boolean> {
  const { tx, actor, record } = inside
  const { changed, write } = await takeFields(inside, request, given)
  if (changed.length === 0) return false
  const told = changed.filter(([{ shownTo }]) => shownTo === 'EVERYBODY')
  await Promise.all([
    write(),
    save(tx, actor, request, {}),
    ...lines(actor, changed, told.length > 0).map((line) => addActivity(tx, request, actor, line)),
  ])
  record(
    'custom_field.filled_in',
    about(request),
    { labels: changed.map(([{ label }]) => label) },
    Object.fromEntries(
      changed.map(([{ key, stored }, value]) => [`customFields.${key}`, [stored?.value ?? null, value]]),
    ),
  )
  if (told.length > 0) record('custom_field.shown', about(request), {})
  return true
}

/** What would change, checked, and how it is written. */
export async function takeFields(
  { tx, actor, platform }: Pick<Inside, 'tx' | 'actor' | 'platform'>,
  request: Parameters<typeof mayFill>[1] & { id: string; requestTypeId: string | null },
  given: Values,
): Promise<{ changed: [Held, AnswerValue][]; write: () => Promise<unknown> }> {
  const staff = isStaff(actor, request)
  const fields = (await fieldsOf(tx, request)).filter(({ shownTo }) => staff || shownTo === 'EVERYBODY')
  const byKey = new Map(fields.map((field) => [field.key, field]))
  const wanted: [Held, AnswerValue][] = []
  const strangers: [string, string][] = []
  for (const [key, value] of Object.entries(given)) {
    const field = byKey.get(key)
    if (field) wanted.push([field, isBlank(value) ? null : value])
    else strangers.push([key, words.noSuchFieldHere])
  }
  refuseFields(strangers)
  const changed = wanted.filter(
    ([{ stored }, value]) => JSON.stringify(stored?.value ?? null) !== JSON.stringify(value),
  )
  const closed = changed.find(([field]) => !mayFill(actor, request, field))
  if (closed) {
    if (staff || !isOpen(request)) throw new Stop('state', words.settled)
    throw new Stop('forbidden', words.onlyDesk(closed[0].label))
  }
  const { zone } = await deskFacts(platform, tx)
  await checkValues(tx, changed, todayIn(zone))
  const rows = changed.map(([field, value]) => ({
    fieldId: field.id,
    value,
    text: isBlank(value) ? null : textOf(field, value),
  }))
  const write = () => tx.run(upsert, [tx.whose.companyId, request.id, clock.now(), JSON.stringify(rows)])
  return { changed, write }
}

const upsert = `
  with rows as (select * from jsonb_to_recordset($4::jsonb) as f("fieldId" uuid, value jsonb, text text)),
  emptied as (
    delete from app.custom_field_values v using rows
    where v.company_id = $1 and v.request_id = $2 and v.field_id = rows."fieldId" and rows.text is null)
  insert into app.custom_field_values (company_id, request_id, field_id, value, text, updated_at)
  select $1, $2, "fieldId", value, text, $3 from rows where text is not null
  on conflict (company_id, request_id, field_id)
    do update set value = excluded.value, text = excluded.text, updated_at = excluded.updated_at`

/** The lines of the timeline: what whoever asked does not see stands in one of the desk's own. */
function lines(actor: Actor, changed: readonly [Held, AnswerValue][], hasShown: boolean) {
  const of = (isInternal: boolean) => changed.filter(([{ shownTo }]) => (shownTo === 'STAFF') === isInternal)
  return [...(hasShown ? [false] : []), true].flatMap((isInternal) => {
    const filled = of(isInternal).filter(([, value]) => value !== null)
    const emptied = of(isInternal).filter(([, value]) => value === null)
    const labels = (some: typeof filled) => some.map(([{ label }]) => label)
    const said = [
      ...(filled.length > 0 ? [words.filledIn(actor.name, labels(filled))] : []),
      ...(emptied.length > 0 ? [words.emptied(actor.name, labels(emptied))] : []),
    ]
    return said.map((message) => ({
      activityType: 'SYSTEM' as const,
      message,
      isInternal,
      metadata: { event: 'filled_in' },
    }))
  })
}
