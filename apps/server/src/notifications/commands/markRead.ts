import { notifications } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { mark } from './mark.ts'

export const markRead = handle(notifications.markRead, ({ tx, actor, params }) =>
  mark(tx, actor, params.id, true),
)
