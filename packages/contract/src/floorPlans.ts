import * as z from 'zod'
import { command, event, line, list, read, uuid } from './kit.ts'

/** A picture of a floor, on which one puts a pin. */
export const FloorPlan = z.strictObject({
  id: uuid,
  name: z.string(),
  siteId: uuid,
  siteName: z.string(),
  /** In pixels. */
  width: z.int(),
  height: z.int(),
})
export type FloorPlan = z.output<typeof FloorPlan>

const may = 'company.manage'

export const floorPlans = {
  list: read('GET /floor-plans', {
    may: 'signed-in',
    summary: 'Floor plans of the sites, by site and name',
    reply: list(FloorPlan),
  }),
  picture: read('GET /floor-plans/:id/picture', {
    may: 'signed-in',
    summary: 'A floor plan as WebP; also one that was replaced, because older pins point into it',
    download: ['image/webp'],
  }),
  add: command('POST /management/business-units/:id/floor-plans', {
    may,
    summary:
      'Upload a floor plan of a site: multipart, one part named `file`; it takes the place of one of its name',
    /** Without a name it is called as its file. */
    query: z.strictObject({ name: line(60).optional() }),
    reply: FloorPlan,
    status: 201,
    upload: true,
    rate: 'upload',
    errors: [413, 415, 422],
    events: ['floor_plan.added'],
  }),
  remove: command('DELETE /management/floor-plans/:id', {
    may,
    summary: 'Take a floor plan away; pins that are on it stay readable',
    status: 204,
    events: ['floor_plan.removed'],
  }),
}

const of = z.strictObject({ siteName: z.string() })
export const floorPlanEvents = {
  'floor_plan.added': event('staff', '{actor} added the floor plan {ref}', of),
  'floor_plan.removed': event('staff', '{actor} took the floor plan {ref} away', of),
}
