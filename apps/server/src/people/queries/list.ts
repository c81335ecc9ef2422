import { people } from '@deskhand/contract'
import { handle } from '../../platform/http/handle.ts'
import { directory } from './directory.ts'

export const list = handle(people.list, ({ tx, actor, query }) => directory(tx, actor, query))
