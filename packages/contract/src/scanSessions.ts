import * as z from 'zod'
import { AssetCondition, AssetStatus } from './assetShapes.ts'
import { handOverTarget } from './custody.ts'
import { command, instant, line, read, text, uuid } from './kit.ts'
import { accessoriesBack } from './stockShapes.ts'

export const ScanMode = z.enum(['CHECK_OUT', 'CHECK_IN', 'MOVE'])
export type ScanMode = z.output<typeof ScanMode>

/** The most things of one session. */
export const scanLimit = 200

/** One code that was read, what it is, and why it cannot be done now. */
export const Scan = z.strictObject({
  code: z.string(),
  assetId: uuid.nullable(),
  assetTag: z.string().nullable(),
  name: z.string().nullable(),
  status: AssetStatus.nullable(),
  /** Who or what has it now. */
  holderName: z.string().nullable(),
  problem: z.string().nullable(),
  /** What went along with it and is still with whoever has it; only where things are taken back. */
  along: z.array(z.strictObject({ itemId: uuid, name: z.string(), quantity: z.int() })),
})
export type Scan = z.output<typeof Scan>

export const ScanSession = z.strictObject({
  id: uuid,
  mode: ScanMode,
  /** Who or where all of it goes; null for taking back, where it goes to where it was. */
  targetName: z.string().nullable(),
  condition: AssetCondition.nullable(),
  dueAt: instant.nullable(),
  note: z.string().nullable(),
  startedAt: instant,
  committedAt: instant.nullable(),
  operationId: uuid.nullable(),
  scans: z.array(Scan),
})
export type ScanSession = z.output<typeof ScanSession>

export const scanSessions = {
  start: command('POST /assets/scan-sessions', {
    may: 'assets.work',
    summary: 'Begin to scan many things that are handed out, taken back or moved in one deed',
    body: z
      .strictObject({
        mode: ScanMode,
        ...handOverTarget,
        dueAt: instant.optional(),
        note: text(2000).optional(),
        condition: AssetCondition.optional(),
      })
      .superRefine((body, { addIssue }) => {
        const targets = [body.personId, body.locationId, body.assetId].filter((id) => id !== undefined).length
        if (body.mode === 'CHECK_IN') {
          if (body.personId ?? body.assetId)
            addIssue({ code: 'custom', path: ['personId'], message: 'What is taken back goes to a place.' })
          if (!body.condition)
            addIssue({ code: 'custom', path: ['condition'], message: 'Say in which condition they are.' })
        } else if (targets !== 1) {
          addIssue({
            code: 'custom',
            path: ['personId'],
            message: 'Name exactly one: a person, a place or a thing.',
          })
        }
      }),
    reply: ScanSession,
    example: { body: { mode: 'CHECK_IN', condition: 'GOOD' } },
    status: 201,
    errors: [422],
    log: false,
  }),
  get: read('GET /assets/scan-sessions/:id', {
    may: 'assets.work',
    summary: 'What was scanned, and what stands in the way of each, as it is now; one’s own session',
    reply: ScanSession,
  }),
  scan: command('POST /assets/scan-sessions/:id/scans', {
    may: 'assets.work',
    summary: 'Add codes that were read, or drop some; problems are told at once',
    body: z.strictObject({
      codes: z.array(line(500)).max(scanLimit).default([]),
      drop: z.array(line(500)).max(scanLimit).default([]),
    }),
    reply: ScanSession,
    errors: [409, 422],
    log: false,
  }),
  commit: command('POST /assets/scan-sessions/:id/commit', {
    may: 'assets.work',
    summary: 'Do it to all of them, as one deed that can be undone',
    description:
      'Where something stands in the way nothing happens; `rest: true` does the others. `returned` says of things that are taken back what of their accessories came too; what is not named stays with whoever has it.',
    body: z.strictObject({
      rest: z.boolean().default(false),
      returned: z
        .array(z.strictObject({ assetId: uuid, returnedAccessories: accessoriesBack }))
        .max(scanLimit)
        .default([]),
    }),
    reply: ScanSession,
    errors: [409, 422],
    events: [
      'asset.checked_out',
      'asset.checked_in',
      'asset.transferred',
      'acceptance.asked',
      'acceptance.received',
      'stock_item.returned',
    ],
  }),
}
