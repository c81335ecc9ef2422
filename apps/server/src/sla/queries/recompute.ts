import { sla } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { progressOf } from '../recompute.ts'

export const recompute = handle(sla.recompute, ({ tx }) => progressOf(tx))
