import { assetReports } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { overview } from './queries/overview.ts'

export const assetReportsSlice = slice('assetReports', assetReports, { overview })
