import * as z from 'zod'
import { command, event, instant, line, list, oneOf, page, paging, read, text, uuid } from './kit.ts'

/** How well it was solved, in five words from the best to the worst. */
export const SurveyWord = z.enum(['VERY_GOOD', 'GOOD', 'FAIR', 'BAD', 'VERY_BAD'])
export type SurveyWord = z.output<typeof SurveyWord>

/** How long after it was asked a survey can be answered, and after the first answer changed. */
export const surveyDays = { toAnswer: 30, toChange: 7, betweenAsking: 7 } as const

export const Survey = z.strictObject({
  word: SurveyWord.nullable(),
  comment: z.string().nullable(),
  askedAt: instant,
  answeredAt: instant.nullable(),
  /** Until when the reader may answer or change the answer; null when they may not. */
  openUntil: instant.nullable(),
})

export const SurveyAnswer = z.strictObject({
  requestId: uuid,
  referenceNumber: z.string(),
  summary: z.string(),
  deskCode: z.string(),
  deskName: z.string(),
  requesterName: z.string(),
  solverName: z.string().nullable(),
  word: SurveyWord,
  comment: z.string().nullable(),
  answeredAt: instant,
})

const answerBody = z.strictObject({ word: SurveyWord, comment: text(2000).nullable().optional() })

export const surveys = {
  get: read('GET /requests/:id/satisfaction', {
    may: 'requests.read',
    summary: 'What whoever asked says about the solution; for them and for the people of the desk',
    reply: z.strictObject({ survey: Survey.nullable() }),
  }),
  answer: command('POST /requests/:id/satisfaction', {
    may: 'requests.read',
    summary: 'Answer the survey, or change the answer within seven days',
    body: answerBody,
    reply: Survey,
    errors: [409],
    events: ['survey.answered'],
    example: { body: { word: 'GOOD', comment: 'Fast and friendly.' } },
  }),
  invitation: read('GET /satisfaction/:token', {
    may: 'anyone',
    summary: 'What the link of a mail asks about; shows and changes nothing',
    reply: Survey.extend({ referenceNumber: z.string(), summary: z.string(), companyName: z.string() }),
  }),
  answerByLink: command('POST /satisfaction/:token', {
    may: 'anyone',
    summary: 'Answer the survey by the link of a mail, without signing in',
    rate: 'mail',
    body: answerBody,
    reply: Survey,
    errors: [409],
    events: ['survey.answered'],
  }),
  list: read('GET /reporting/satisfaction', {
    may: 'requests.supervise',
    summary: 'The answers at the desks one leads, newest first, and how many there are of each word',
    query: z.strictObject({
      desk: oneOf(z.string().max(20)).optional(),
      word: oneOf(SurveyWord).optional(),
      hasComment: z.stringbool().optional(),
      answeredAfter: instant.optional(),
      answeredBefore: instant.optional(),
      q: line(200).optional(),
      ...paging,
    }),
    reply: page(SurveyAnswer).extend({
      /** Of all that the other filters let through, whatever the word. */
      counts: z.record(SurveyWord, z.int()),
    }),
  }),
  rates: read('GET /reporting/satisfaction/desks', {
    may: 'requests.supervise',
    summary: 'Of how many in a hundred solutions each desk that one leads asks',
    reply: list(z.strictObject({ id: uuid, code: z.string(), name: z.string(), percent: z.int() })),
  }),
  setRate: command('PUT /service-desks/:id/satisfaction', {
    may: 'requests.supervise',
    summary: 'Say of how many in a hundred solutions a desk asks; 0 asks nobody',
    body: z.strictObject({ percent: z.int().min(0).max(100) }),
    reply: z.strictObject({ percent: z.int() }),
    events: ['survey.rate_changed'],
  }),
}

const none = z.strictObject({})
export const surveyEvents = {
  'survey.asked': event('person', 'Deskhand asked how well {ref} was solved', none),
  'survey.withdrawn': event('person', 'Deskhand asks no more how well {ref} was solved', none),
  'survey.answered': event(
    'staff',
    '{actor} said how well {ref} was solved',
    z.strictObject({ word: SurveyWord }),
  ),
  'survey.rate_changed': event(
    'staff',
    '{actor} changed how often {subject} asks',
    z.strictObject({ percent: z.int() }),
  ),
}
