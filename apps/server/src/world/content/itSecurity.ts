import type { Scenario } from './scenario.ts'

const security = { type: 'security', tags: ['security'] }
const other = { type: 'it-other' }

export const itSecurity: readonly Scenario[] = [
  {
    ...security,
    weight: 2.2,
    tags: ['phishing'],
    asks: [
      [
        'Strange mail from “{vendor}” with a link',
        'I got a mail that looks like {vendor} and wants me to confirm bank details behind a link. I did not click.',
      ],
      [
        'Mail pretends to be from {managerFirst}',
        'A mail with the name of {manager} asks me to buy gift cards. The address behind the name is not ours.',
      ],
    ],
    first: [
      'Right to report it, thank you. The mail is being removed from all mailboxes now. You need to do nothing else.',
      'This one goes round at the moment, you are number {n} to tell us. Delete it, we block the sender.',
    ],
    notes:
      'Sender domain was registered four days ago. Blocked it and searched all mailboxes: {nn} copies removed, two people had opened it.',
    ends: [
      ['FIXED', 'Sender blocked and every copy removed. Nobody typed anything. Thank you for reporting it.'],
    ],
  },
  {
    ...security,
    weight: 0.9,
    tags: ['phishing'],
    asks: [
      [
        'Clicked on a link in a mail',
        'I clicked on a link in a mail about a parcel and typed my password before I saw that the address was wrong. This was ten minutes ago.',
      ],
    ],
    first:
      'Thank you for telling us at once. I have ended all your sessions and locked the old password. I’ll call you on your mobile for a new one.',
    notes: 'Sign-ins of the last 24 h: only the usual places. No rule was added in the mailbox.',
    ends: [['FIXED', 'Password and sessions renewed, and no foreign sign-in found. You can work on.']],
  },
  {
    ...security,
    weight: 0.6,
    tags: ['lost device'],
    asks: [
      [
        'Company phone lost in {city}',
        'I left my {phone} in a taxi in {city} on {pastDay}. The driver cannot be reached.',
      ],
    ],
    first: 'It is locked, and wiped as soon as it goes online. Your number moves to a new SIM {soon}.',
    ends: [
      ['REPLACED', 'The old phone is wiped. You have a new one with the same number.'],
      ['FIXED', 'The driver brought it to reception. It is unlocked again, nothing was lost.'],
    ],
  },
  {
    ...security,
    weight: 0.5,
    tags: ['lost device', 'laptop'],
    asks: [
      [
        'Laptop bag stolen from the car',
        'My bag with the {laptop} ({laptopTag}) was taken from the car last night. I have been to the police.',
      ],
    ],
    first:
      'I am sorry to hear it. The laptop is locked and its disk is encrypted, nobody can read it. A loan laptop is ready for you.',
    exchange: [
      'Do you have the number of the police report? The insurance asks for it.',
      'Yes, it is on the paper that I left at the IT desk this morning.',
    ],
    ends: [
      [
        'REPLACED',
        'New laptop handed over, the old one is written off as stolen. The report is with the insurance.',
      ],
    ],
  },
  {
    ...security,
    weight: 0.5,
    asks: [
      [
        'USB stick found in the car park',
        'Somebody found a USB stick near the entrance and put it on my desk. I have not plugged it in.',
      ],
    ],
    first: 'Well done for not plugging it in. I’ll collect it {soon}.',
    ends: [
      ['ANSWERED', 'The stick belonged to a visitor and was harmless. It has been destroyed, as he wished.'],
    ],
  },
  {
    ...security,
    weight: 0.7,
    asks: [
      [
        'Is this browser extension allowed?',
        'A customer recommended an extension that turns PDF offers into a table. May I install it?',
      ],
    ],
    first: 'I’ll check what it may read before I say yes. Give me until {soon}.',
    ends: [
      [
        'ANSWERED',
        'No: it sends every page you open to a server outside Europe. The converter in the software list does the same job here.',
      ],
    ],
  },
  {
    ...other,
    weight: 1.2,
    asks: [
      [
        'Who can show me the new phone system?',
        'I was on leave during the training. Is there a recording, or ten minutes of somebody’s time?',
      ],
      [
        'How do I record a call?',
        'I would like to record the training on {weekday} for those who are travelling.',
      ],
    ],
    first:
      'There is a recording and a one-page guide; both are in the IT folder under “How to”. I can also come by {soon}.',
    ends: [['ANSWERED', 'Shown at the desk in ten minutes. The guide is linked in the calendar entry.']],
  },
  {
    ...other,
    weight: 1,
    asks: [
      [
        'Old equipment in the cupboard of the {floor}',
        'There are five old laptops and a box of cables in the cupboard on the {floor}. Can somebody take them?',
      ],
      [
        'Box of cables left over after the move',
        'After the move a box full of cables and two docks stands next to {desk}. Not ours.',
      ],
    ],
    first:
      'Thank you for telling us. I’ll collect it {soon}, please leave everything as it is because of the serial numbers.',
    ends: [
      [
        'FULFILLED',
        'Collected. Two laptops were on our missing list, so that was worth it; the rest goes to recycling.',
      ],
    ],
  },
  {
    ...other,
    weight: 0.9,
    departments: ['Marketing', 'Sales', 'Design'],
    asks: [
      [
        'Send a very large file to {client}',
        'I have 14 GB of pictures for {client} and mail cannot carry them. What do you recommend?',
      ],
    ],
    first:
      'Use the exchange folder: you’ll get a link that ends after two weeks. I’ll create it for you now.',
    ends: [
      [
        'FULFILLED',
        'The exchange folder for {client} is there, and the link is in your mailbox. It ends by itself.',
      ],
    ],
  },
  {
    ...other,
    weight: 0.8,
    asks: [
      [
        'Clock in the {app} is an hour off',
        'Since the change of the clocks the {app} shows times one hour late.',
      ],
    ],
    months: [3, 4, 10, 11],
    first:
      'Right, that server did not follow. I set it today after six, so that nobody is in the middle of something.',
    ends: [['FIXED', 'The server follows the official time again, entries of the last days were corrected.']],
  },
  {
    ...other,
    weight: 0.9,
    asks: [
      [
        'Restore a file from {share}',
        'I overwrote the file “{client} offer” in {share} on {pastDay}. Can I have the version from before?',
      ],
      [
        'Deleted a folder by mistake',
        'I deleted a folder in {share} and the bin does not have it. It was there until {pastDay}.',
      ],
    ],
    tags: ['restore'],
    first: 'The backup of that night has it. I’ll put it next to the current one, so that nothing gets lost.',
    exchange: ['Is it enough to have the state of the evening before?', 'Yes, nothing changed that day.'],
    ends: [['FIXED', 'Restored next to the current one, with “restored” in the name.']],
  },
]
