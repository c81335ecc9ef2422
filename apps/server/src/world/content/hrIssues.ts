import type { Scenario } from './scenario.ts'

const issue = { type: 'hr-issue', tags: ['case'], isSlow: true } as const

/** Cases in confidence: few, said carefully. */
export const hrIssues: readonly Scenario[] = [
  {
    ...issue,
    weight: 2,
    asks: [
      [
        'I would like to talk about my workload',
        'Since {month} I do the work of two people. I have said it twice and nothing changed. I sleep badly and do not want it to go on like this.',
      ],
      [
        'Too much for too long',
        'I come in at seven and leave at eight, for weeks now. I would like to speak with somebody who is not in my team.',
      ],
    ],
    first:
      'Thank you for writing. I have an hour for you {soon}, here or outside, as you like. Nobody learns of it without your word.',
    notes:
      'Second case from this team this year. Not to be linked in the open; for the talk with the head of the department.',
    exchange: [
      'Would you like to have somebody with you in the talk, for example from the works council?',
      'For the first talk just us two. Later perhaps.',
    ],
    ends: [
      [
        'ANSWERED',
        'Agreed: two tasks move to somebody else from the first of {nextMonth}, and we talk again after six weeks.',
      ],
    ],
  },
  {
    ...issue,
    weight: 2,
    asks: [
      [
        'Conflict with a colleague',
        'There is a person in my team who talks about me when I am not there, and lately also when I am. I would like it to stop without making it bigger.',
      ],
      [
        'Tone in our meetings',
        'In our weekly meeting I am cut off every time. Two others have noticed. I do not know how to bring it up.',
      ],
    ],
    first:
      'I am glad you told us. Let us first talk about what you would like to happen, before anybody else hears of it.',
    exchange: [
      'Is it all right for you if I speak with the other person, without saying who came to me?',
      'Yes, if you wait until after next week.',
    ],
    ends: [
      [
        'ANSWERED',
        'Three talks, the last one together. Both sides have said that it is better; I’ll ask again in a month.',
      ],
    ],
  },
  {
    ...issue,
    weight: 1.2,
    asks: [
      [
        'Remarks I do not want to hear',
        'A colleague makes remarks about my clothes, again on {pastDay}. I have said that I do not like it. I have written down the dates.',
      ],
    ],
    first:
      'What you describe is not acceptable and you did right to write. I’ll call you today, at a time that suits you.',
    notes: 'Handled under the protocol. Access list checked: requester and desk only.',
    ends: [
      [
        'ANSWERED',
        'The person has been spoken to under the protocol and has had a written warning. You have my direct number.',
      ],
    ],
  },
  {
    ...issue,
    weight: 1.2,
    asks: [
      [
        'Return after a long illness',
        'I have been ill for {n} weeks and the doctor suggests to begin with half days. How do we do that, and who needs to know why?',
      ],
    ],
    first: 'Nobody needs to know why. We make a plan with hours only; I’ll send you a first one {soon}.',
    wait: {
      chance: 0.5,
      reason: 'OTHER',
      days: [3, 7],
      says: 'The company doctor looks at the plan, I have it back on {until}.',
      done: 'The company doctor agrees with the plan.',
    },
    ends: [['FULFILLED', 'The plan of eight weeks is signed. Your manager knows the hours, not the reason.']],
  },
  {
    ...issue,
    weight: 1,
    asks: [
      [
        'Caring for a parent',
        'My father needs care since {month}. I would like to know what is possible, before I talk with my manager.',
      ],
    ],
    first:
      'There is more possible than most people think. I’ll put the three ways together for you, with what each means for pay.',
    ends: [
      [
        'POLICY_EXPLAINED',
        'You have chosen fixed hours with two afternoons at home. It runs for six months and can be renewed.',
      ],
    ],
  },
  {
    ...issue,
    weight: 0.8,
    asks: [
      [
        'Question about a written warning',
        'I received a warning on {pastDate} and do not agree with what it says. What are my rights?',
      ],
    ],
    first:
      'You may answer in writing, and your answer is kept next to it. I’ll explain the steps to you in person.',
    ends: [
      ['ANSWERED', 'Your answer is in the file, next to the warning. Both are removed after two years.'],
    ],
  },
]
