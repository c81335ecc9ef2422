import * as z from 'zod'
import { Incident } from './incidents.ts'
import { command, instant, line, text, uuid } from './kit.ts'
import { Expected } from './progress.ts'
import { CustomFields, Level, Priority, RequestStatus } from './requestShapes.ts'

export const PreviewStep = z.strictObject({
  name: z.string(),
  /** Asked together with the step before it. */
  isParallel: z.boolean(),
  outcome: z.enum(['ASKS', 'SKIPPED', 'NOBODY']),
  /** How many of them must agree: "one of them". */
  rule: z.string(),
  people: z.array(z.strictObject({ name: z.string(), standsInFor: z.string().nullable() })),
  /** Why it is skipped, or asks nobody, or somebody else. */
  reason: z.string().nullable(),
})

export const Preview = z.strictObject({
  /** Who gets it; null while nobody has said. */
  desk: z.strictObject({ id: uuid, code: z.string(), name: z.string() }).nullable(),
  priority: Priority,
  isConfidential: z.boolean(),
  approval: z
    .strictObject({
      /** By a policy, by the desk itself, by nobody who is known yet, or not at all. */
      outcome: z.enum(['POLICY', 'DESK', 'NOBODY', 'NONE']),
      /** All of it in one sentence. */
      sentence: z.string(),
      steps: z.array(PreviewStep),
      /** The form asks what it costs, nothing is said yet, and the answer may change who is asked. */
      dependsOnAmount: z.boolean(),
    })
    .nullable(),
  /** What is promised, were it sent now; null where nothing is. */
  promises: z.strictObject({
    firstResponseDueAt: instant.nullable(),
    resolutionDueAt: instant.nullable(),
    /** The time for the work stands still while somebody is asked to approve it. */
    pausesForApproval: z.boolean(),
  }),
  expected: Expected.nullable(),
  /** Own open requests that sound like it or, where the form makes the title, are of its kind. */
  own: z.array(
    z.strictObject({
      id: uuid,
      referenceNumber: z.string(),
      summary: z.string(),
      status: RequestStatus,
      createdAt: instant,
    }),
  ),
  /** Running major incidents that sound like it. */
  incidents: z.array(Incident),
})
export type Preview = z.output<typeof Preview>

export const previews = {
  show: command('POST /requests/preview', {
    may: 'requests.create',
    summary:
      'What would become of a request: who approves it, who gets it, by when, and whether it is there already',
    description:
      'Nothing is kept, and answers may be missing. It tells no more than the request itself would once it is sent; of other people’s requests nothing.',
    body: z.strictObject({
      serviceDeskCode: line(20).optional(),
      requestTypeId: uuid.optional(),
      summary: line(500).optional(),
      description: text(20_000).optional(),
      impact: Level.optional(),
      urgency: Level.optional(),
      isConfidential: z.boolean().optional(),
      onBehalfOfId: uuid.optional(),
      customFields: CustomFields.optional(),
    }),
    reply: Preview,
    errors: [422],
    log: false,
    example: { body: { serviceDeskCode: 'IT', summary: 'VPN drops every 20 minutes' } },
  }),
}
