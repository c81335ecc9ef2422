import * as z from 'zod'
import { Category, Desk, DeskWithHours, Member, RequestType, ResolutionCode, Team } from './deskShapes.ts'
import { list, read, uuid, wholeList } from './kit.ts'

export const deskPermissions = {
  'desks.read': 'See the desks and what can be asked of them',
} as const

export const desks = {
  list: read('GET /service-desks', {
    may: 'desks.read',
    summary: 'The desks that the caller may ask, with their opening hours and how else they are reached',
    reply: list(DeskWithHours),
  }),
  get: read('GET /service-desks/:id', {
    may: 'desks.read',
    summary: 'One desk by id or code',
    reply: DeskWithHours,
  }),
  categories: read('GET /service-desks/:id/categories', {
    may: 'desks.read',
    summary: 'The categories of a desk',
    reply: list(Category),
  }),
  requestTypes: read('GET /service-desks/:id/request-types', {
    may: 'desks.read',
    summary: 'What can be asked of a desk',
    reply: list(RequestType),
  }),
  catalog: read('GET /catalog', {
    may: 'desks.read',
    summary: 'The whole catalogue with what the caller’s department, or else the company, asks for most',
    reply: z.strictObject({
      desks: z.array(
        Desk.extend({ categories: z.array(Category.extend({ requestTypes: z.array(RequestType) })) }),
      ),
      mostUsed: z.array(RequestType),
    }),
  }),
  members: read('GET /management/service-desks/:id/members', {
    may: 'requests.work',
    summary: 'The technicians and supervisors of a desk, with their open requests',
    reply: wholeList(Member),
  }),
  teams: read('GET /teams', {
    may: 'requests.work',
    summary: 'Teams with their desk and members',
    reply: list(Team),
  }),
  resolutionCodes: read('GET /support/resolution-codes', {
    may: 'requests.work',
    summary: 'Resolution codes; those without a desk serve all',
    query: z.strictObject({ serviceDeskId: uuid.optional() }),
    reply: wholeList(ResolutionCode),
  }),
}
