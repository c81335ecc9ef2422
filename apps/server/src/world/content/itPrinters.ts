import type { Scenario } from './scenario.ts'

const printer = { type: 'printer', tags: ['printer'] }

export const itPrinters: readonly Scenario[] = [
  {
    ...printer,
    weight: 2.4,
    asks: [
      [
        'Printer {printer} jams on every page',
        '{printer} pulls two sheets and jams. I cleared the tray twice, it comes back after some pages.',
      ],
      [
        'Paper jam in {printer} again',
        'Third time this week. {printer} says jam in area B and there is nothing in area B.',
      ],
    ],
    adds: [
      'Now it also says that the tray is open. It is not.',
      'With the thin paper it seems to be better.',
    ],
    first: 'I am coming up. Until then you can print to the one near reception, it is in your list as well.',
    notes:
      'Pick-up rollers of {printer} are worn, counter at 212,000. Ordering the kit instead of clearing jams every week.',
    exchange: [
      'Is it with tray 1, tray 2 or both?',
      'Only tray 2. From tray 1 it works, but that has the letterhead in it.',
    ],
    wait: {
      chance: 0.4,
      reason: 'PART',
      days: [2, 5],
      says: 'New rollers for {printer} are ordered and come on {until}. Use the one near reception meanwhile.',
      done: 'The rollers are here, changing them now.',
    },
    ends: [
      ['FIXED', 'Changed the pick-up rollers of {printer} and cleaned the path. Fifty pages without a jam.'],
      ['FIXED', 'A torn corner sat behind the fuser of {printer}. It is out, and the printer runs.'],
    ],
  },
  {
    ...printer,
    weight: 2.2,
    asks: [
      [
        'Toner empty in {printer}',
        '{printer} says replace black toner. There is no spare in the cupboard next to it.',
      ],
      ['{printer} needs toner', 'Pages come out pale grey. The display shows 2 % for black.'],
    ],
    first: [
      'Toner is in stock, I’ll bring one {soon}.',
      'On its way. Shaking the old one gently gives you another thirty pages.',
    ],
    ends: [['FULFILLED', 'Toner changed in {printer}, and a spare one is in the cupboard now.']],
  },
  {
    ...printer,
    weight: 1.3,
    asks: [
      [
        '{printer} prints grey stripes',
        'All pages from {printer} have a grey stripe on the left side. We cannot send offers to {client} like that.',
      ],
    ],
    first:
      'That is the drum. The printer is leased, so their technician has to change it; I have called them.',
    notes: 'Lease partner wants the counter: 184,310. Case opened with them.',
    wait: {
      chance: 0.6,
      reason: 'VENDOR',
      days: [1, 4],
      says: 'The technician of the lease partner comes on {until}.',
      done: 'Their technician has been here and changed the drum.',
    },
    ends: [['REPLACED', 'The drum of {printer} was replaced by the lease partner. The stripe is gone.']],
  },
  {
    ...printer,
    weight: 2,
    asks: [
      [
        '{printer} is offline for everybody on the {floor}',
        'Nobody on the {floor} can print since this morning. The display shows an address but the queue says offline.',
      ],
      [
        'Print jobs hang in the queue of {printer}',
        'Jobs go in and nothing comes out. {nn} are waiting, some are mine from yesterday.',
      ],
    ],
    adds: 'A colleague switched it off and on, it is still offline.',
    first: 'I can see {printer} among the devices that do not answer. Restarting it from here first.',
    ends: [
      ['FIXED', '{printer} had lost its address after a power cut. It has a fixed one now and prints again.'],
      ['FIXED', 'One broken PDF held the queue of {printer}. Removed it, the rest came out.'],
    ],
  },
  {
    ...printer,
    weight: 1.7,
    departments: ['Operations', 'Customer care'],
    tags: ['printer', 'labels'],
    asks: [
      [
        'Label printer in shipping prints half labels',
        'The label printer cuts every label in the middle since the new roll. We have {nn} parcels to send today.',
      ],
    ],
    first:
      'The new rolls are a little longer. I set the size from here, please print one test label in two minutes.',
    exchange: [
      'What does the box of the roll say, 100 or 102 × 150?',
      'The box says 102 × 150. We always had 100 before.',
    ],
    ends: [
      [
        'FIXED',
        'Label size set to the new rolls and the sensor calibrated. Purchasing knows to order one kind only.',
      ],
      ['REPLACED', 'The cutter was broken. You have the spare label printer, the old one goes to repair.'],
    ],
  },
  {
    ...printer,
    weight: 1.4,
    asks: [
      [
        'Cannot find printer {printer} on my laptop',
        'New laptop since {pastDate}, and {printer} is not in the list. I print {nn} pages a day.',
      ],
    ],
    first: 'I’ll add {printer} to your laptop from here, it should appear within ten minutes.',
    ends: [['CONFIGURED', '{printer} is on your laptop as the default printer. The test page came out.']],
  },
  {
    ...printer,
    weight: 1.3,
    tags: ['printer', 'scan'],
    asks: [
      [
        'Scan to mail does not arrive',
        'I scan on {printer} to my own address and nothing arrives. The display says sent. It is not in junk either.',
      ],
    ],
    first:
      'The scans go out, but our own filter has held them back since {pastDay}. I am releasing them now.',
    ends: [
      [
        'FIXED',
        'The filter took mail from the printers for forged mail. They are allowed now, and the held scans have been delivered.',
      ],
    ],
  },
  {
    ...printer,
    weight: 0.9,
    tags: ['printer', 'badge'],
    asks: [
      [
        'Badge release on {printer} does not know me',
        'I hold my badge to {printer} and it says unknown card. I got the badge on {pastDate}.',
      ],
    ],
    first:
      'Your new badge is not linked yet. Hold it once more and type your e-mail password on the display, that links it.',
    ends: [['FIXED', 'Badge linked. You can release prints at all three sites with it.']],
  },
]
