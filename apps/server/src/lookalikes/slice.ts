import { lookalikes } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { list } from './queries/list.ts'

export const lookalikesSlice = slice('lookalikes', lookalikes, { list })
