import * as z from 'zod'
import {
  Agent,
  AgentState,
  Conflict,
  ConflictKind,
  DiscoveryRules,
  EnrollmentToken,
  Inventory,
  writtenRules,
} from './discoveryShapes.ts'
import { command, event, line, list, page, paging, read, uuid } from './kit.ts'

const admin = 'company.manage'

export const discovery = {
  tokens: read('GET /management/discovery/enrollment-tokens', {
    may: admin,
    summary: 'Tokens for the roll-out of agents, the newest first; not the secrets in them',
    reply: list(EnrollmentToken),
  }),
  enroll: command('POST /management/discovery/enrollment-tokens', {
    may: admin,
    summary: 'Make a token; the answer holds the address that agents post to, this once',
    body: z.strictObject({ name: line(80) }),
    reply: z.strictObject({
      id: uuid,
      token: z.string(),
      /** What goes into the agent as its server. */
      url: z.string(),
    }),
    status: 201,
    errors: [409],
    keepsNothing: true,
    events: ['enrollment_token.created'],
    example: { body: { name: 'Laptops of the headquarters' } },
  }),
  revoke: command('DELETE /management/discovery/enrollment-tokens/:id', {
    may: admin,
    summary: 'Revoke a token: agents that use it are turned away',
    status: 204,
    events: ['enrollment_token.revoked'],
  }),
  agents: read('GET /management/discovery/agents', {
    may: admin,
    exports: true,
    summary: 'Agents that have come, whoever came last first',
    query: z.strictObject({
      state: AgentState.optional(),
      q: line(200).optional(),
      /** Of those that have not come for so many days. */
      silentDays: z.coerce.number().int().min(1).max(3_650).optional(),
      ...paging,
    }),
    reply: page(Agent),
  }),
  changeAgent: command('PATCH /management/discovery/agents/:id', {
    may: admin,
    summary: 'Allow, hold or block an agent, tag it, say how often it comes',
    body: z
      .strictObject({
        state: AgentState,
        tag: line(80).nullable(),
        contactHours: z.int().min(1).max(720).nullable(),
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Say what to change.'),
    reply: Agent,
    errors: [412],
    events: ['agent.updated'],
    example: { body: { state: 'BLOCKED' } },
  }),
  conflicts: read('GET /management/discovery/conflicts', {
    may: 'assets.work',
    summary: 'Devices that do not fit one thing, and reports that could not be taken; the newest first',
    query: z.strictObject({
      isOpen: z.stringbool().default(true),
      kind: ConflictKind.optional(),
      ...paging,
    }),
    reply: page(Conflict),
  }),
  resolve: command('POST /management/discovery/conflicts/:id/resolve', {
    may: 'assets.work',
    summary: 'Say which thing a device is, make one of it, or ignore it',
    body: z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('MATCH'), assetId: uuid }),
      z.strictObject({ as: z.literal('CREATE'), categoryId: uuid.optional() }),
      z.strictObject({ as: z.literal('IGNORE') }),
    ]),
    reply: Conflict,
    errors: [409, 422],
    events: ['discovery_conflict.resolved'],
    example: { body: { as: 'MATCH', assetId: '0190a000-0000-7000-8000-000000000001' } },
  }),
  rules: read('GET /management/discovery/rules', {
    may: admin,
    summary: 'How devices are matched with things, and what agents leave alone',
    reply: DiscoveryRules,
  }),
  setRules: command('PUT /management/discovery/rules', {
    may: admin,
    summary: 'Set the rules of matching and locking',
    body: writtenRules,
    reply: DiscoveryRules,
    errors: [412, 422],
    events: ['discovery_rules.updated'],
    example: {
      body: {
        matchBy: ['UUID', 'SERIAL'],
        makesThings: true,
        newAgents: 'HOLD',
        lockedFields: ['name'],
        ignoredSerials: ['1234-5678'],
        categories: {},
        contactHours: 12,
      },
    },
  }),
  inventory: read('GET /assets/:id/inventory', {
    may: 'assets.read',
    summary: 'What an agent last said of a thing, part by part',
    reply: Inventory,
  }),
}

const named = z.strictObject({})
export const discoveryEvents = {
  'enrollment_token.created': event('nobody', '{actor} made the enrolment token {ref}', named),
  'enrollment_token.revoked': event('nobody', '{actor} revoked the enrolment token {ref}', named),
  'agent.enrolled': event(
    'nobody',
    'The agent {ref} came for the first time',
    z.strictObject({ tokenId: uuid }),
  ),
  'agent.updated': event(
    'nobody',
    '{actor} changed the agent {ref}',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  'discovery_rules.updated': event('nobody', '{actor} changed how agents’ reports are matched', named),
  'discovery_conflict.opened': event(
    'staff',
    'The report of {ref} waits for a decision',
    z.strictObject({ kind: ConflictKind }),
  ),
  'discovery_conflict.resolved': event(
    'staff',
    '{actor} decided about the report of {ref}',
    z.strictObject({ resolution: z.string(), assetId: uuid.nullable() }),
  ),
  'asset_kind.found': event(
    'staff',
    'Agents found a new kind of thing: {ref}',
    z.strictObject({ what: z.enum(['category', 'manufacturer', 'model']) }),
  ),
}
