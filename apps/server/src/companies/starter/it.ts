import { type StarterDesk, somethingElse } from './shape.ts'

export const it: StarterDesk = {
  code: 'IT',
  prefix: 'IT',
  name: 'IT support',
  description: 'Computers, phones, accounts, programs and the network.',
  promise: 'We usually answer within 2 hours',
  teams: ['First line', 'Second line'],
  categories: [
    {
      name: 'Something does not work',
      description: 'Devices, programs, network',
      icon: 'wrench',
      types: [
        {
          kind: 'PROBLEM',
          name: 'A device does not work',
          description: 'Laptop, phone, screen, mouse, dock, headset.',
          promise: 'usually the same day',
          icon: 'laptop',
          slaHours: 8,
        },
        {
          name: 'A program does not work',
          description: 'It does not open, is slow, or shows a message.',
          promise: 'usually the same day',
          icon: 'app-window',
          slaHours: 8,
        },
        {
          name: 'No network',
          description: 'Wi-Fi, VPN or the whole office.',
          promise: 'usually within 4 hours',
          icon: 'wifi-off',
          slaHours: 4,
          priority: 'HIGH',
        },
        {
          name: 'Suspicious mail or device',
          description: 'Phishing, malware, a lost phone or laptop.',
          promise: 'a person looks within the hour',
          icon: 'shield-alert',
          slaHours: 2,
          priority: 'CRITICAL',
        },
      ],
    },
    {
      name: 'Accounts and access',
      description: 'Passwords, folders, programs, groups',
      icon: 'key-round',
      types: [
        {
          name: 'I cannot sign in',
          description: 'Forgotten password, locked account, new phone.',
          promise: 'usually within 2 hours',
          icon: 'lock',
          slaHours: 2,
          priority: 'HIGH',
        },
        {
          kind: 'ACCESS',
          name: 'Access to something',
          description: 'A folder, a program, a mailbox, a group.',
          promise: 'usually 1 working day',
          icon: 'folder-key',
          slaHours: 9,
        },
      ],
    },
    {
      name: 'Something new',
      description: 'Equipment and programs',
      icon: 'shopping-cart',
      types: [
        {
          kind: 'HARDWARE',
          name: 'New equipment',
          description: 'Laptop, phone, screen, keyboard, headset.',
          promise: 'usually 5 working days',
          icon: 'monitor',
          slaHours: 45,
          priority: 'LOW',
        },
        {
          kind: 'SOFTWARE',
          name: 'A program or licence',
          description: 'Installed on your device, or a seat for you.',
          promise: 'usually 2 working days',
          icon: 'download',
          slaHours: 18,
          priority: 'LOW',
        },
      ],
    },
    somethingElse(9),
  ],
}
