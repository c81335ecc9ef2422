import type { Scenario } from './scenario.ts'

const payroll = { type: 'payroll', tags: ['payroll'] }
const certificate = { type: 'certificate', tags: ['certificate'] }
const details = { type: 'details', tags: ['personal details'] }
const benefits = { type: 'benefits', tags: ['benefits'] }

export const hrPeople: readonly Scenario[] = [
  {
    ...payroll,
    weight: 1.6,
    asks: [
      [
        'Payslip of {month} does not look right',
        'On my payslip of {month} the transport allowance is missing, and the net is {amount} less than usual.',
      ],
      ['Less pay than last month', 'My net pay is {amount} lower and I do not see why.'],
    ],
    first: 'I’ll look at both months next to each other and explain the difference.',
    notes: 'Tax class changed by the authority on the first. Allowance is a real error of ours.',
    ends: [
      [
        'FIXED',
        'The allowance was forgotten. It comes with the next payroll, together with the tax difference.',
      ],
      [
        'ANSWERED',
        'The tax office changed your rate from the first of {month}. The letter is in your payroll folder.',
      ],
    ],
  },
  {
    ...payroll,
    weight: 0.9,
    asks: [
      [
        'New bank account for my salary',
        'I changed banks. From which month can the salary go to the new account?',
      ],
    ],
    first: 'Until the 18th it works for the same month. I’ll call you to check the number, never by mail.',
    notes: 'Called back on the number in the file, last four digits confirmed.',
    ends: [
      ['FULFILLED', 'The new account is used from this month. Keep the old one open for two more weeks.'],
    ],
  },
  {
    ...payroll,
    weight: 0.8,
    asks: [
      [
        'How is the bonus taxed?',
        'I got the letter about my bonus. How much of it will arrive, and in which month?',
      ],
    ],
    months: [1, 2, 3, 4],
    first: 'It comes with the March payroll. I’ll send you a calculation for your case.',
    ends: [['ANSWERED', 'The calculation is in your payroll folder; about 62 % of it arrives.']],
  },
  {
    ...certificate,
    weight: 2.2,
    asks: [
      [
        'Proof of employment for the bank',
        'The bank wants a paper that says since when I work here and that the contract has no end.',
      ],
      [
        'Salary certificate for a flat',
        'For renting a flat I need a certificate with my yearly salary, until {weekday}.',
      ],
      [
        'Certificate in English for a visa',
        'For my visa to {farCity} I need a letter in English with my job title and leave dates.',
      ],
    ],
    first: 'You have it {soon}, with signature and stamp as PDF. Tell me if they want it on paper.',
    ends: [['DOCUMENT_SENT', 'The certificate is in your mailbox, signed. The paper copy is at reception.']],
  },
  {
    ...certificate,
    weight: 0.8,
    asks: [
      [
        'Reference letter for {leaver}',
        '{leaver} left us in {month} and asks for a reference letter. I have written a draft.',
      ],
    ],
    first: 'Thank you for the draft, that makes it quick. I’ll bring it into the usual form.',
    ends: [['DOCUMENT_SENT', 'The letter is signed and on its way by post.']],
  },
  {
    ...details,
    weight: 1.8,
    asks: [
      [
        'New address from {startDate}',
        'I move on {startDate}. The new address is in the attached form of the town hall.',
      ],
      [
        'New emergency contact',
        'Could you change my emergency contact? The person in the file has another number now.',
      ],
      [
        'Change of name after marriage',
        'I am married since {pastDate} and carry the new name. Mail address can stay as it is.',
      ],
    ],
    first: 'Thank you for telling us early. I’ll change it in the file and in payroll.',
    ends: [['FULFILLED', 'Changed in the file, in payroll and with the insurance.']],
  },
  {
    ...benefits,
    weight: 1.5,
    asks: [
      [
        'Add my daughter to the health insurance',
        'Our daughter was born on {pastDate}. How do I add her to the insurance?',
      ],
    ],
    first: 'The insurance has a person for us. I’ll pass it on and stay in copy.',
    wait: {
      chance: 0.35,
      reason: 'VENDOR',
      days: [3, 8],
      says: 'The insurance has everything and confirms on {until}.',
      done: 'The insurance has confirmed.',
    },
    ends: [['FULFILLED', 'The insurance has confirmed. The card comes by post within two weeks.']],
  },
  {
    ...benefits,
    weight: 1.4,
    asks: [
      ['Meal card is not accepted', 'My meal card is refused in the canteen since {pastDay}.'],
      ['Meal card for {newcomer}', '{newcomer} started on the first and has no meal card yet.'],
    ],
    first: 'I’ll order a new one today. Until then reception has guest vouchers for you.',
    ends: [['FULFILLED', 'The new card is at reception, loaded for this month.']],
  },
]
