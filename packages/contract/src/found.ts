import * as z from 'zod'
import { command, event, line, read, text, uuid } from './kit.ts'

/** What finders read, as the company wrote it. */
export const FoundPage = z.strictObject({
  /** Whether there is such a page at all; else labels lead everybody to the sign-in. */
  isOpen: z.boolean(),
  /** Whether it says whose it is. */
  showsName: z.boolean(),
  thanks: z.string().nullable(),
  howToReturn: z.string().nullable(),
  version: z.int(),
})
export type FoundPage = z.output<typeof FoundPage>

/** What is in the address of a label beside the tag: the company's word, and a seal that nobody can make up. */
const label = { at: line(100), seal: line(40) }

export const found = {
  page: read('GET /setting/found-page', {
    may: 'company.manage',
    summary: 'What finders of our things read',
    reply: FoundPage,
  }),
  setPage: command('PATCH /setting/found-page', {
    may: 'company.manage',
    summary: 'Say what finders of our things read',
    body: z
      .strictObject({
        isOpen: z.boolean(),
        showsName: z.boolean(),
        thanks: text(300).nullable(),
        howToReturn: text(1000).nullable(),
      })
      .partial(),
    reply: FoundPage,
    errors: [412],
    events: ['found_page.changed'],
    example: { body: { howToReturn: 'Leave it at any branch of ours.' } },
  }),
  look: read('GET /assets/:id/found-page', {
    may: 'anyone',
    summary: 'What a finder reads who scanned a label: nothing of the thing, nothing of its people',
    description: 'The same for a thing that is there and one that is not; without the seal of a label, 404.',
    query: z.strictObject(label),
    reply: z.strictObject({
      companyName: z.string().nullable(),
      thanks: z.string().nullable(),
      howToReturn: z.string().nullable(),
    }),
    rate: 'found',
  }),
  report: command('POST /assets/:id/report-found', {
    may: 'anyone',
    summary: 'What a finder says, by the seal of the label; the desk that keeps the thing hears of it',
    description: 'The answer is the same whether there is such a thing or not.',
    body: z.strictObject({
      ...label,
      message: text(2000).optional(),
      /** How to reach them; nobody has to say. */
      contact: line(200).optional(),
      /** No person sees this field; what fills it in is no person. */
      website: z.string().max(500).optional(),
    }),
    status: 204,
    rate: 'found-report',
    errors: [422],
    events: ['asset.found_reported', 'found_report.left'],
    keepsNothing: true,
  }),
}

export const foundEvents = {
  'found_page.changed': event(
    'staff',
    '{actor} changed what finders read',
    z.strictObject({ fields: z.array(z.string()) }),
  ),
  /** What was said of a thing that was found: for the desk that keeps it, by its notifications, and for no list. */
  'found_report.left': event(
    'nobody',
    '{actor} says where {ref} is',
    z.strictObject({ assetId: uuid, note: z.string().nullable(), contact: z.string().nullable() }),
  ),
}
