import type { LabelCode, LabelField } from '@deskhand/contract'

export const labelWords = {
  label: 'Label',
  labels: 'Labels',
  title: (count: number, tag: string) => (count === 1 ? `Label of ${tag}` : `Labels of ${count} things`),
  titleOfPlaces: (count: number, name: string) =>
    count === 1 ? `Label of ${name}` : `Labels of ${count} places`,
  stock: 'Labels or tape',
  code: 'Code',
  codes: { QR: 'QR', DATAMATRIX: 'DataMatrix', CODE128: 'Code 128' } satisfies Record<LabelCode, string>,
  fields: 'Beside it',
  fieldNames: { NAME: 'Name', SERIAL: 'Serial number', COMPANY: 'Company' } satisfies Record<
    LabelField,
    string
  >,
  startAt: 'First free label on the sheet',
  startAbout: (most: number) => `Counted along the rows, 1 to ${most}.`,
  pdf: 'PDF to print',
  zpl: 'ZPL for Zebra printers',
  format: 'As',
  preview: (tag: string) => `How the label of ${tag} looks`,
  size: (width: number, height: number) => `${width} × ${height} mm. Print at 100 %, not fitted to the page.`,
  make: 'Download',
  done: (count: number) => (count === 1 ? 'The label is ready.' : `${count} labels are ready.`),
}
