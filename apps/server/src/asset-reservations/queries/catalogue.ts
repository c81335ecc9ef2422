import { assetReservations, type Loanable } from '@deskhand/contract'
import { clock } from '../../platform/clock/clock.ts'
import { handle } from '../../platform/http/handle.ts'

export const catalogue = handle(assetReservations.catalogue, async ({ tx }) => ({
  data: await tx.query<Loanable>(find, [clock.now()]),
}))

const find = `
  select t.model_id as "modelId", t.category_id as "categoryId", t.name, t.kind, t.icon, t.thing_count as "thingCount",
    t.free_count as "freeCount" from app_priv.loan_catalogue($1) t`
