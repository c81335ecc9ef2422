import { chat } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'
import { readMine } from '../queries/mine.ts'

export const setMine = handle(chat.setMine, async (inside) => {
  const { tx, actor, body } = inside
  await tx.run(
    `insert into app.availability (company_id, person_id, state, changed_at) values ($1, $2, $3, $4)
     on conflict (company_id, person_id) do update set state = excluded.state, changed_at = excluded.changed_at`,
    [actor.companyId, actor.id, body.state, clock.now()],
  )
  return readMine(inside)
})
