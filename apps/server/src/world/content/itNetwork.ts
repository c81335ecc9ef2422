import type { Scenario } from './scenario.ts'

const network = { type: 'network' }

export const itNetwork: readonly Scenario[] = [
  {
    ...network,
    isSlow: true,
    weight: 3.2,
    tags: ['wifi'],
    asks: [
      [
        'Wi-Fi weak on the {floor}',
        'On the {floor}, near {desk}, the Wi-Fi has one bar and calls break up. Two desks further it is fine.',
      ],
      [
        'Wi-Fi keeps dropping at {desk}',
        'Several times a day the Wi-Fi is gone for a minute. {colleagueFirst} next to me has the same.',
      ],
      [
        'No Wi-Fi in room {room}',
        'In {room} no device finds the company network since {pastDay}. The guest network is there.',
      ],
    ],
    adds: [
      'It was good for an hour after lunch and is bad again now.',
      'I asked around: everybody near the window has it.',
    ],
    first: [
      'I can see the access point there restarting again and again. I am on my way with a ladder.',
      'I’ll come by with the meter {soon} and look at the signal where you are.',
    ],
    notes: [
      'The access point has 41 clients, its neighbour 6. Band steering is off there.',
      'Switch port shows power errors since the new cameras. Moved the access point to another port.',
    ],
    exchange: [
      'Is it every device or only the laptop, and at what times is it worst?',
      'Phone too. Worst between ten and eleven, when the stand-ups are on.',
    ],
    wait: {
      chance: 0.22,
      reason: 'PART',
      days: [3, 8],
      says: 'The access point is broken. A new one is ordered and should be here on {until}.',
      done: 'The new access point is here, I’ll mount it today.',
    },
    ends: [
      [
        'FIXED',
        'The access point hung after an update. Restarted and updated; the signal is good at your place now.',
      ],
      ['REPLACED', 'Replaced the access point. Measured with the door closed: good everywhere.'],
      [
        'NOT_REPRODUCIBLE',
        'I measured on two days and found a good signal each time. Write again at the next drop, with the time, and I’ll look at that minute.',
      ],
    ],
  },
  {
    ...network,
    weight: 1.6,
    tags: ['wifi'],
    asks: [
      [
        'Laptop keeps jumping to the guest Wi-Fi',
        'My {laptop} connects to the guest network every morning and then nothing opens. I choose the right one by hand each day.',
      ],
    ],
    first:
      'Please forget the guest network on the laptop once (right click, forget). I am checking why it is preferred at all.',
    ends: [
      [
        'CONFIGURED',
        'The company network has priority on your laptop now and the guest network is forgotten.',
      ],
    ],
  },
  {
    ...network,
    isSlow: true,
    weight: 1.8,
    departments: ['Operations'],
    sites: ['Bilbao'],
    tags: ['wifi', 'warehouse'],
    asks: [
      [
        'Handheld scanners lose the network in aisle {n}',
        'The scanners freeze in aisle {n} and we walk back to get a signal. It costs time on every pick.',
      ],
      [
        'Scanners offline at the loading dock',
        'At dock {n} the scanners say offline. We write the pallets on paper until it works.',
      ],
    ],
    first:
      'I have the map of that aisle open. The new racks may shade the access point; Iker walks it with the meter today.',
    notes: 'Metal racking moved two weeks ago. The antenna points at the back of it now.',
    update:
      'Turned the antenna for a first improvement. A second access point goes up at the end of the aisle.',
    wait: {
      chance: 0.35,
      reason: 'APPOINTMENT',
      days: [2, 6],
      says: 'The lift for mounting at seven metres is booked for {until}. The turned antenna should carry you until then.',
      done: 'The lift is here, mounting now.',
    },
    ends: [
      ['FIXED', 'A second access point hangs at the end of the aisle. Walked it with two scanners, no drop.'],
      [
        'FIXED',
        'The scanners were on the old network name. Moved all of them, they hold the signal between the aisles now.',
      ],
    ],
  },
  {
    ...network,
    weight: 0.9,
    asks: [
      [
        'Wall socket dead at {desk}',
        'The network socket at {desk} does nothing, with two different cables. The light on the dock stays off.',
      ],
    ],
    first: 'That socket is not patched. I’ll connect it {soon}, it takes five minutes in the cabinet.',
    ends: [['FIXED', 'Patched the socket at {desk}. The light is on.']],
  },
  {
    ...network,
    weight: 1.1,
    departments: [
      'Sales',
      'Marketing',
      'Design',
      'Management',
      'Purchasing',
      'Facilities',
      'Office',
      'Taproom',
    ],
    tags: ['wifi', 'guests'],
    asks: [
      [
        'Guest Wi-Fi for {n} visitors on {weekday}',
        '{n} people from {client} visit us on {weekday} and need Wi-Fi for the whole day in room {room}.',
      ],
    ],
    first: 'You will have the codes at reception that morning, one per person.',
    ends: [['FULFILLED', 'Codes printed and left at reception, valid that day until 20:00.']],
  },
  {
    ...network,
    weight: 0.8,
    asks: [
      [
        'The website of {vendor} is blocked',
        'The browser says the page of {vendor} is blocked by the company. We order material there.',
      ],
    ],
    first: 'The filter has that page under “uncategorised”. I’ll check it and open it if it is clean.',
    ends: [['CONFIGURED', 'The page is clean and now open for everyone.']],
    reject:
      'That page spreads a program that asks for bank details. It stays blocked; please order by telephone until the supplier has cleaned it.',
  },
]
