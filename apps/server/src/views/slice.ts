import { views } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { arrange } from './commands/arrange.ts'
import { create, remove, update } from './commands/save.ts'
import { counts } from './queries/counts.ts'
import { groups } from './queries/groups.ts'
import { list } from './queries/list.ts'

export const viewsSlice = slice('views', views, { list, create, update, remove, counts, arrange, groups })
