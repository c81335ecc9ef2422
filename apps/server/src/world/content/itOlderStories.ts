import type { Story } from './story.ts'

export const itOlderStories: readonly Story[] = [
  {
    desk: 'IT',
    back: 28,
    requester: 'omar',
    type: 'device-problem',
    impact: 'MEDIUM',
    urgency: 'MEDIUM',
    tags: ['laptop', 'battery'],
    summary: 'Replace battery, swollen trackpad',
    description:
      'The trackpad of my ThinkPad T14 (LT-00198) has come up on one side and hardly clicks. I think the battery under it is swollen.',
    steps: [
      { after: 6, who: 'ana', does: 'take' },
      { after: 2, who: 'ana', does: 'start' },
      {
        after: 2,
        who: 'ana',
        does: 'say',
        text: 'Stop using it and do not charge it, Omar. I’ll bring you a loan laptop in ten minutes and take yours with me.',
      },
      {
        after: 45,
        who: 'ana',
        does: 'note',
        text: 'Battery swollen, stored in the metal box. Part ordered with shipment SH-118, warranty until spring.',
      },
      {
        after: 20,
        who: 'omar',
        does: 'say',
        text: 'Thank you, the loan laptop works. Could the files from the desktop come over too?',
      },
      {
        after: 40,
        who: 'ana',
        does: 'say',
        text: 'They are in the sync folder already, give it an hour. The new battery is on its way.',
      },
    ],
  },
  {
    desk: 'IT',
    back: 40,
    requester: 'ruth.kim',
    type: 'access',
    impact: 'MEDIUM',
    urgency: 'MEDIUM',
    tags: ['access', 'payroll', 'audit'],
    summary: 'Access to the payroll share for auditors',
    description:
      'For the yearly audit two people of the audit firm need to read the payroll share of this year, without changing anything, for three weeks.',
    steps: [
      { after: 50, who: 'sofia', does: 'take' },
      { after: 3, who: 'sofia', does: 'start' },
      {
        after: 15,
        who: 'sofia',
        does: 'say',
        text: 'Payroll opens only with the word of María Soto and with names. Could you send me both names, Ruth?',
      },
      {
        after: 160,
        who: 'ruth.kim',
        does: 'say',
        text: 'The firm names them this week. María knows and has nothing against it.',
      },
      { after: 30, who: 'sofia', does: 'give', to: 'ana' },
      {
        after: 20,
        who: 'ana',
        does: 'wait',
        reason: 'OTHER',
        days: 3,
        text: 'Waiting for the names of the two auditors, announced for {until}.',
      },
      {
        after: 5,
        who: 'ana',
        does: 'note',
        text: 'Group is prepared: reading only, ends by itself after 21 days. HR has to say yes in writing.',
      },
    ],
  },
  {
    desk: 'IT',
    back: 71,
    requester: 'ana',
    type: 'phone',
    impact: 'LOW',
    urgency: 'MEDIUM',
    tags: ['phone', 'lease'],
    summary: 'Quarterly phone lease, 38 devices to return',
    description:
      'The lease of 38 phones ends with the quarter. All of them have to be wiped, scanned and sent back complete with charger.',
    steps: [
      { after: 30, who: 'luis', does: 'take' },
      { after: 3, who: 'luis', does: 'start' },
      {
        after: 40,
        who: 'luis',
        does: 'note',
        text: 'List printed by site: 21 Madrid, 9 Porto, 8 Bilbao. Box for Madrid stands in Store B.',
      },
      { after: 900, who: 'luis', does: 'note', text: '24 of 38 scanned. Porto sends theirs on Friday.' },
      { after: 1300, who: 'luis', does: 'give', to: 'ana' },
      {
        after: 200,
        who: 'ana',
        does: 'note',
        text: '31 of 38 scanned. Missing are five from Sales and two that are in repair.',
      },
    ],
  },
]
