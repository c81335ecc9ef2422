import { assets } from '@deskhand/contract'
import { call } from '../call.ts'

/** The thing whose label was read. A file of its own: it comes with the first label, not with every page of the desk. */
export const findByTag = (tag: string) => call(assets.byTag, { params: { tag } })
