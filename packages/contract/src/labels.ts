import * as z from 'zod'
import { command, oneOf, read, uuid } from './kit.ts'
import { labelStockNames } from './labelStocks.ts'

export const LabelCode = z.enum(['QR', 'DATAMATRIX', 'CODE128'])
export type LabelCode = z.output<typeof LabelCode>
/** What stands beside the code; the tag always does. */
export const LabelField = z.enum(['NAME', 'SERIAL', 'COMPANY'])
export type LabelField = z.output<typeof LabelField>
export const LabelStockId = z.enum(labelStockNames)
export const usualLabelFields: LabelField[] = ['NAME', 'SERIAL']

/** On what, and where it begins. */
const sheet = {
  format: z.enum(['pdf', 'zpl']).default('pdf'),
  stock: LabelStockId.default('L4736'),
  /** The first free place on the first sheet, counted along its rows from 1. */
  startAt: z.int().min(1).max(80).default(1),
}

export const labels = {
  get: read('GET /assets/:id/label', {
    may: 'assets.read',
    summary:
      'The label of a thing: PDF, a drawing to look at, the code alone as a picture, or ZPL for Zebra printers',
    description:
      'A QR code holds an address of this installation with the tag in it, which scanning here reads; DataMatrix and Code 128 hold the tag.',
    query: z.strictObject({
      format: z.enum(['pdf', 'svg', 'png', 'zpl']).default('pdf'),
      stock: LabelStockId.default('L4736'),
      code: LabelCode.default('QR'),
      fields: oneOf(LabelField).optional(),
    }),
    download: ['application/pdf', 'image/svg+xml', 'image/png', 'text/plain'],
  }),
  many: command('POST /assets/labels', {
    may: 'assets.read',
    summary: 'Labels of many things, in the order given, on sheets or a roll',
    body: z.strictObject({
      assetIds: z.array(uuid).min(1).max(500),
      ...sheet,
      code: LabelCode.default('QR'),
      fields: z.array(LabelField).max(3).optional(),
    }),
    errors: [422],
    log: false,
    download: ['application/pdf', 'text/plain'],
  }),
  place: read('GET /locations/:id/label', {
    may: 'assets.read',
    summary: 'The label to put up in a place: PDF, a drawing to look at, or ZPL',
    description:
      'Its QR code leads to asking for something there; forms that ask where begin with the place.',
    query: z.strictObject({
      format: z.enum(['pdf', 'svg', 'zpl']).default('pdf'),
      stock: LabelStockId.default('L4736'),
    }),
    download: ['application/pdf', 'image/svg+xml', 'text/plain'],
  }),
  places: command('POST /locations/labels', {
    may: 'assets.read',
    summary: 'Labels of many places, in the order given, on sheets or a roll',
    body: z.strictObject({ locationIds: z.array(uuid).min(1).max(500), ...sheet }),
    errors: [422],
    log: false,
    download: ['application/pdf', 'text/plain'],
  }),
}
