export const costWords = {
  title: 'Costs',
  on: 'Day',
  worth: 'In the books',
  unknown: 'What it was bought for, when, or how its kind loses value is not known.',
  notYet: 'It was not bought yet.',
  facts: {
    cost: 'Bought for',
    depreciated: 'Lost since',
    residual: 'Left in the end',
    ends: 'Loses no more from',
  },
  paid: 'Paid',
  nothing: 'Nothing is known to be paid.',
  total: 'In all',
  part: 'part of it',
  schedule: 'Year by year',
} as const
