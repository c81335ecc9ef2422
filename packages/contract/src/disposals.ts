import * as z from 'zod'
import { command, day, event, instant, line, oneOf, page, paging, read, text, uuid } from './kit.ts'
import { Money } from './money.ts'
import { moves } from './moves.ts'

export type DisposalState = 'DRAFT' | 'APPROVED' | 'HANDED_OVER' | 'COMPLETED' | 'CANCELLED'

/** A batch on its way out. Whoever made it never approves it; that is asked where the move is made. */
export const disposalStates = moves<DisposalState, 'reason'>(
  'disposal',
  {
    DRAFT: { adjective: 'drafted', become: 'be drafted again' },
    APPROVED: { adjective: 'approved', become: 'be approved' },
    HANDED_OVER: { adjective: 'handed-over', become: 'be handed over' },
    COMPLETED: { adjective: 'completed', become: 'be completed' },
    CANCELLED: { adjective: 'cancelled', become: 'be cancelled' },
  },
  {
    DRAFT: {
      APPROVED: { by: ['supervisor'], word: 'approved' },
      CANCELLED: { by: ['technician'], requires: ['reason'], word: 'cancelled' },
    },
    APPROVED: {
      HANDED_OVER: { by: ['technician'], word: 'handed over' },
      DRAFT: { by: ['supervisor'], requires: ['reason'], word: 'sent back' },
      CANCELLED: { by: ['supervisor'], requires: ['reason'], word: 'cancelled' },
    },
    HANDED_OVER: { COMPLETED: { by: ['supervisor'], word: 'completed' } },
    COMPLETED: {},
    CANCELLED: {},
  },
)

export const DisposalStatus = z.enum(disposalStates.states)
/** What its things become: the sub-state in which they are retired. */
export const DisposalOutcome = z.enum(['DISPOSED', 'SOLD', 'DONATED', 'RETURNED_TO_LESSOR'])
export type DisposalOutcome = z.output<typeof DisposalOutcome>
export const WipeMethod = z.enum(['OVERWRITTEN', 'CRYPTO_ERASED', 'RESET', 'DEGAUSSED', 'DESTROYED'])
export type WipeMethod = z.output<typeof WipeMethod>

/** The most things of one batch. */
export const disposalLimit = 500

/** How what bears data was made to bear none. */
const wipe = {
  method: WipeMethod,
  /** A person of ours, or a firm. */
  by: line(200),
  on: day,
  /** The number of the certificate. */
  reference: line(100).nullable(),
}

export const DisposalThing = z.strictObject({
  assetId: uuid,
  assetTag: z.string(),
  name: z.string(),
  serialNumber: z.string().nullable(),
  bearsData: z.boolean(),
  wipe: z
    .strictObject({
      ...wipe,
      reference: z.string().nullable(),
      /** Its proof, a file of the thing: `GET /assets/:id/attachments/:attachmentId`. */
      fileId: uuid.nullable(),
      fileName: z.string().nullable(),
    })
    .nullable(),
  /** In the books on the day when it went out of them, or today. */
  bookValue: Money.nullable(),
  /** Why it cannot go now, one sentence each. */
  obstacles: z.array(z.string()),
})
export type DisposalThing = z.output<typeof DisposalThing>

const someone = z.strictObject({ id: uuid, name: z.string() }).nullable()
const step = z.strictObject({ by: someone, at: instant }).nullable()

const shape = {
  id: uuid,
  number: z.int(),
  name: z.string(),
  outcome: DisposalOutcome,
  state: DisposalStatus,
  /** The recycler, the buyer, who it is given to, the lessor. */
  partner: z.string().nullable(),
  thingCount: z.int(),
  createdBy: someone,
  createdAt: instant,
  version: z.int(),
}
export const DisposalRow = z.strictObject(shape)
export type DisposalRow = z.output<typeof DisposalRow>
export const Disposal = z.strictObject({
  ...shape,
  notes: z.string().nullable(),
  reason: z.string().nullable(),
  approved: step,
  handedOver: step,
  completed: step,
  /** The paper of the recycler. */
  receipt: z.strictObject({ fileName: z.string(), fileSize: z.int() }).nullable(),
  things: z.array(DisposalThing),
  /** The moves that the caller may make now; what stands in their way is said when they are tried. */
  moves: z.array(z.strictObject({ to: DisposalStatus, word: z.string() })),
  /** Whether the caller may change it. */
  mayChange: z.boolean(),
})
export type Disposal = z.output<typeof Disposal>

const names = z
  .array(z.union([uuid, line(60)]))
  .min(1)
  .max(disposalLimit)

export const disposals = {
  list: read('GET /disposals', {
    may: 'assets.read',
    exports: true,
    summary: 'Batches of things that leave the company, newest first',
    query: z.strictObject({ state: oneOf(DisposalStatus).optional(), ...paging }),
    reply: page(DisposalRow),
  }),
  create: command('POST /disposals', {
    may: 'assets.work',
    summary: 'Begin a batch, with its first things: ids or tags',
    description:
      'All of them or none: what is in stock, not on hold and in no other batch. What is leased goes back to its lessor and nowhere else. From then on they are not handed out.',
    body: z.strictObject({
      name: line(120),
      outcome: DisposalOutcome,
      partner: line(200).optional(),
      notes: text(4000).optional(),
      assets: names.optional(),
    }),
    reply: Disposal,
    status: 201,
    errors: [409, 422],
    events: ['disposal.created'],
    example: { body: { name: 'Laptops of 2021', outcome: 'DISPOSED', assets: ['LT-00231'] } },
  }),
  get: read('GET /disposals/:id', {
    may: 'assets.read',
    summary: 'A batch with its things and what stands in their way',
    reply: Disposal,
  }),
  change: command('PATCH /disposals/:id', {
    may: 'assets.work',
    summary:
      'Add and remove things while it is a draft; say how they were wiped, who takes them, and their receipt',
    description:
      'Files are uploaded before by `POST /uploads`. The proof of a wipe becomes a file of its thing. What is approved takes no other things.',
    body: z
      .strictObject({
        name: line(120),
        partner: line(200).nullable(),
        notes: text(4000).nullable(),
        add: names,
        remove: names,
        wipes: z
          .array(
            z.strictObject({
              ...wipe,
              assetId: uuid,
              reference: line(100).optional(),
              fileId: uuid.optional(),
            }),
          )
          .min(1)
          .max(disposalLimit),
        receiptFileId: uuid,
      })
      .partial(),
    reply: Disposal,
    errors: [409, 412, 422],
    events: ['disposal.changed'],
  }),
  transition: command('POST /disposals/:id/transitions', {
    may: 'assets.work',
    summary: 'Approve, hand over, complete or cancel a batch',
    description:
      'Whoever leads the desk approves, and never what they made themselves. Completing retires all of its things in one operation, which `POST /undo/:operationId` takes back: nothing of them may be on hold or asked about in an open request, what bears data was wiped, and the recycler gave a receipt. Else 409 with `conflicts`.',
    body: z.strictObject({ to: DisposalStatus, reason: text(2000).optional() }),
    reply: Disposal.extend({ operationId: uuid.nullable() }),
    errors: [409, 412, 422],
    events: ['disposal.moved', 'asset.moved'],
    example: { body: { to: 'APPROVED' } },
  }),
  certificate: read('GET /disposals/:id/certificate', {
    may: 'assets.read',
    summary:
      'The batch as a PDF: things, wipes, values, names; the receipt of the recycler is attached to it',
    download: ['application/pdf'],
  }),
  receipt: read('GET /disposals/:id/receipt', {
    may: 'assets.read',
    summary: 'The receipt of the recycler, as it came',
    download: ['*/*'],
  }),
}

export const disposalEvents = {
  'disposal.created': event(
    'staff',
    '{actor} began the disposal {ref}',
    z.strictObject({ assetIds: z.array(uuid) }),
  ),
  'disposal.changed': event(
    'staff',
    '{actor} changed the disposal {ref}',
    z.strictObject({
      added: z.array(uuid),
      removed: z.array(uuid),
      wiped: z.array(uuid),
      hasReceipt: z.boolean(),
    }),
  ),
  'disposal.moved': event(
    'staff',
    '{actor} moved the disposal {ref} on',
    z.strictObject({ from: DisposalStatus, to: DisposalStatus, reason: z.string().nullable() }),
  ),
}
