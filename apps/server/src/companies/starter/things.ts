import { type Depreciation, ThingFields, type thingIcons } from '@deskhand/contract'
import type * as z from 'zod'

type Fields = z.output<typeof ThingFields>

/** A kind of thing that a company begins with; it changes them as it likes. */
export type StarterKind = {
  name: string
  tagPrefix: string
  icon: (typeof thingIcons)[number]
  desk: 'IT' | 'FACILITIES'
  fields: Fields
  policyText: string | null
  bearsData: boolean
  depreciation: Depreciation | null
  lifetimeMonths: number
}

type Text = Omit<StarterKind, 'desk' | 'fields' | 'policyText' | 'bearsData' | 'depreciation'> & {
  desk?: StarterKind['desk']
  fields?: z.input<typeof ThingFields>
  policyText?: string
  bearsData?: true
  /** Over how many months it loses its value; nothing where that is not worth the while. */
  writtenOff?: number
}

const kind = ({
  desk = 'IT',
  fields = [],
  policyText,
  bearsData,
  writtenOff,
  ...text
}: Text): StarterKind => ({
  ...text,
  desk,
  fields: ThingFields.parse(fields),
  policyText: policyText ?? null,
  bearsData: bearsData ?? false,
  depreciation: writtenOff ? { method: 'STRAIGHT_LINE', months: writtenOff, residualPercent: 0 } : null,
})

const choices = (...labels: string[]) => labels.map((label) => ({ value: label, label }))
const memory = { key: 'memory', type: 'number', label: 'Memory', unit: 'GB', min: 1, max: 4096 } as const
const disk = { key: 'disk', type: 'number', label: 'Disk', unit: 'GB', min: 1, max: 1_000_000 } as const
const processor = { key: 'processor', type: 'line', label: 'Processor', maxLength: 100 } as const
const host = { key: 'hostName', type: 'line', label: 'Name in the network', maxLength: 100 } as const
const address = { key: 'ipAddress', type: 'line', label: 'IP address', maxLength: 60 } as const
const imei = {
  key: 'imei',
  type: 'line',
  label: 'IMEI',
  pattern: '[0-9]{15}',
  patternHelp: 'Fifteen digits; *#06# shows them.',
} as const
const number = { key: 'phoneNumber', type: 'line', label: 'Phone number', maxLength: 40 } as const

const computerPolicy = `This device belongs to the company and is yours to work with.

- Lock it when you leave it, and let nobody else work under your name.
- Keep its encryption and its updates on.
- If it is lost, stolen or damaged, say so on the same day; nobody is blamed for saying it soon.
- Bring it back, with what came with it, when you get another one or leave.`
const phonePolicy = `This phone belongs to the company and is yours to use.

- Keep a code or your fingerprint on it.
- If it is lost or stolen, say so at once, so that it can be locked and emptied from afar.
- Private use is fine as long as it costs nothing extra; costs abroad are yours unless you travel for work.
- Bring it back, without your own account on it, when you get another one or leave.`
const carPolicy = `This vehicle belongs to the company and is handed to you with its keys and papers.

- You hold a licence that is valid, and show it when you are asked.
- Keep to the dates of service and inspection that are written in its book.
- Fines are yours. Report every accident on the same day, however small.
- Bring it back clean and with its keys, papers and cards.`

/** Tags begin with two letters, so that who reads one aloud says what it is. */
export const starterKinds: readonly StarterKind[] = [
  kind({
    name: 'Laptop',
    tagPrefix: 'LT',
    icon: 'laptop',
    fields: [
      memory,
      disk,
      processor,
      { key: 'keyboard', type: 'line', label: 'Keyboard', maxLength: 40 },
      host,
    ],
    policyText: computerPolicy,
    bearsData: true,
    writtenOff: 36,
    lifetimeMonths: 48,
  }),
  kind({
    name: 'Desktop',
    tagPrefix: 'PC',
    icon: 'desktop',
    fields: [memory, disk, processor, host],
    bearsData: true,
    writtenOff: 48,
    lifetimeMonths: 60,
  }),
  kind({
    name: 'Monitor',
    tagPrefix: 'MN',
    icon: 'monitor',
    fields: [
      { key: 'inches', type: 'number', label: 'Diagonal', unit: 'inches', decimals: 1, min: 5, max: 200 },
    ],
    writtenOff: 60,
    lifetimeMonths: 84,
  }),
  kind({
    name: 'Phone',
    tagPrefix: 'PH',
    icon: 'phone',
    fields: [imei, number, { key: 'plan', type: 'line', label: 'Plan', maxLength: 100 }],
    policyText: phonePolicy,
    bearsData: true,
    writtenOff: 24,
    lifetimeMonths: 36,
  }),
  kind({
    name: 'Tablet',
    tagPrefix: 'TB',
    icon: 'tablet',
    fields: [disk, imei, number],
    policyText: phonePolicy,
    bearsData: true,
    writtenOff: 36,
    lifetimeMonths: 48,
  }),
  kind({ name: 'Dock', tagPrefix: 'DK', icon: 'dock', writtenOff: 36, lifetimeMonths: 60 }),
  kind({
    name: 'Headset',
    tagPrefix: 'HS',
    icon: 'headset',
    fields: [
      {
        key: 'connection',
        type: 'choice',
        label: 'Connection',
        options: choices('USB', 'Bluetooth', 'DECT'),
      },
    ],
    lifetimeMonths: 36,
  }),
  kind({
    name: 'Printer',
    tagPrefix: 'PR',
    icon: 'printer',
    fields: [
      host,
      address,
      { key: 'printsColour', type: 'yesNo', label: 'Prints in colour' },
      { key: 'pages', type: 'number', label: 'Pages so far', min: 0 },
    ],
    bearsData: true,
    writtenOff: 60,
    lifetimeMonths: 84,
  }),
  kind({
    name: 'Network',
    tagPrefix: 'NW',
    icon: 'network',
    fields: [
      {
        key: 'role',
        type: 'choice',
        label: 'What it is',
        options: choices('Switch', 'Access point', 'Router', 'Firewall', 'Other'),
      },
      host,
      address,
      { key: 'firmware', type: 'line', label: 'Firmware', maxLength: 60 },
    ],
    writtenOff: 60,
    lifetimeMonths: 84,
  }),
  kind({
    name: 'Server',
    tagPrefix: 'SV',
    icon: 'server',
    fields: [
      memory,
      disk,
      processor,
      host,
      address,
      { key: 'rackUnit', type: 'line', label: 'Place in the rack', maxLength: 40 },
    ],
    bearsData: true,
    writtenOff: 60,
    lifetimeMonths: 72,
  }),
  kind({
    name: 'Meeting room equipment',
    tagPrefix: 'MR',
    icon: 'meeting',
    fields: [address],
    writtenOff: 60,
    lifetimeMonths: 72,
  }),
  kind({
    name: 'Keyboard or mouse',
    tagPrefix: 'KY',
    icon: 'keyboard',
    fields: [{ key: 'layout', type: 'line', label: 'Layout', maxLength: 40 }],
    lifetimeMonths: 48,
  }),
  kind({
    name: 'Furniture',
    tagPrefix: 'FU',
    icon: 'furniture',
    desk: 'FACILITIES',
    fields: [{ key: 'colour', type: 'line', label: 'Colour', maxLength: 40 }],
    writtenOff: 156,
    lifetimeMonths: 180,
  }),
  kind({
    name: 'Vehicle',
    tagPrefix: 'VH',
    icon: 'vehicle',
    desk: 'FACILITIES',
    fields: [
      { key: 'plate', type: 'line', label: 'Registration plate', maxLength: 20, isRequired: true },
      {
        key: 'fuel',
        type: 'choice',
        label: 'Runs on',
        options: choices('Electricity', 'Hybrid', 'Petrol', 'Diesel'),
      },
      { key: 'kilometres', type: 'number', label: 'Kilometres so far', min: 0 },
      { key: 'inspectionOn', type: 'date', label: 'Next inspection' },
    ],
    policyText: carPolicy,
    writtenOff: 72,
    lifetimeMonths: 96,
  }),
]
