import type { Story } from './story.ts'

export const otherStories: readonly Story[] = [
  {
    desk: 'FINANCE',
    back: 0,
    requester: 'marta',
    type: 'card',
    impact: 'LOW',
    urgency: 'MEDIUM',
    tags: ['card', 'travel'],
    summary: 'Expense card limit for Lisbon trip',
    description:
      'For the trip to Lisbon with the auditors the limit of my card is too low, hotel and dinner for six go over it. Could it be €4,000 for two weeks?',
    steps: [
      { after: 25, who: 'pablo', does: 'take' },
      { after: 2, who: 'pablo', does: 'start' },
      {
        after: 4,
        who: 'pablo',
        does: 'say',
        text: 'Yes. The bank has to set it, I have sent them the form.',
      },
      {
        after: 30,
        who: 'pablo',
        does: 'wait',
        reason: 'VENDOR',
        days: 1,
        text: 'The bank sets the new limit on {until}.',
      },
    ],
  },
  {
    desk: 'FACILITIES',
    back: 2,
    requester: 'marta',
    type: 'key',
    impact: 'LOW',
    urgency: 'MEDIUM',
    tags: ['key'],
    summary: 'Second key for the archive cabinet',
    description:
      'Teresa and I share the cabinet with the contracts and have one key between us. Could we have a second one?',
    steps: [
      { after: 40, who: 'omar', does: 'take' },
      { after: 2, who: 'omar', does: 'start' },
      {
        after: 30,
        who: 'omar',
        does: 'ask',
        text: 'There are two grey cabinets in the archive, with locks of different kinds. What is the number on the lock of yours, next to the keyhole?',
      },
    ],
  },
  {
    desk: 'HR',
    back: 4,
    requester: 'marta',
    type: 'certificate',
    impact: 'LOW',
    urgency: 'LOW',
    tags: ['certificate'],
    summary: 'Proof of employment for the bank',
    description: 'The bank wants a paper that says since when I work here. In Spanish, with stamp.',
    steps: [
      { after: 90, who: 'nuria', does: 'take' },
      { after: 2, who: 'nuria', does: 'start' },
      {
        after: 3,
        who: 'nuria',
        does: 'say',
        text: 'You’ll get it as soon as María has signed it, Marta. The paper copy goes to reception.',
      },
    ],
  },
  {
    desk: 'FACILITIES',
    back: 4,
    requester: 'jorge',
    type: 'move',
    impact: 'LOW',
    urgency: 'MEDIUM',
    tags: ['move', 'onboarding'],
    summary: 'Desk for Inés Prat in the Porto studio',
    description:
      'Inés starts on {firstOf}. After the first week she sits in the Porto studio, best at the long table near the model makers.',
    steps: [
      { after: 60, who: 'joana.freitas', does: 'give', to: 'omar' },
      { after: 10, who: 'omar', does: 'start' },
      {
        after: 15,
        who: 'omar',
        does: 'say',
        text: 'There is one place left at the long table. I’ll bring a chair and a lamp with the next van to Porto.',
      },
      { after: 300, who: 'jorge', does: 'say', text: 'Very good. Could there be a pinboard as well?' },
    ],
  },
  {
    desk: 'FACILITIES',
    back: 6,
    requester: 'leo.brandt',
    type: 'key',
    impact: 'LOW',
    urgency: 'MEDIUM',
    tags: ['badge', 'bikes'],
    summary: 'Badge does not open the bike store',
    description:
      'My badge opens everything but the bike store. It worked until Friday. The bike stands in the corridor now, which nobody likes.',
    steps: [],
  },
]
