import { chat } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { readSession } from '../access.ts'

export const get = handle(chat.get, (inside) => readSession(inside, inside.params.id))
