import * as z from 'zod'
import { command, read } from './kit.ts'

export const transcripts = {
  get: read('GET /requests/:id/transcript', {
    may: 'requests.read',
    summary: 'The public conversation of a request as a document; never its notes',
    query: z.strictObject({ format: z.enum(['pdf', 'txt']).default('pdf') }),
    download: ['application/pdf', 'text/plain'],
  }),
  mail: command('POST /requests/:id/transcript', {
    may: 'requests.read',
    summary: 'Mail me the public conversation of a request',
    status: 202,
    rate: 'mail',
    errors: [409],
    events: ['mail.queued'],
  }),
}
