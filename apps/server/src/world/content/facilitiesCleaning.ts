import type { Scenario } from './scenario.ts'

const cleaning = { type: 'cleaning', tags: ['cleaning'] }

export const facilitiesCleaning: readonly Scenario[] = [
  {
    ...cleaning,
    weight: 1.5,
    asks: [
      [
        'Spill on the carpet of the {floor}',
        'A can of paint sample fell on the carpet near {desk}. I covered it with paper.',
      ],
      [
        'Kitchen on the {floor} was not cleaned',
        'The kitchen on the {floor} is as it was yesterday evening.',
      ],
    ],
    first: 'I’ll send somebody up. Thank you for telling us.',
    ends: [['FULFILLED', 'Cleaned, nothing is left to see.']],
  },
  {
    ...cleaning,
    weight: 1.1,
    asks: [
      [
        'Paper containers are full',
        'The containers for paper on the {floor} are full, boxes stand next to them.',
      ],
      [
        'Destroy old files',
        'We have {n} boxes of files that may be destroyed. They hold names, so not in the normal paper.',
      ],
      [
        'Batteries and lamps for recycling',
        'A box with old batteries and lamps stands in our cupboard. Where does it go?',
      ],
    ],
    first: 'I’ll collect it {soon}.',
    ends: [['FULFILLED', 'Collected and brought to where it belongs.']],
  },
  {
    ...cleaning,
    weight: 0.7,
    asks: [
      [
        'No towels and soap on the {floor}',
        'There are no towels and no soap in the washroom on the {floor}.',
      ],
    ],
    first: 'On its way.',
    ends: [['FULFILLED', 'Filled up, and one more box is kept on that floor.']],
  },
]
