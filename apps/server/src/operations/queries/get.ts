import { operations } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadOperation } from '../access.ts'

export const get = handle(operations.get, ({ tx, actor, params }) => loadOperation(tx, actor, params.id))
