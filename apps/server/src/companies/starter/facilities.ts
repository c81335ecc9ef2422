import { type StarterDesk, somethingElse } from './shape.ts'

export const facilities: StarterDesk = {
  code: 'FACILITIES',
  prefix: 'FAC',
  name: 'Facilities',
  description: 'Rooms, furniture, heating, cleaning, badges and parking.',
  promise: 'We usually answer within 4 hours',
  categories: [
    {
      name: 'Something is broken',
      description: 'Heating, light, water, doors, furniture',
      icon: 'hammer',
      types: [
        {
          kind: 'FACILITY_ISSUE',
          name: 'Repair',
          description: 'Door, window, light, furniture.',
          promise: 'usually 2 working days',
          icon: 'hammer',
          slaHours: 18,
        },
        {
          name: 'Too hot or too cold',
          description: 'Heating, cooling, air.',
          promise: 'usually the same day',
          icon: 'thermometer',
          slaHours: 9,
        },
        {
          name: 'Danger',
          description: 'Water, smoke, glass, anything that may hurt somebody.',
          promise: 'a person comes within the hour',
          icon: 'shield-alert',
          slaHours: 1,
          priority: 'CRITICAL',
        },
      ],
    },
    {
      name: 'Rooms and places',
      description: 'Desks, meeting rooms, cleaning, moves',
      icon: 'armchair',
      types: [
        {
          name: 'Cleaning',
          description: 'Extra cleaning, bins, kitchen.',
          promise: 'usually the same day',
          icon: 'spray-can',
          slaHours: 9,
        },
        {
          kind: 'MOVE',
          name: 'Desk, chair or move',
          description: 'Furniture for one, or a whole team that moves.',
          promise: 'usually 5 working days',
          icon: 'armchair',
          slaHours: 45,
          priority: 'LOW',
        },
        {
          name: 'Set up a meeting room',
          description: 'Chairs, screen, coffee for guests.',
          promise: 'ask 2 days before',
          icon: 'presentation',
          slaHours: 18,
        },
      ],
    },
    {
      name: 'Badges and parking',
      description: 'Keys, badges, parking places',
      icon: 'id-card',
      types: [
        {
          kind: 'KEY',
          name: 'Badge or key',
          description: 'A new one, a lost one, access to a door.',
          promise: 'usually 1 working day',
          icon: 'id-card',
          slaHours: 9,
        },
        {
          name: 'Parking',
          description: 'A place for you or for guests.',
          promise: 'usually 1 working day',
          icon: 'car',
          slaHours: 9,
          priority: 'LOW',
        },
      ],
    },
    somethingElse(9),
  ],
}
