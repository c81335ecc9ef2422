import { labels } from '@deskhand/contract'
import { slice } from '../platform/slice.ts'
import { many } from './commands/many.ts'
import { places } from './commands/places.ts'
import { get } from './queries/get.ts'
import { place } from './queries/place.ts'

export const labelsSlice = slice('labels', labels, { get, many, place, places })
