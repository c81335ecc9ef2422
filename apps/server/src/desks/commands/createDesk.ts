import { deskManagement, usualPeriods } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { answer } from '../../platform/http/answer.ts'
import { handle } from '../../platform/http/handle.ts'
import { newId } from '../../platform/ids.ts'
import { forgetDeskFacts } from '../access.ts'
import { aboutDesk, mustBeFree } from './desk.ts'

export const createDesk = handle(
  deskManagement.createDesk,
  async ({ tx, actor, body, record, platform, afterCommit }) => {
    await mustBeFree(tx, { id: null, code: body.code, prefix: body.prefix })
    const desk = {
      id: newId(),
      code: body.code,
      name: body.name,
      prefix: body.prefix,
      description: body.description ?? null,
      promise: body.promise ?? null,
      isActive: body.isActive ?? true,
      version: 1,
      contactEmail: body.contactEmail ?? null,
      contactPhone: body.contactPhone ?? null,
      contactPlace: body.contactPlace ?? null,
    }
    await tx.run(
      `insert into app.desks (company_id, id, code, name, prefix, description, promise, is_active, is_confidential,
         display_order, created_at, updated_at, closes_after_days, settles_after_days, reopen_days, appeal_days,
         contact_email, contact_phone, contact_place)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10::int, max(display_order) + 1, 0), $11, $11, $12, $13, $14,
         $15, $16, $17, $18
       from app.desks where company_id = $1`,
      [
        actor.companyId,
        desk.id,
        desk.code,
        desk.name,
        desk.prefix,
        desk.description,
        desk.promise,
        desk.isActive,
        body.isConfidential ?? false,
        body.displayOrder ?? null,
        clock.now(),
        body.closesAfterDays ?? usualPeriods.closesAfterDays,
        body.settlesAfterDays ?? usualPeriods.settlesAfterDays,
        body.reopenDays ?? usualPeriods.reopenDays,
        body.appealDays ?? usualPeriods.appealDays,
        desk.contactEmail,
        desk.contactPhone,
        desk.contactPlace,
      ],
    )
    await tx.run('insert into app.counters (company_id, name) values ($1, $2) on conflict do nothing', [
      actor.companyId,
      `desk:${desk.id}`,
    ])
    record('desk.created', aboutDesk(desk), { deskCode: desk.code })
    afterCommit(() => forgetDeskFacts(platform, actor.companyId))
    return answer(desk, { version: desk.version, location: `/service-desks/${desk.id}` })
  },
)
