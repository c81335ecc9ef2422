import type { Scenario } from './scenario.ts'

const room = { type: 'room', tags: ['meeting room'] }

export const itRooms: readonly Scenario[] = [
  {
    ...room,
    isSlow: true,
    weight: 2,
    asks: [
      [
        'Projector in room {room} has no picture',
        'The projector in {room} starts and says no signal with every laptop. There is a customer meeting at {hour}.',
      ],
      [
        'Screen in {room} stays black with USB-C',
        'The USB-C cable in {room} charges the laptop but gives no picture. HDMI works, but only the old laptops have it.',
      ],
    ],
    first:
      'I am on my way to {room}. If your meeting starts before me, {otherRoom} is free for that hour and I have booked it for you.',
    notes: 'The splitter in {room} gets hot. Third time this year, it goes on the list for replacement.',
    exchange: [
      'Does it happen with your laptop only, or did a colleague try too?',
      '{colleagueFirst} tried with a Mac, same thing.',
    ],
    wait: {
      chance: 0.25,
      reason: 'PART',
      days: [3, 9],
      says: 'A new splitter is ordered for {room}, expected on {until}. The portable screen stands in the room meanwhile.',
      done: 'The part is here. Mounting it at lunch, when the room is free.',
    },
    ends: [
      [
        'FIXED',
        'The cable in the table of {room} was broken at the plug. New cable, and the picture is right with three different laptops.',
      ],
      ['REPLACED', 'Replaced the splitter behind the screen in {room}.'],
      [
        'WORKAROUND',
        'Use the HDMI cable on the left with the small adapter on the chain until the table is rewired in {nextMonth}.',
      ],
    ],
  },
  {
    ...room,
    weight: 1.5,
    asks: [
      [
        'Camera in {room} is not found',
        'In {room} the call starts without a picture, the camera is not in the list. We used a laptop in the end.',
      ],
      [
        'No sound in room {room}',
        'The others hear us but we hear nothing in {room}. The volume is up on the panel.',
      ],
    ],
    first: 'I’ll restart the room system from here; give it three minutes and try again.',
    notes: 'The password of the room account had expired. Set to not expire, like the other rooms.',
    ends: [
      [
        'FIXED',
        'The room system hung after an update. Restarted and tested with a call from my desk, picture and sound are right.',
      ],
      ['FIXED', 'Somebody had pulled the USB plug under the table of {room}. It is back, and tied down.'],
    ],
  },
  {
    ...room,
    weight: 1,
    asks: [
      [
        'Booking panel of {room} shows the wrong meeting',
        'The panel at the door of {room} shows last week’s booking. People walk in on us.',
      ],
    ],
    first: 'The panel has lost its connection to the calendar. I’ll sign it in again.',
    ends: [
      [
        'FIXED',
        'The panel of {room} is signed in again and shows today. It now warns us when it loses the calendar.',
      ],
    ],
  },
  {
    ...room,
    weight: 1.1,
    asks: [
      [
        'Help with a hybrid meeting in {room} on {weekday}',
        'We have {nn} people in {room} and as many online on {weekday} at {hour}. Can somebody be there for the first ten minutes?',
      ],
      [
        'Sound check for the town hall on {weekday}',
        'The town hall is in {room} on {weekday} at {hour}, with {otherSite} online. Last time nobody heard the questions from the room.',
      ],
    ],
    first: 'I’ll put myself down for it and come fifteen minutes earlier.',
    wait: {
      chance: 1,
      reason: 'DATE',
      day: 'weekday',
      days: [2, 4],
      says: 'All is prepared for {until}.',
      done: 'Today is the day, I am in the room.',
    },
    ends: [
      [
        'FULFILLED',
        'Sound and picture were checked with both sides before the start, and I stayed for the first ten minutes.',
      ],
    ],
  },
]
