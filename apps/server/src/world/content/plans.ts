import type { DeskCode } from '../shapes.ts'

/** Something that a desk has planned to come again. */
export type Planned = {
  desk: DeskCode
  name: string
  rule: string
  time: string
  /** Since when. */
  daysAgo: number
  catchUp: 'SKIP' | 'ONE'
  summary: string
  description: string
  /** What was done each time. */
  done: readonly string[]
}

/** By the short name of the company. */
export const plannedAt: Record<string, readonly Planned[]> = {
  'harbour-pine': [
    {
      desk: 'FACILITIES',
      name: 'Fire extinguisher round',
      rule: 'FREQ=MONTHLY;BYDAY=1TU',
      time: '09:00',
      daysAgo: 170,
      catchUp: 'ONE',
      summary: 'Walk the fire extinguisher round',
      description: 'All floors. Check seal, needle and date; hang the list back behind the door.',
      done: ['All seals fine, all needles in the green.', 'One needle was low; it is exchanged.'],
    },
    {
      desk: 'FACILITIES',
      name: 'Descale the coffee machines',
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      time: '07:30',
      daysAgo: 75,
      catchUp: 'SKIP',
      summary: 'Descale the coffee machines',
      description: 'Second and fourth floor, before eight.',
      done: ['Both done before eight.', 'Done; the one on the fourth floor needs a new filter next time.'],
    },
    {
      desk: 'FACILITIES',
      name: 'Test the emergency lights',
      rule: 'FREQ=MONTHLY;BYMONTHDAY=15',
      time: '17:30',
      daysAgo: 140,
      catchUp: 'SKIP',
      summary: 'Test the emergency lights',
      description: 'Stairwells and the archive. Five minutes each, after most have left.',
      done: ['All on for five minutes.', 'One lamp in the archive was dead and is replaced.'],
    },
    {
      desk: 'IT',
      name: 'Check the UPS',
      rule: 'FREQ=MONTHLY;BYDAY=1MO',
      time: '08:30',
      daysAgo: 130,
      catchUp: 'ONE',
      summary: 'Check the UPS in the server room',
      description: 'Load, battery age, and the log since the last time.',
      done: [
        'Load at 41 %, batteries two years old, log clean.',
        'Load at 43 %. Two short dips in the log, both under a second.',
      ],
    },
  ],
}
