import type { SurveyWord } from '@deskhand/contract'

/** From the best to the worst. */
export const surveyAnswers: Record<SurveyWord, string> = {
  VERY_GOOD: 'Very good',
  GOOD: 'Good',
  FAIR: 'Fair',
  BAD: 'Bad',
  VERY_BAD: 'Very bad',
}

export const surveyWords = {
  question: 'How well was it solved?',
  comment: 'What went well, what did not? (optional)',
  send: 'Send',
  change: 'Change the answer',
  thanks: (word: string) => `Thank you. You said: ${word.toLowerCase()}.`,
  changeable: (day: string) => `You can change it until ${day}.`,
  pick: 'Pick one of the five words first.',
  failed: (sentence: string) => `Not sent. ${sentence}`,
}

export const rateWords = {
  about: (ref: string, summary: string, company: string) => `${ref} “${summary}”, at ${company}.`,
  thanks: 'Thank you',
  missing: 'This link leads nowhere.',
  missingAbout: 'It may have been cut off, or the request was opened again meanwhile.',
  over: 'The time to answer is over',
}

export const panelWords = {
  title: 'How it was solved',
  none: 'Asked, not answered yet.',
}

export const satisfactionWords = {
  title: 'Satisfaction',
  refused: 'What people say about their solutions is for who leads a desk.',
  desk: 'Desk',
  word: 'Answer',
  comments: 'Comment',
  withComment: 'with a comment',
  find: 'Find in comments and titles',
  summary: (count: number, share: number) =>
    `${count === 1 ? '1 answer' : `${count} answers`}, ${share} % good or very good.`,
  noneYet: 'No answers yet.',
  columns: {
    word: 'Answer',
    request: 'Request',
    comment: 'Comment',
    who: 'From',
    solver: 'Solved by',
    at: 'When',
  },
  empty: 'Nobody has answered yet.',
  emptyAbout: 'After a request is solved, the mail about it asks how it went.',
  filtered: 'No answer like that.',
  clear: 'Clear filters',
  asks: 'How often desks ask',
  rate: (desk: string) => `${desk} asks after`,
  percent: (percent: number) =>
    percent === 0 ? 'nobody' : percent === 100 ? 'each solution' : `${percent} in 100`,
  saved: (desk: string, words: string) => `${desk} asks after ${words}.`,
  failed: (sentence: string) => `Not saved. ${sentence}`,
}
