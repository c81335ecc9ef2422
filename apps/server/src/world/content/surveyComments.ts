import type { SurveyWord } from '@deskhand/contract'

/** What people write beside the word they pick; each fits whatever was solved. */
export const comments: Record<SurveyWord, readonly string[]> = {
  VERY_GOOD: [
    'Sorted before I had finished my coffee. Thank you.',
    'Quick, clear, and they told me what to do if it comes back.',
    'I always knew who had it. That alone is worth a lot.',
    'Friendly, and I did not have to explain it twice.',
    'Better than I expected.',
  ],
  GOOD: [
    'All fine. A little faster would have been nice.',
    'It works again, thanks.',
    'Good help, once somebody had picked it up.',
    'Solved. The first answer was for another case, but the second one fitted.',
  ],
  FAIR: [
    'It works, but I had to ask twice where it stood.',
    'Took longer than the form said.',
    'Solved in the end. I would have liked to know why it happened.',
  ],
  BAD: [
    'Nobody told me that it would take until the next day.',
    'I was asked for the same thing three times.',
    'It is solved for me, but not for the colleague beside me.',
  ],
  VERY_BAD: ['It came back the same afternoon.', 'I solved it myself before anybody looked at it.'],
}
