import * as z from 'zod'
import { uuid } from './kit.ts'

/** Someone, as others may see them on a record. */
export const PersonRef = z.strictObject({
  id: uuid,
  name: z.string(),
  department: z.string().nullable(),
  site: z.string().nullable(),
})
