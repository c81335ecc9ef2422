import { stockTakes } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { answerWhole } from './whole.ts'

export const get = handle(stockTakes.get, (inside) => answerWhole(inside, inside.params.id))
