import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { labelStockNames, labelStocks, labels, labelsOn } from '@deskhand/contract'
import PDFDocument from 'pdfkit'
import { makePlace, makeThing } from '../custody/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, iris, marta } from '../testing/people.ts'
import { layOut, type TextLine } from './layOut.ts'

const desk = await openDesk()
after(() => desk.close())
const codes = ['QR', 'DATAMATRIX', 'CODE128'] as const

describe('the layout', () => {
  const text = {
    tag: 'LT-00231',
    code: 'LT-00231',
    lines: ['Lenovo ThinkPad X1 Carbon of a very long name', 'S/N PF3XK2A9'],
  }
  const pdf = new PDFDocument()
  const printed = ({ text, size, isTag }: TextLine) =>
    pdf
      .font(isTag ? 'Courier-Bold' : 'Helvetica')
      .fontSize(size)
      .widthOfString(text)
  test('leaves a serial number whole: it is written smaller, not cut', () => {
    const lines = ['NPIF2BE10', 'S/N PHCVN191TG']
    const serial = layOut(labelStocks.L4736, 'QR', { ...text, tag: 'PR-00022', lines }).lines[2]
    assert.ok(serial && serial.text === 'S/N PHCVN191TG', serial?.text ?? '')
    assert.ok(serial.x + printed(serial) <= labelStocks.L4736.width)
  })
  test('keeps capitals within the label as well', () => {
    const lines = ['WWWWWWWWWWWWWWWWWWWWWWWW', 'S/N MMMM-WWWW-0000-AAAA-BBBB']
    for (const stock of Object.values(labelStocks))
      for (const line of layOut(stock, 'QR', { ...text, lines }).lines)
        assert.ok(line.x + printed(line) <= stock.width + 0.01, `${stock.name} ${line.text}`)
  })
  for (const name of labelStockNames)
    test(`of ${name} lies within its label, whatever the code`, () => {
      const stock = labelStocks[name]
      for (const code of codes) {
        const { code: box, lines } = layOut(stock, code, text)
        assert.ok(
          box.x >= 0 && box.y >= 0 && box.x + box.width <= stock.width && box.y + box.height <= stock.height,
        )
        assert.equal(lines[0]?.text, text.tag)
        for (const line of lines) {
          assert.ok(line.y >= 0 && line.y + line.size <= stock.height + 0.01, `${code} ${line.text}`)
          assert.ok(line.x + printed(line) <= stock.width + 0.01, `${code} ${line.text}`)
        }
      }
    })

  test('of each sheet lies on its paper', () => {
    for (const { sheet, width, height } of Object.values(labelStocks)) {
      if (!sheet) continue
      const paper = sheet.paper === 'A4' ? [210, 297] : [215.9, 279.4]
      assert.ok(sheet.left + (sheet.columns - 1) * sheet.acrossBy + width <= (paper[0] ?? 0) + 0.01)
      assert.ok(sheet.top + (sheet.rows - 1) * sheet.downBy + height <= (paper[1] ?? 0) + 0.01)
    }
    assert.deepEqual(
      [labelsOn(labelStocks.L4736), labelsOn(labelStocks['5267']), labelsOn(labelStocks.TZE12)],
      [48, 80, 1],
    )
  })
})

describe('one label', () => {
  const get = (by: string, id: string, query: Parameters<typeof ask>[2] = {}) => ask(by, id, query)
  const ask = (
    by: string,
    id: string,
    query: { format?: 'pdf' | 'svg' | 'png' | 'zpl'; code?: (typeof codes)[number] },
  ) => desk.as(by).call(labels.get, { params: { id }, query })

  test('as PDF, drawing, picture and ZPL, with each code', async () => {
    const { id, assetTag } = await makeThing(desk, { name: 'Tom & <Jerry>' })
    for (const code of codes) {
      assert.match((await get(ana, id, { code })).text, /^%PDF-1\.7/)
      const { text: svg } = await get(ana, id, { code, format: 'svg' })
      assert.ok(svg.startsWith('<svg ') && svg.includes(assetTag.slice(0, 4)))
      assert.doesNotMatch(svg, /<Jerry>/)
      const png = await get(ana, id, { code, format: 'png' })
      assert.equal(png.headers['content-type'], 'image/png')
      const { text: zpl } = await get(ana, assetTag, { code, format: 'zpl' })
      assert.match(zpl, /^\^XA\n[\s\S]+\^XZ$/)
      assert.match(zpl, { QR: /\^BQN,2,\d/, DATAMATRIX: /\^BXN/, CODE128: /\^BCN/ }[code])
    }
  })

  test('a QR code holds the address for finders, and no command of a printer', async () => {
    const { assetTag, id } = await makeThing(desk, { name: '^XZ~JA' })
    const { text } = await get(ana, id, { format: 'zpl' })
    assert.ok(text.includes(`/x/${assetTag}?at=harbour-pine&k=`))
    assert.ok(text.includes('_5EXZ_7EJA'))
  })

  test('is for who works at a desk, and not of another company', async () => {
    const { id } = await makeThing(desk)
    assert.deepEqual([(await get(marta, id)).status, (await get(iris, id)).status], [403, 404])
  })
})

describe('labels of many', () => {
  const many = (by: string, assetIds: string[], more: object = {}) =>
    desk.as(by).call(labels.many, { body: { assetIds, ...more } })

  test('fill sheets from where they begin', async () => {
    const ids = [(await makeThing(desk)).id, (await makeThing(desk)).id, (await makeThing(desk)).id]
    const pagesOf = async (startAt: number) =>
      (await many(ana, ids, { stock: 'L7163', startAt })).text.match(/\/Type \/Page\b/g)?.length
    assert.deepEqual([await pagesOf(1), await pagesOf(13)], [1, 2])
    assert.equal((await many(ana, ids, { stock: 'L7163', startAt: 15 })).status, 422)
  })

  test('on a roll each has its own page, in ZPL its own label', async () => {
    const ids = [(await makeThing(desk)).id, (await makeThing(desk)).id]
    assert.equal((await many(ana, ids, { stock: 'D11354' })).text.match(/\/Type \/Page\b/g)?.length, 2)
    assert.equal((await many(ana, ids, { stock: 'ZEBRA', format: 'zpl' })).text.match(/\^XA/g)?.length, 2)
  })

  test('refuse what is not there, employees, and things of others', async () => {
    const { id } = await makeThing(desk)
    assert.deepEqual(
      [
        (await many(ana, [id, '018f3f2e-5b1a-7c00-8000-000000000001'])).status,
        (await many(iris, [id])).status,
        (await many(marta, [id])).status,
      ],
      [422, 422, 403],
    )
  })
})

describe('labels of places', () => {
  const many = (by: string, locationIds: string[], more: object = {}) =>
    desk.as(by).call(labels.places, { body: { locationIds, ...more } })

  test('lead to asking for something there, and fill sheets', async () => {
    const ids = [await makePlace(desk, 'Room 204'), await makePlace(desk, 'Kitchen')]
    const [id = ''] = ids
    const look = (format: 'pdf' | 'svg' | 'zpl') =>
      desk.as(ana).call(labels.place, { params: { id }, query: { format } })
    assert.match((await look('zpl')).text, new RegExp(`/ask\\?place=${id}`))
    assert.match((await look('svg')).text, /Room 204/)
    assert.match((await look('pdf')).text, /^%PDF-1\.7/)
    assert.equal((await many(ana, ids, { stock: 'ZEBRA', format: 'zpl' })).text.match(/\^XA/g)?.length, 2)
    assert.equal((await many(ana, ids, { stock: 'L7163', startAt: 15 })).status, 422)
  })

  test('refuse what is not there, employees, and places of others', async () => {
    const id = await makePlace(desk)
    const tries = [
      await many(ana, [id, '018f3f2e-5b1a-7c00-8000-000000000001']),
      await many(iris, [id]),
      await many(marta, [id]),
      await desk.as(iris).call(labels.place, { params: { id } }),
    ]
    assert.deepEqual(
      tries.map(({ status }) => status),
      [422, 422, 403, 404],
    )
  })
})
