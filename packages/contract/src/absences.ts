import * as z from 'zod'
import { command, day, event, line, list, read, uuid } from './kit.ts'
import { PersonRef } from './requestShapes.ts'

export const Absence = z.strictObject({
  id: uuid,
  /** The first and the last day away, in the company's zone. */
  fromDate: day,
  untilDate: day,
  standIn: z.strictObject({ id: uuid, name: z.string() }).nullable(),
  note: z.string().nullable(),
  /** Away today. */
  isNow: z.boolean(),
})
export type Absence = z.output<typeof Absence>

export const absences = {
  list: read('GET /users/me/absences', {
    may: 'signed-in',
    summary: 'My absences that are not over, with who stands in',
    reply: list(Absence),
  }),
  colleagues: read('GET /users/me/colleagues', {
    may: 'people.read',
    summary: 'Colleagues by a part of their name: for whoever stands in or decides instead',
    query: z.strictObject({ q: line(100) }),
    reply: list(PersonRef),
  }),
  create: command('POST /users/me/absences', {
    may: 'signed-in',
    summary: 'Enter an absence and who stands in: what is to be approved goes to them',
    body: z
      .strictObject({
        fromDate: day,
        untilDate: day,
        standInId: uuid.nullable().optional(),
        note: line(200).optional(),
      })
      .refine(({ fromDate, untilDate }) => untilDate >= fromDate, {
        message: 'The last day cannot come before the first.',
        path: ['untilDate'],
      }),
    reply: Absence,
    status: 201,
    errors: [422],
    events: ['absence.entered'],
  }),
  remove: command('DELETE /users/me/absences/:id', {
    may: 'signed-in',
    summary: 'Cancel an absence, or end it today',
    status: 204,
    events: ['absence.cancelled'],
  }),
}

export const absenceEvents = {
  'absence.entered': event(
    'person',
    '{actor} entered an absence',
    z.strictObject({ fromDate: day, untilDate: day, standInId: uuid.nullable() }),
  ),
  'absence.cancelled': event('person', '{actor} cancelled an absence', z.strictObject({})),
}
