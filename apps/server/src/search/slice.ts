import { search } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { find } from './queries/find.ts'
import { recent } from './queries/recent.ts'

export const searchSlice = slice('search', search, { find, recent })
