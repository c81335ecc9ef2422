import * as z from 'zod'
import { instant, line, uuid } from './kit.ts'

/** How a device is recognised, the surest first. */
export const MatchBy = z.enum(['UUID', 'SERIAL', 'MAC'])
export type MatchBy = z.output<typeof MatchBy>

/** What a device is by its case; a category of things stands for each. */
export const DeviceKind = z.enum([
  'LAPTOP',
  'DESKTOP',
  'SERVER',
  'VIRTUAL',
  'TABLET',
  'PHONE',
  'PRINTER',
  'NETWORK',
  'OTHER',
])
export type DeviceKind = z.output<typeof DeviceKind>

/** What agents write into a thing, unless it is locked or a person wrote something else. */
export const agentFields = ['name', 'serialNumber', 'modelId'] as const

const written = {
  matchBy: z
    .array(MatchBy)
    .min(1)
    .max(3)
    .refine((all) => new Set(all).size === all.length, 'Name each of them once.'),
  /** Whether what fits no thing becomes one; else it waits in the inbox. */
  makesThings: z.boolean(),
  /** Whether agents that come for the first time may report at once, or wait to be allowed. */
  newAgents: z.enum(['ALLOW', 'HOLD']),
  /** Fields that agents leave alone in every thing, beside those that are locked in a single one. */
  lockedFields: z.array(z.enum(agentFields)).max(agentFields.length),
  /** Serial numbers that many devices share. */
  ignoredSerials: z.array(line(200)).max(200),
  /** The category of things for each kind of device; what is left out is found by its name, or made. */
  categories: z.partialRecord(DeviceKind, uuid),
  /** How often agents come. */
  contactHours: z.int().min(1).max(720),
}

export const DiscoveryRules = z.strictObject({ ...written, version: z.int(), updatedAt: instant.nullable() })
export type DiscoveryRules = z.output<typeof DiscoveryRules>
export const writtenRules = z.strictObject(written)
export type WrittenRules = z.output<typeof writtenRules>

/** What holds until a company says otherwise. */
export const usualRules: WrittenRules = {
  matchBy: ['UUID', 'SERIAL', 'MAC'],
  makesThings: true,
  newAgents: 'ALLOW',
  lockedFields: [],
  ignoredSerials: [],
  categories: {},
  contactHours: 24,
}

export const EnrollmentToken = z.strictObject({
  id: uuid,
  name: z.string(),
  createdAt: instant,
  usedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  /** The agents that came by it. */
  agents: z.int(),
})
export type EnrollmentToken = z.output<typeof EnrollmentToken>

export const AgentState = z.enum(['ALLOWED', 'HELD', 'BLOCKED'])

export const Agent = z.strictObject({
  id: uuid,
  /** The id that it gives itself. */
  key: z.string(),
  kind: z.enum(['GLPI', 'FUSION', 'OCS', 'OTHER']),
  name: z.string().nullable(),
  agentVersion: z.string().nullable(),
  state: AgentState,
  reportedTag: z.string().nullable(),
  tag: z.string().nullable(),
  /** Null where it comes as often as the rules say. */
  contactHours: z.int().nullable(),
  tokenName: z.string().nullable(),
  ip: z.string().nullable(),
  firstSeenAt: instant,
  lastContactAt: instant,
  lastInventoryAt: instant.nullable(),
  /** The things that it reports. */
  assets: z.array(z.strictObject({ id: uuid, assetTag: z.string() })),
  version: z.int(),
})
export type Agent = z.output<typeof Agent>

/** `SETTLED`: a later report fitted. */
export const ConflictResolution = z.enum(['MATCHED', 'CREATED', 'IGNORED', 'SETTLED'])
export const ConflictKind = z.enum(['SEVERAL', 'CONTRADICTION', 'NOTHING_TO_MATCH', 'UNMATCHED', 'REFUSED'])
export type ConflictKind = z.output<typeof ConflictKind>

/** A line of the inbox: a device that does not fit one thing, or a report that could not be taken. */
export const Conflict = z.strictObject({
  id: uuid,
  kind: ConflictKind,
  reason: z.string(),
  device: z
    .strictObject({
      id: uuid,
      name: z.string().nullable(),
      kind: DeviceKind,
      hardwareUuid: z.string().nullable(),
      serialNumber: z.string().nullable(),
      macs: z.array(z.string()),
      manufacturer: z.string().nullable(),
      model: z.string().nullable(),
      os: z.string().nullable(),
      lastSeenAt: instant,
    })
    .nullable(),
  candidates: z.array(
    z.strictObject({
      assetId: uuid,
      by: MatchBy,
      assetTag: z.string(),
      name: z.string().nullable(),
      serialNumber: z.string().nullable(),
      modelName: z.string().nullable(),
      personName: z.string().nullable(),
    }),
  ),
  ip: z.string().nullable(),
  /** How often it came. */
  count: z.int(),
  createdAt: instant,
  lastAt: instant,
  resolvedAt: instant.nullable(),
  resolution: ConflictResolution.nullable(),
  resolvedByName: z.string().nullable(),
  assetId: uuid.nullable(),
  assetTag: z.string().nullable(),
})
export type Conflict = z.output<typeof Conflict>

const value = z.union([z.string(), z.number(), z.boolean()])

/** The last state of each part of a device; sizes in MB, speeds in MHz. */
export const Inventory = z.strictObject({
  deviceId: uuid,
  name: z.string().nullable(),
  itemType: z.string(),
  kind: DeviceKind,
  hardwareUuid: z.string().nullable(),
  serialNumber: z.string().nullable(),
  macs: z.array(z.string()),
  manufacturer: z.string().nullable(),
  model: z.string().nullable(),
  os: z.string().nullable(),
  firstSeenAt: instant,
  lastSeenAt: instant,
  agent: z.strictObject({
    id: uuid,
    kind: Agent.shape.kind,
    name: z.string().nullable(),
    agentVersion: z.string().nullable(),
    tag: z.string().nullable(),
    lastContactAt: instant,
  }),
  /** How many agents report this thing; this is what came last. */
  devices: z.int(),
  sections: z.array(
    z.strictObject({
      section: z.string(),
      changedAt: instant,
      lines: z.array(z.record(z.string(), value)),
    }),
  ),
})
export type Inventory = z.output<typeof Inventory>
