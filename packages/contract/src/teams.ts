import * as z from 'zod'
import { Team } from './deskShapes.ts'
import { command, event, line, read, uuid } from './kit.ts'

/** A team with what lies with it: requests that nobody of it has taken count for the team alone. */
export const WorkingTeam = Team.omit({ members: true }).extend({
  openCount: z.int(),
  members: z.array(z.strictObject({ id: uuid, name: z.string(), openCount: z.int() })),
})

const personIds = z.array(uuid).max(200)
const errors: (409 | 422)[] = [409, 422]

export const teams = {
  get: read('GET /teams/:id', {
    may: 'requests.work',
    summary: 'One team with its members and what they have open of its requests',
    reply: WorkingTeam,
  }),
  create: command('POST /management/teams', {
    may: 'requests.supervise',
    summary: 'Create a team of a desk that the caller leads',
    body: z.strictObject({ serviceDeskId: uuid, name: line(100), personIds: personIds.default([]) }),
    reply: Team,
    status: 201,
    errors,
    events: ['team.created'],
  }),
  change: command('PATCH /management/teams/:id', {
    may: 'requests.supervise',
    summary: 'Rename a team, close it, or open it again',
    body: z
      .strictObject({ name: line(100), isActive: z.boolean() })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Team,
    errors,
    events: ['team.changed'],
  }),
  setMembers: command('PUT /management/teams/:id/members', {
    may: 'requests.supervise',
    summary: 'Set who is in a team: people of its desk',
    body: z.strictObject({ personIds }),
    reply: Team,
    errors,
    events: ['team.members_changed'],
  }),
  close: command('DELETE /management/teams/:id', {
    may: 'requests.supervise',
    summary: 'Close a team: it gets nothing new, its requests stay with it',
    status: 204,
    errors: [409],
    events: ['team.changed'],
  }),
}

export const teamEvents = {
  'team.created': event('staff', '{actor} made the team {ref}', z.strictObject({ name: z.string() })),
  'team.changed': event(
    'staff',
    '{actor} changed the team {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'team.members_changed': event(
    'staff',
    '{actor} changed who is in the team {ref}',
    z.strictObject({ count: z.int() }),
  ),
}
