import { type BodyOf, deskManagement } from '@deskhand/contract'
import type { Actor } from '../../platform/actor.ts'
import { clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { changesBetween } from '../../platform/log/event.ts'
import type { RecordEvent } from '../../platform/log/record.ts'
import { Stop } from '../../platform/stop.ts'
import { forgetDeskFacts } from '../access.ts'
import { words } from '../words.ts'
import { aboutDesk, type DeskRow, lockDesk, mustBeFree, shownDesk } from './desk.ts'
import { said } from './said.ts'

type Inside = { tx: Tx; actor: Actor; record: RecordEvent }
type Fields = BodyOf<typeof deskManagement.updateDesk>

export const updateDesk = handle(deskManagement.updateDesk, async (inside) => {
  const { tx, actor, params, body, ifMatch, platform, afterCommit } = inside
  const desk = await lockDesk(tx, params.id, ifMatch)
  const { after, changed } = await changeDesk(inside, desk, body)
  afterCommit(() => forgetDeskFacts(platform, actor.companyId))
  return answer(shownDesk(after), { version: after.version, unchanged: !changed })
})

/** Closes a desk: what it has goes on, nothing new comes. */
export const retireDesk = handle(deskManagement.retireDesk, async (inside) => {
  const { tx, actor, params, ifMatch, platform, afterCommit } = inside
  const desk = await lockDesk(tx, params.id, ifMatch)
  const { changed } = await changeDesk(inside, desk, { isActive: false })
  afterCommit(() => forgetDeskFacts(platform, actor.companyId))
  return answer({}, { unchanged: !changed })
})

/** Writes what differs and records it. The last open desk stays open. */
async function changeDesk(
  { tx, actor, record }: Inside,
  desk: DeskRow,
  fields: Fields,
): Promise<{ after: DeskRow; changed: boolean }> {
  const changes = changesBetween(desk, fields)
  const names = Object.keys(changes)
  if (names.length === 0) return { after: desk, changed: false }
  if (changes['prefix']) await mustBeFree(tx, { id: desk.id, prefix: fields.prefix })
  const after: DeskRow = { ...desk, ...said(fields), version: desk.version + 1 }
  if (desk.isActive && !after.isActive) {
    const [open] = await tx.query<{ count: number }>(
      'select count(*)::int as count from app.desks where company_id = $1 and is_active and id <> $2',
      [actor.companyId, desk.id],
    )
    if (!open?.count) throw new Stop('state', words.lastDesk)
  }
  await tx.run(
    `update app.desks set name = $3, prefix = $4, description = $5, promise = $6, is_active = $7, is_confidential = $8,
       display_order = $9, updated_at = $10, closes_after_days = $11, settles_after_days = $12, reopen_days = $13,
       appeal_days = $14, contact_email = $15, contact_phone = $16, contact_place = $17, version = version + 1
     where company_id = $1 and id = $2`,
    [
      actor.companyId,
      desk.id,
      after.name,
      after.prefix,
      after.description,
      after.promise,
      after.isActive,
      after.isConfidential,
      after.displayOrder,
      clock.now(),
      after.closesAfterDays,
      after.settlesAfterDays,
      after.reopenDays,
      after.appealDays,
      after.contactEmail,
      after.contactPhone,
      after.contactPlace,
    ],
  )
  record('desk.changed', aboutDesk(after), { fields: names }, changes)
  return { after, changed: true }
}
