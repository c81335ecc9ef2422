import { assetTimeline } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { list } from './queries/list.ts'

export const assetTimelineSlice = slice('assetTimeline', assetTimeline, { list })
