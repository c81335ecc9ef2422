import type { StockKind } from '@deskhand/contract'

/** What the demo companies keep in stock: of each so many a month go, and so many should be at a store. */
export type StockText = {
  name: string
  kind: StockKind
  sku: string
  supplier: string
  /** In minor units. */
  price: number
  monthly: number
  /** Parts of the names of the models that it fits. */
  fits: readonly string[]
}

type Row = readonly [
  name: string,
  sku: string,
  supplier: string,
  price: number,
  monthly: number,
  fits?: readonly string[],
]
const of = (kind: StockKind, rows: readonly Row[]): StockText[] =>
  rows.map(([name, sku, supplier, price, monthly, fits = []]) => ({
    kind,
    name,
    sku,
    supplier,
    price,
    monthly,
    fits,
  }))

const brother = ['MFC-L8900CDW']
const thinkPads = ['ThinkPad T14']
const latitudes = ['Latitude 74']

export const stockTexts: readonly StockText[] = [
  ...of('CONSUMABLE', [
    ['Toner HP 59X black', 'CF259X', 'Oficina Norte', 18_900, 3, ['LaserJet']],
    ['Toner Brother TN-423 black', 'TN423BK', 'Oficina Norte', 8_450, 3, brother],
    ['Toner Brother TN-423 cyan', 'TN423C', 'Oficina Norte', 11_200, 2, brother],
    ['Toner Brother TN-423 magenta', 'TN423M', 'Oficina Norte', 11_200, 2, brother],
    ['Toner Brother TN-423 yellow', 'TN423Y', 'Oficina Norte', 11_200, 2, brother],
    ['Drum Brother DR-421CL', 'DR421CL', 'Oficina Norte', 13_900, 1, brother],
    ['Label tape 24 mm', 'TZE-251', 'Oficina Norte', 1_690, 3],
    ['Thermal labels 62 mm', 'DK-22205', 'Oficina Norte', 1_450, 4],
    ['Batteries AA, box of 24', 'LR6-24', 'Oficina Norte', 1_190, 4],
    ['Batteries AAA, box of 24', 'LR03-24', 'Oficina Norte', 1_150, 3],
    ['Screen wipes, box of 100', 'SW-100', 'Oficina Norte', 890, 3],
    ['Cable ties, bag of 100', 'CT-200', 'Cablea', 450, 2],
  ]),
  ...of('ACCESSORY', [
    ['HDMI cable 2 m', 'HD-20', 'Cablea', 790, 5],
    ['USB-C cable 1 m', 'UC-10', 'Cablea', 990, 8],
    ['USB-C to HDMI adapter', 'UCH-4K', 'Cablea', 2_490, 4],
    ['DisplayPort cable 2 m', 'DP-20', 'Cablea', 990, 3],
    ['Network cable 3 m', 'CAT6-30', 'Cablea', 490, 6],
    ['Network cable 10 m', 'CAT6-100', 'Cablea', 890, 2],
    ['Mouse Logitech M185', '910-002235', 'Pixel y Compañía', 1_290, 6],
    ['Mouse Logitech MX Master 3S', '910-006559', 'Pixel y Compañía', 8_990, 2],
    ['Keyboard Logitech K120 ES', '920-002518', 'Pixel y Compañía', 1_490, 4],
    ['Laptop bag 15 inch', 'LB-15', 'Pixel y Compañía', 2_990, 3],
    ['USB-C charger 65 W', 'PD-65', 'Pixel y Compañía', 3_490, 4, [...thinkPads, ...latitudes]],
    ['Privacy filter 14 inch', 'PF-14W9', 'Pixel y Compañía', 3_990, 2, [...thinkPads, ...latitudes]],
    ['Security key', 'SK-5C', 'Pixel y Compañía', 4_900, 4],
    ['Phone case', 'PC-15', 'Pixel y Compañía', 1_990, 3, ['iPhone']],
  ]),
  ...of('PART', [
    [
      'RAM 16 GB DDR5 SO-DIMM',
      'CT16G56C46S5',
      'Pixel y Compañía',
      5_290,
      2,
      ['ThinkPad T14 Gen 5', 'Latitude 7450'],
    ],
    [
      'RAM 16 GB DDR4 SO-DIMM',
      'CT16G4SFRA32A',
      'Pixel y Compañía',
      3_890,
      2,
      ['ThinkPad T14 Gen 2', 'Elite Mini'],
    ],
    [
      'SSD 1 TB NVMe',
      'MZ-V9E1T0',
      'Pixel y Compañía',
      8_490,
      2,
      [...thinkPads, ...latitudes, 'EliteBook', 'Elite Mini'],
    ],
    ['Battery ThinkPad T14', '5B10W51867', 'Lenovo Parts', 8_990, 1, thinkPads],
    ['Battery Latitude 7420', '7FMXV', 'Dell Parts', 9_490, 1, latitudes],
    ['Keyboard ThinkPad T14 ES', '5N20V43784', 'Lenovo Parts', 7_490, 1, thinkPads],
    ['Fuser Brother HL-L8', 'LY8756001', 'Oficina Norte', 18_500, 1, brother],
  ]),
]
