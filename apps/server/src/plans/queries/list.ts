import { plans } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readPlans } from './rows.ts'

export const list = handle(plans.list, async ({ tx, actor }) => ({ data: await readPlans(tx, actor) }))
