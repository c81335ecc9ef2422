/** What the demo companies have: makers, models, and where things stand. */
export type ModelText = {
  kind: string
  maker: string
  name: string
  /** In minor units. */
  price: number
  /** Bought between so and so many months ago. */
  bought: readonly [least: number, most: number]
  warranty: number
  fields: Record<string, unknown>
}

type Row = readonly [
  name: string,
  price: number,
  bought: readonly [number, number],
  fields?: Record<string, unknown>,
]
const of = (kind: string, maker: string, warranty: number, rows: readonly Row[]): ModelText[] =>
  rows.map(([name, price, bought, fields = {}]) => ({ kind, maker, warranty, name, price, bought, fields }))

const mac = (memory: number, disk: number, processor: string) => ({ memory, disk, processor })

export const modelTexts: readonly ModelText[] = [
  ...of('Laptop', 'Apple', 12, [
    ['MacBook Pro 14 (M4 Pro)', 239_900, [0, 15], mac(24, 512, 'Apple M4 Pro')],
    ['MacBook Pro 16 (M2 Max)', 349_900, [16, 40], mac(32, 1000, 'Apple M2 Max')],
    ['MacBook Pro 14 (M1 Pro)', 224_900, [41, 66], mac(16, 512, 'Apple M1 Pro')],
  ]),
  ...of('Laptop', 'Lenovo', 36, [
    ['ThinkPad T14 Gen 5', 148_900, [0, 16], mac(32, 512, 'Intel Core Ultra 5 125U')],
    ['ThinkPad X1 Carbon Gen 11', 189_900, [17, 40], mac(16, 512, 'Intel Core i7-1355U')],
    ['ThinkPad T14 Gen 2', 129_900, [41, 66], mac(16, 512, 'Intel Core i5-1135G7')],
  ]),
  ...of('Laptop', 'Dell', 36, [
    ['Latitude 7450', 159_900, [0, 18], mac(16, 512, 'Intel Core Ultra 7 165U')],
    ['Latitude 7420', 138_900, [36, 66], mac(16, 256, 'Intel Core i5-1145G7')],
  ]),
  ...of('Laptop', 'HP', 36, [['EliteBook 840 G10', 142_900, [12, 38], mac(16, 512, 'Intel Core i5-1345U')]]),
  ...of('Desktop', 'HP', 36, [['Elite Mini 800 G9', 89_900, [4, 50], mac(16, 256, 'Intel Core i5-12500T')]]),
  ...of('Monitor', 'Dell', 36, [
    ['UltraSharp U2724DE', 52_900, [0, 26], { inches: 27 }],
    ['P2723DE', 38_900, [20, 66], { inches: 27 }],
  ]),
  ...of('Monitor', 'EIZO', 60, [['ColorEdge CS2740', 119_900, [6, 66], { inches: 26.9 }]]),
  ...of('Monitor', 'LG', 24, [['27UP850N', 39_900, [2, 60], { inches: 27 }]]),
  ...of('Phone', 'Apple', 24, [
    ['iPhone 15', 84_900, [0, 22], { plan: 'Business M' }],
    ['iPhone 13', 79_900, [23, 54], { plan: 'Business M' }],
  ]),
  ...of('Phone', 'Samsung', 24, [['Galaxy A55', 42_900, [0, 20], { plan: 'Business S' }]]),
  ...of('Phone', 'Google', 24, [['Pixel 8a', 49_900, [0, 20], { plan: 'Business S' }]]),
  ...of('Tablet', 'Apple', 24, [['iPad Air 11', 69_900, [0, 40], { disk: 128 }]]),
  ...of('Tablet', 'Zebra', 36, [['ET45', 112_900, [2, 44], { disk: 64 }]]),
  ...of('Dock', 'Dell', 36, [['WD22TB4', 24_900, [0, 60]]]),
  ...of('Dock', 'Lenovo', 36, [['ThinkPad Universal USB-C Dock', 21_900, [0, 60]]]),
  ...of('Headset', 'Jabra', 24, [['Evolve2 65', 18_900, [0, 44], { connection: 'Bluetooth' }]]),
  ...of('Headset', 'Poly', 24, [['Voyager Focus 2', 21_900, [0, 44], { connection: 'Bluetooth' }]]),
  ...of('Printer', 'Brother', 36, [['MFC-L8900CDW', 54_900, [6, 60], { printsColour: true }]]),
  ...of('Printer', 'Zebra', 24, [['ZD421', 46_900, [4, 50], { printsColour: false }]]),
  ...of('Network', 'Cisco', 60, [['Catalyst 9200L-48P', 329_900, [6, 60], { role: 'Switch' }]]),
  ...of('Network', 'Ubiquiti', 24, [['UniFi U6 Pro', 15_900, [2, 44], { role: 'Access point' }]]),
  ...of('Network', 'Fortinet', 36, [['FortiGate 100F', 289_900, [10, 50], { role: 'Firewall' }]]),
  ...of('Server', 'Dell', 60, [['PowerEdge R650xs', 689_900, [8, 58], { memory: 256, disk: 7680 }]]),
  ...of('Server', 'Synology', 60, [['RackStation RS2423+', 219_900, [8, 50], { memory: 32, disk: 96_000 }]]),
  ...of('Meeting room equipment', 'Logitech', 24, [
    ['Rally Bar', 349_900, [4, 44]],
    ['Tap IP', 74_900, [4, 44]],
  ]),
  ...of('Keyboard or mouse', 'Logitech', 24, [
    ['MX Keys S', 9_900, [0, 40], { layout: 'Spanish' }],
    ['MX Master 3S', 9_500, [0, 40]],
  ]),
  ...of('Keyboard or mouse', 'Cherry', 24, [['KC 6000 Slim', 4_900, [0, 54], { layout: 'Spanish' }]]),
  ...of('Furniture', 'Steelcase', 120, [
    ['Migration SE desk', 64_900, [10, 110]],
    ['Gesture chair', 78_900, [10, 110], { colour: 'Graphite' }],
  ]),
  ...of('Furniture', 'Vitra', 120, [['Physix chair', 61_900, [10, 110], { colour: 'Moss' }]]),
  ...of('Vehicle', 'Renault', 24, [['Kangoo E-Tech', 3_490_000, [8, 44], { fuel: 'Electricity' }]]),
  ...of('Vehicle', 'Toyota', 36, [['Corolla Touring Sports', 3_190_000, [8, 44], { fuel: 'Hybrid' }]]),
]

/** How many of them should be in stock, and what may be borrowed. */
export const stockTexts: Record<string, { minimum?: number; isRequestable?: true }> = {
  'MacBook Pro 14 (M4 Pro)': { minimum: 3 },
  'ThinkPad T14 Gen 5': { minimum: 6, isRequestable: true },
  'Latitude 7450': { minimum: 4 },
  'UltraSharp U2724DE': { minimum: 6, isRequestable: true },
  'iPhone 15': { minimum: 5 },
  'Galaxy A55': { minimum: 3 },
  WD22TB4: { minimum: 8 },
  'Evolve2 65': { minimum: 10, isRequestable: true },
  'MX Keys S': { minimum: 8 },
  'MX Master 3S': { minimum: 8 },
  'iPad Air 11': { minimum: 2, isRequestable: true },
  'UniFi U6 Pro': { minimum: 4 },
}

export const supportOf: Record<string, readonly [website: string, support: string]> = {
  Apple: ['https://www.apple.com', 'https://support.apple.com'],
  Brother: ['https://www.brother.com', 'https://support.brother.com'],
  Cherry: ['https://www.cherry.de', 'https://www.cherry.de/support'],
  Cisco: ['https://www.cisco.com', 'https://www.cisco.com/support'],
  Dell: ['https://www.dell.com', 'https://www.dell.com/support'],
  EIZO: ['https://www.eizo.com', 'https://www.eizo.com/support'],
  Fortinet: ['https://www.fortinet.com', 'https://support.fortinet.com'],
  Google: ['https://store.google.com', 'https://support.google.com'],
  HP: ['https://www.hp.com', 'https://support.hp.com'],
  Jabra: ['https://www.jabra.com', 'https://www.jabra.com/support'],
  LG: ['https://www.lg.com', 'https://www.lg.com/support'],
  Lenovo: ['https://www.lenovo.com', 'https://support.lenovo.com'],
  Logitech: ['https://www.logitech.com', 'https://support.logi.com'],
  Poly: ['https://www.hp.com/poly', 'https://support.hp.com/poly'],
  Renault: ['https://www.renault.com', 'https://www.renault.com/contact'],
  Samsung: ['https://www.samsung.com', 'https://www.samsung.com/support'],
  Steelcase: ['https://www.steelcase.com', 'https://www.steelcase.com/support'],
  Synology: ['https://www.synology.com', 'https://www.synology.com/support'],
  Toyota: ['https://www.toyota.com', 'https://www.toyota.com/support'],
  Ubiquiti: ['https://www.ui.com', 'https://help.ui.com'],
  Vitra: ['https://www.vitra.com', 'https://www.vitra.com/service'],
  Zebra: ['https://www.zebra.com', 'https://www.zebra.com/support'],
}

export const suppliers = ['Vega Systems', 'Norte Office', 'Duero Computing'] as const
export const lessor = 'Iberia Leasing'

export const reports = {
  stolen: 'It was in a bag that was taken from the car in the night.',
  lost: 'I had it on the train to the fair and not when I got off.',
  fault: [
    'The screen flickers.',
    'It does not charge any more.',
    'Two keys are stuck.',
    'The hinge is loose.',
  ],
} as const

type House = {
  building: string
  address: string
  floors: readonly (readonly [floor: string, rooms: readonly string[]])[]
}
/** What stands at a site; stores are the rooms named so. */
export const houses: Record<string, House> = {
  Madrid: {
    building: 'Casa Alameda',
    address: 'Calle de la Alameda 14, 28014 Madrid',
    floors: [
      ['Garage', ['Parking places']],
      ['First floor', ['Showroom', 'Reception', 'Tajo', 'Duero', 'Archive']],
      ['Second floor', ['Open space 2', 'Jarama', 'Segura', 'IT store', 'Server room']],
      ['Third floor', ['Open space 3', 'Júcar', 'Model workshop']],
      ['Fourth floor', ['Open space 4', 'Guadiana', 'Board room']],
    ],
  },
  Porto: {
    building: 'Old cannery',
    address: 'Rua do Ouro 230, 4150-552 Porto',
    floors: [
      ['Ground floor', ['Workshop', 'Sample room', 'IT store']],
      ['First floor', ['Open space', 'Douro', 'Ribeira', 'Foz', 'Minho']],
      ['Mezzanine', ['Customer care']],
    ],
  },
  Bilbao: {
    building: 'Warehouse',
    address: 'Muelle de Zorroza 3, 48013 Bilbao',
    floors: [
      ['Packing hall', ['Packing lines', 'Dock 1', 'Dock 2', 'Tool cage']],
      ['Office floor', ['Open space', 'Nervión', 'Cadagua', 'Ibaizábal', 'IT store', 'Server room']],
      ['Gallery', ['Quality room']],
    ],
  },
  Bristol: {
    building: 'Brewery',
    address: 'Feeder Road 9, Bristol BS2 0TH',
    floors: [
      ['Ground floor', ['Brewhouse', 'Cellar', 'Laboratory', 'IT store']],
      ['Gallery', ['Office', 'Avon']],
    ],
  },
  London: {
    building: 'Taproom',
    address: 'Druid Street 71, London SE1 2HQ',
    floors: [['Ground floor', ['Bar', 'Kitchen', 'Back office']]],
  },
}
export const shelves = ['Shelf A', 'Shelf B', 'Shelf C'] as const
