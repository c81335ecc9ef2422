import * as z from 'zod'
import { AnswerValue } from './formShapes.ts'
import { FormStart } from './forms.ts'
import { command, read } from './kit.ts'

/** What concerns the answers of a request alone; changing them is changing its fields. */
export const requestAnswers = {
  form: read('GET /requests/:id/form', {
    may: 'requests.read',
    summary: 'The form that it was asked with, as it was then; 404 where there was none',
    reply: FormStart,
  }),
  reveal: command('POST /requests/:id/answers/reveal', {
    may: 'requests.read',
    summary:
      'Show the encrypted answers to who asked and to the desk that works on it; the log keeps who looked',
    keepsNothing: true,
    reply: z.strictObject({ answers: z.record(z.string(), AnswerValue) }),
    events: ['request.answers_revealed'],
  }),
}
