import { accessExplain } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { get } from './queries/get.ts'

export const accessExplainSlice = slice('accessExplain', accessExplain, { get })
