import * as z from 'zod'
import { AssetEvent } from './assetLife.ts'
import { instant, oneOf, page, paging, read, uuid } from './kit.ts'
import { FreedBecause } from './licenceShapes.ts'
import { Money } from './money.ts'
import { AssetRequest } from './requestAssets.ts'

/** Of what kind a line is: who had it, what was signed, requests, what it cost, seats of licences, parts from stock, what agents found, what it has to do with others, all else. */
export const TimelineKind = z.enum([
  'CUSTODY',
  'ACCEPTANCE',
  'REQUEST',
  'COST',
  'LICENCE',
  'PART',
  'INVENTORY',
  'RELATION',
  'CHANGE',
])
export type TimelineKind = z.output<typeof TimelineKind>

/** One line of all that is known of a thing; exactly one of its parts is there. */
export const TimelineEntry = z.strictObject({
  id: z.string(),
  kind: TimelineKind,
  at: instant,
  event: AssetEvent.nullable(),
  /** Since when it was about the thing is `at`. */
  request: AssetRequest.pick({
    id: true,
    referenceNumber: true,
    summary: true,
    requesterName: true,
  }).nullable(),
  /** What it, or what is part of it, was bought for. */
  cost: z
    .strictObject({ assetId: uuid, assetTag: z.string(), isPart: z.boolean(), amount: Money })
    .nullable(),
  /** A seat of a licence that it got, or that was freed. */
  licence: z
    .strictObject({
      id: uuid,
      name: z.string(),
      /** Null while it was given. */
      freedBecause: FreedBecause.nullable(),
      byName: z.string().nullable(),
    })
    .nullable(),
  /** What was put into it from stock, or taken out of it; what was taken back since is not told. */
  part: z
    .strictObject({
      itemId: uuid,
      name: z.string(),
      quantity: z.int(),
      isOut: z.boolean(),
      byName: z.string(),
    })
    .nullable(),
  inventory: z
    .strictObject({
      /** The agent's name, or what kind of agent it is. */
      agent: z.string(),
      /** Whether it was the first time that an agent spoke of it. */
      isFirst: z.boolean(),
      /** The parts whose last change that was. */
      sections: z.array(z.string()),
      /** How many programs were found then that are there still. */
      programs: z.int(),
    })
    .nullable(),
})
export type TimelineEntry = z.output<typeof TimelineEntry>

export const assetTimeline = {
  list: read('GET /assets/:id/timeline', {
    may: 'assets.read',
    exports: true,
    summary:
      'All that is known of a thing in one line, newest first: events, requests, costs, licences, parts, inventories',
    description: 'Of requests those that the caller may see, and never a confidential one.',
    query: z.strictObject({ kind: oneOf(TimelineKind).optional(), ...paging }),
    reply: page(TimelineEntry),
  }),
}
