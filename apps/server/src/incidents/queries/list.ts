import { incidents } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readIncidents } from './rows.ts'

export const list = handle(incidents.list, async ({ tx, actor }) => ({
  data: await readIncidents(tx, actor),
}))
