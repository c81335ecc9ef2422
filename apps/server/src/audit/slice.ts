import { audit } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { get } from './queries/get.ts'
import { list } from './queries/list.ts'

export const auditSlice = slice('audit', audit, { list, get })
