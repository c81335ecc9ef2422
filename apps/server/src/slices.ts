import { identitySlice } from './identity/slice.ts'
import type { Slice } from './platform/slice.ts'

/** Every slice of the product. */
export const slices: Slice[] = [identitySlice]
