import type { Scenario } from './scenario.ts'

const software = { type: 'software', tags: ['licence'] }

export const itSoftware: readonly Scenario[] = [
  {
    ...software,
    isSlow: true,
    weight: 3.6,
    asks: [
      [
        '{tool} for a project',
        'For {client} I need {tool} from next week. {managerFirst} agrees, cost centre {cc}.',
      ],
      ['Licence for {tool}', 'My trial of {tool} ended and I use it every week. Can I have a licence?'],
      [
        'Install {tool} on {laptopTag}',
        'I would like {tool} on my laptop. {colleagueFirst} has it and it saves a lot of time.',
      ],
    ],
    first: [
      'We have a free licence. It goes on your laptop within the hour, no restart needed.',
      'It is on the list. I’ll assign it to you now and it installs itself over lunch.',
    ],
    notes: [
      'Licence pool for {tool}: 3 of 40 left. Taking back the one of a person who left.',
      'Unused for 90 days on another account, moving that seat.',
    ],
    exchange: [
      'Do you need it for good or for a certain time?',
      'Until the end of {nextMonth}, then somebody else can have it.',
    ],
    wait: {
      chance: 0.18,
      reason: 'OTHER',
      days: [2, 5],
      says: 'All seats are taken. I am asking around for one that is not used and tell you on {until}.',
      done: 'Found a seat that is not used.',
    },
    ends: [
      ['FULFILLED', '{tool} is installed and the licence is yours.'],
      [
        'FULFILLED',
        'Licence for {tool} assigned. You find it in the company portal under “My applications”.',
      ],
    ],
    reject:
      'The viewer you already have opens these files. A full licence of {tool} costs {bigAmount} a year, so we keep it for those who draw every day.',
  },
  {
    ...software,
    isSlow: true,
    weight: 1.3,
    departments: ['Design'],
    tags: ['licence', 'design'],
    asks: [
      [
        'Rendering plug-in for {n} people in Design',
        'We compare two plug-ins for the terrace collection and would like to try them for a month on {n} laptops.',
      ],
    ],
    first:
      'A trial is fine. I’ll put it on the {n} laptops you name and set a reminder for the end of the month.',
    exchange: [
      'Which laptops should get it?',
      'Mine and {colleagueFirst}’s to begin with, the others next week.',
    ],
    ends: [['FULFILLED', 'Installed as a trial. I’ll write to you a week before it ends.']],
  },
  {
    ...software,
    weight: 1,
    asks: [
      [
        'Need admin rights to install a driver',
        'The measuring tape from {vendor} needs a driver and my laptop asks for an administrator.',
      ],
    ],
    first: 'I’ll install it for you from here, then it is tested once and available to others too.',
    ends: [['FULFILLED', 'Driver installed and added to the portal for your colleagues.']],
    reject:
      'We do not give administrator rights for a single driver. I have offered to install it remotely instead; write when it suits you.',
  },
  {
    ...software,
    weight: 0.8,
    asks: [
      [
        'Which tool for surveys?',
        'We want to ask {nn} customers five questions. Which tool are we allowed to use?',
      ],
    ],
    first:
      'The forms in our office package do that and keep the answers in Europe. I’ll send you a short guide.',
    ends: [
      [
        'ANSWERED',
        'Use the forms of the office package. The guide is in your mailbox, and I am happy to look at your first draft.',
      ],
    ],
  },
]
