import type { Scenario } from './scenario.ts'

const broken = { type: 'broken' }
const climate = { type: 'climate', tags: ['climate'] }

export const facilities: readonly Scenario[] = [
  {
    ...broken,
    weight: 2,
    tags: ['lights'],
    asks: [
      ['Light flickers above {desk}', 'The lamp above {desk} flickers all day and gives me headaches.'],
      [
        'No light in the corridor of the {floor}',
        'Half of the corridor on the {floor} is dark in the evening.',
      ],
    ],
    first: 'I’ll change the tube {soon}, before people come in.',
    wait: {
      chance: 0.2,
      reason: 'PART',
      days: [2, 6],
      says: 'That kind of tube is no longer in stock. It is ordered and comes on {until}.',
      done: 'The tube is here.',
    },
    ends: [['REPAIRED', 'New tube and starter. The light is steady.']],
  },
  {
    ...broken,
    weight: 1.7,
    tags: ['water'],
    asks: [
      [
        'Tap in the kitchen on the {floor} drips',
        'The tap in the kitchen on the {floor} drips, by evening there is a full cup.',
      ],
      [
        'Toilet on the {floor} does not flush',
        'The left one on the {floor} does not flush since this morning. I put a paper on the door.',
      ],
    ],
    first: 'I’ll look at it in the next hour. If it needs the plumber, I’ll write to you.',
    wait: {
      chance: 0.3,
      reason: 'APPOINTMENT',
      days: [1, 4],
      says: 'The plumber comes on {until}. The water there is turned off until then.',
      done: 'The plumber is here.',
    },
    ends: [
      ['REPAIRED', 'Changed the worn part. It works as it should again.'],
      ['REPAIRED', 'The plumber changed the valve.'],
    ],
  },
  {
    ...broken,
    weight: 1.4,
    tags: ['door'],
    asks: [
      [
        'Door of {room} does not close',
        'The door of {room} stays open by a hand’s width, you hear everything outside.',
      ],
      ['Side entrance sticks', 'You have to lift the side door to open it. A visitor could not get out.'],
    ],
    first: 'Thank you. I’ll adjust the hinges {soon}.',
    ends: [['REPAIRED', 'Hinges adjusted and oiled. It closes by itself again.']],
  },
  {
    ...broken,
    weight: 1,
    tags: ['lift'],
    asks: [
      [
        'Lift stops between floors',
        'The lift stopped for a minute between first and second floor. Two people were in it.',
      ],
    ],
    first:
      'The lift is out of use until the company has looked at it. They have an emergency service and are on their way.',
    wait: {
      chance: 0.5,
      reason: 'VENDOR',
      days: [1, 4],
      says: 'They need a new door contact, which comes on {until}. Stairs until then; the goods lift is open for those who need it.',
      done: 'The lift company is here with the part.',
    },
    ends: [['REPAIRED', 'The door contact was worn. Changed and tested, the lift runs.']],
  },
  {
    ...broken,
    isSlow: true,
    weight: 1.2,
    sites: ['Bilbao'],
    departments: ['Operations'],
    tags: ['warehouse', 'dock'],
    asks: [
      ['Dock gate {n} does not close', 'Gate {n} stops half way. We hold it with a pallet, and it rains in.'],
      [
        'Rack in aisle {n} is bent',
        'A forklift touched the upright in aisle {n}. It is bent at knee height; I have blocked the two places above it.',
      ],
    ],
    first: 'Right to block it. Gorka is on his way, nobody works under it until then.',
    notes: 'Inspection of racks is due in {nextMonth} anyway, asking them to come earlier.',
    wait: {
      chance: 0.5,
      reason: 'VENDOR',
      days: [2, 8],
      says: 'The maker sends a fitter on {until}. It stays blocked.',
      done: 'The fitter is here.',
    },
    ends: [['REPAIRED', 'Repaired by the maker and signed off. You can use it again.']],
  },
  {
    ...broken,
    weight: 0.9,
    tags: ['kitchen'],
    asks: [
      [
        'Coffee machine on the {floor}',
        'The coffee machine on the {floor} asks for descaling and does nothing else.',
      ],
      [
        'Dishwasher leaves everything dirty',
        'The dishwasher on the {floor} runs and the cups come out as they went in.',
      ],
    ],
    first: 'I’ll take care of it at lunch. The machine on the other floor works.',
    ends: [['REPAIRED', 'Descaled and cleaned. There is a sheet at the machine that says when it is due.']],
  },
  {
    ...climate,
    weight: 1.6,
    months: [11, 12, 1, 2, 3],
    tags: ['heating'],
    asks: [
      ['Cold on the {floor}', 'It is 17 degrees at {desk} in the morning. We sit in our coats.'],
      ['Radiator in {room} stays cold', 'The radiator in {room} is cold although it is turned up.'],
    ],
    adds: '16 degrees this morning, I have put a thermometer on the desk.',
    first: 'I’ll look at the heating of that floor and bleed the radiators.',
    exchange: ['Is it cold all day or only until ten?', 'Until about eleven, then it gets better.'],
    ends: [
      [
        'REPAIRED',
        'There was air in the pipes of that side. Bled it, and the heating starts an hour earlier now.',
      ],
      [
        'NO_FAULT',
        'Measured for two days: 21 degrees from nine on. I have closed the gap at the window next to you.',
      ],
    ],
  },
  {
    ...climate,
    isSlow: true,
    weight: 1.8,
    months: [5, 6, 7, 8, 9, 10],
    tags: ['air conditioning'],
    asks: [
      ['Too hot on the {floor}', 'It is 29 degrees at {desk} after lunch. The air conditioning blows warm.'],
    ],
    adds: '31 degrees now. Two have gone home.',
    first: 'I’ll look at the unit now. There are two fans at reception until then.',
    wait: {
      chance: 0.3,
      reason: 'VENDOR',
      days: [1, 5],
      says: 'It needs the cooling company, they come on {until}.',
      done: 'The cooling company is here.',
    },
    ends: [['REPAIRED', 'The filter was full of dust. Cleaned it, and it cools again.']],
  },
  {
    ...climate,
    weight: 0.8,
    months: [5, 6, 7, 8, 9],
    tags: ['air conditioning', 'water'],
    asks: [
      [
        'Air conditioning drips on {desk}',
        'Water comes from the air conditioning above {desk}, about a drop a second.',
      ],
    ],
    first: 'I’m coming up with a bucket and turn the unit off for now.',
    ends: [['REPAIRED', 'The drain was blocked. Opened and flushed it, the unit is dry and running.']],
  },
  {
    ...climate,
    weight: 0.7,
    asks: [
      [
        'Bad air in {room}',
        'After an hour with eight people in {room} everybody is tired. The windows there do not open.',
      ],
    ],
    first: 'I’ll put a meter in for two days, then we know.',
    ends: [
      ['REPAIRED', 'The ventilation of {room} was set to the small step. It follows the air quality now.'],
    ],
  },
]
