import { acceptances } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { loadAcceptance } from '../access.ts'

export const get = handle(acceptances.get, ({ tx, params }) => loadAcceptance(tx, params.id))
