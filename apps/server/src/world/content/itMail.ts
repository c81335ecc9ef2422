import type { Scenario } from './scenario.ts'

const mail = { type: 'mail-problem', tags: ['mail'] }

export const itMail: readonly Scenario[] = [
  {
    ...mail,
    weight: 1.3,
    asks: [
      [
        'Our mail never arrives at {client}',
        '{client} does not get our mails since {pastDay}. Nothing comes back either.',
      ],
    ],
    first:
      'I’ll follow one of them through the log. Tell me the time and the address of one that is missing.',
    exchange: [
      'When was the last one sent, and to which address?',
      'Today at {hour}, to their purchasing. The subject has the order {po} in it.',
    ],
    ends: [
      [
        'ANSWERED',
        'We deliver it, their side throws it away. I have written to their IT with the log lines, and they let us through now.',
      ],
      ['FIXED', 'One of our three senders was on a block list. It is off the list again, mail arrives.'],
    ],
  },
  {
    ...mail,
    weight: 1.3,
    asks: [
      [
        'Mail from {vendor} does not reach us',
        '{vendor} sends invoices and they do not arrive, not in junk either.',
      ],
      [
        'Attachment from {client} was removed',
        'The mail of {client} arrived, but instead of the drawing there is a text that says removed.',
      ],
    ],
    first: 'I’ll look into quarantine for that sender.',
    ends: [
      [
        'FIXED',
        'It was held in quarantine because of the attachment. Released, and the sender is allowed from now on.',
      ],
    ],
  },
  {
    ...mail,
    weight: 1.8,
    tags: ['calendar'],
    asks: [
      [
        'Calendar of {colleague} does not show',
        'I should see the calendar of {colleagueFirst} and it is empty for me.',
      ],
      ['Meetings appear an hour off', 'Invitations from {otherSite} are an hour off in my calendar.'],
    ],
    first: 'I’ll look at the settings on both sides. It is nearly always the time zone or the sharing.',
    ends: [
      [
        'CONFIGURED',
        'Sharing and time zone are right on both sides now. Old entries stay as they were, new ones come right.',
      ],
    ],
  },
  {
    ...mail,
    weight: 1.2,
    asks: [['Mailbox full', 'I cannot send, it says the mailbox is full. I deleted the big ones already.']],
    first: 'Deleting helps only when the bin is emptied too. I also switch on the archive for you.',
    ends: [
      [
        'CONFIGURED',
        'Archive is on: mail older than two years moves there by itself. You have 40 GB free again.',
      ],
    ],
  },
  {
    type: 'mailbox',
    weight: 2,
    tags: ['mail'],
    asks: [
      ['Shared mailbox {mailbox}', 'We need {mailbox} for the team, {n} people read and send from it.'],
      ['Add {newcomer} to {mailbox}', '{newcomer} should read and answer in {mailbox}.'],
      [
        'List for everyone in {site}',
        'I would like a list that reaches all people in {site}, for building news.',
      ],
    ],
    first: 'That is quick. Who decides later who may be in it?',
    ends: [['CONFIGURED', 'Done. It appears in your mail program by itself after a restart.']],
  },
]
