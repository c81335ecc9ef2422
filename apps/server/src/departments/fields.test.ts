import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { type BodyIn, departments, exchangeRates, requests } from '@deskhand/contract'
import { decide, roundOf } from '../approvals/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, luis, marta, nuria, pablo, sofia } from '../testing/people.ts'

const desk = await openDesk()
after(() => desk.close())

const { hardwareRequests, leaveRequests, expenseReimbursements, personalDetailChanges } = departments
const euro = (amount: number) => ({ amount: String(amount), currency: 'EUR' })

describe('what others rely on is answered under their names', () => {
  const promised: [keyof typeof departments, string][] = [
    [
      'hardwareRequests',
      'hardwareName hardwareModel estimatedPrice preferredVendor productUrl businessJustification managerApprovalRequired managerApprovedAt managerApprovedById procurementStatus orderNumber trackingNumber',
    ],
    [
      'leaveRequests',
      'leaveType startDate endDate totalDays reason emergencyContact emergencyPhone managerApprovalStatus hrApprovalStatus',
    ],
    [
      'expenseReimbursements',
      'expenseDate expenseCategory totalAmount currency merchantName paymentMethod businessPurpose projectCode costCenter approvalStatus approvedAmount paymentStatus paymentDate paymentReference lineItems',
    ],
    ['purchaseRequisitions', 'summary justification lineItems totalAmount'],
    ['issueReports', 'summary description'],
  ]
  for (const [name, fields] of promised) {
    test(name, () => {
      const { shape } = departments[name].get.reply
      for (const field of `id requestId referenceNumber createdAt updatedAt ${fields}`.split(' '))
        assert.ok(field in shape, field)
    })
  }
})

test('whether a manager is asked is said with the answer that makes it, and stays what it was', async () => {
  for (const [price, isAsked] of [
    [214_000, true],
    [4_000, false],
  ] as const) {
    const { data } = await desk.as(jorge).call(hardwareRequests.create, {
      body: {
        hardwareName: 'Screen',
        estimatedPrice: euro(price),
        businessJustification: 'The old one flickers.',
      },
    })
    assert.equal(data.managerApprovalRequired, isAsked, `${price}`)
    await desk.work()
    const { data: later } = await desk.as(jorge).call(hardwareRequests.get, { params: { id: data.id } })
    assert.equal(later.managerApprovalRequired, isAsked, `${price}, later`)
  }
})

test('a laptop: who approved it and when, then how the order goes on', async () => {
  const { data } = await desk.as(jorge).call(hardwareRequests.create, {
    body: {
      hardwareName: 'Laptop for drawings',
      hardwareModel: 'ThinkPad P16',
      estimatedPrice: euro(214_000),
      preferredVendor: 'Ibertec',
      productUrl: 'https://example.com/p16',
      businessJustification: 'The old one stops every hour.',
    },
  })
  assert.deepEqual(
    [data.summary, data.estimatedPrice, data.procurementStatus, data.orderNumber, data.approvalStatus],
    ['Laptop for drawings', euro(214_000), 'PENDING', null, null],
  )
  assert.equal(data.managerApprovalRequired, true, 'as soon as it is sent')
  const params = { id: data.id }
  await desk.work()
  const get = async (who: string) => (await desk.as(who).call(hardwareRequests.get, { params })).data
  const asked = await get(jorge)
  assert.deepEqual(
    [asked.approvalStatus, asked.managerApprovalRequired, asked.managerApprovedAt, asked.managerApprovedById],
    ['PENDING', true, null, null],
  )
  const round = await roundOf(desk, data.id)
  await decide(desk, marta, round.id, { decision: 'APPROVED' })
  const agreed = await get(jorge)
  assert.equal(agreed.managerApprovedById, (await desk.who(marta)).personId)
  assert.match(agreed.managerApprovedAt ?? '', /^20\d\d-/)
  await decide(desk, sofia, round.id, { decision: 'APPROVED' })

  type Body = BodyIn<typeof hardwareRequests.update>
  const put = (who: string, body: Body) => desk.as(who).call(hardwareRequests.update, { params, body })
  assert.equal((await put(jorge, { procurementStatus: 'DELIVERED' })).status, 403)
  const ordered = await put(ana, { procurementStatus: 'ORDERED', orderNumber: 'PO-77' })
  assert.deepEqual([ordered.data.procurementStatus, ordered.data.orderNumber], ['ORDERED', 'PO-77'])
  assert.ok(ordered.data.version > agreed.version)
  const { status, problem } = await desk.as(jorge).call(requests.withdraw, { params, body: {} })
  assert.deepEqual([status, /is ordered already/.test(problem.detail ?? '')], [409, true])
  const unchanged = await put(ana, { orderNumber: 'PO-77' })
  assert.equal(unchanged.data.version, ordered.data.version)
  assert.equal((await put(ana, { orderNumber: null })).data.orderNumber, null)
  const { data: lines } = await desk.as(jorge).call(requests.activities, { params })
  assert.ok(
    lines.data.some(
      ({ message }) => message === 'Ana Ruiz noted that it is ordered, the order number PO-77.',
    ),
  )
  const [event] = await desk.rows<{ changes: object }>(
    jorge,
    `select changes from app.events where subject_id = $1 and name = 'request.fulfilled' order by id limit 1`,
    [data.id],
  )
  assert.deepEqual(event?.changes, { procurementStatus: [null, 'ORDERED'], orderNumber: [null, 'PO-77'] })
})

describe('leave is counted by the calendar of who takes it', () => {
  const cases: [name: string, who: string, from: string, until: string, days: number][] = [
    ['a day', jorge, '2027-02-01', '2027-02-01', 1],
    ['a week with its weekend', jorge, '2027-02-08', '2027-02-15', 6],
    ['a holiday does not count', jorge, '2027-12-06', '2027-12-10', 4],
    ['nor does a holiday of another country', jorge, '2027-06-09', '2027-06-11', 3],
    ['but one of their own', 'tiago.moreira@harbour.example', '2027-06-09', '2027-06-11', 2],
    ['across the summer time', jorge, '2027-03-26', '2027-03-29', 2],
    ['across the year', jorge, '2027-12-30', '2028-01-03', 3],
  ]
  for (const [name, who, startDate, endDate, days] of cases) {
    test(name, async () => {
      const count = await desk.as(who).call(leaveRequests.days, { query: { startDate, endDate } })
      assert.deepEqual([count.data.totalDays, count.data.refusal], [days, null])
      const { data, status } = await desk
        .as(who)
        .call(leaveRequests.create, { body: { leaveType: 'ANNUAL', startDate, endDate } })
      assert.deepEqual(
        [status, data.totalDays, data.startDate, data.endDate],
        [201, days, startDate, endDate],
      )
    })
  }
})

describe('leave that cannot be', () => {
  const take = (who: string, startDate: string, endDate: string, more = {}) =>
    desk.as(who).call(leaveRequests.create, { body: { leaveType: 'ANNUAL', startDate, endDate, ...more } })

  test('meets another of the same person, until that one is gone', async () => {
    const first = await take(luis, '2027-05-10', '2027-05-14')
    assert.deepEqual([first.status, first.data.summary], [201, 'Holiday, 10–14 May 2027'])
    const second = await take(luis, '2027-05-14', '2027-05-18')
    assert.equal(second.status, 422)
    assert.equal(
      second.problem.detail,
      `You are away already on 10–14 May 2027 (${first.data.referenceNumber}). Change or withdraw that leave, or choose other days.`,
    )
    assert.deepEqual(
      second.problem.errors?.map(({ pointer }) => pointer),
      ['/startDate'],
    )
    assert.equal((await take(luis, '2027-05-17', '2027-05-18')).status, 201, 'the days after')
    assert.equal((await take(marta, '2027-05-14', '2027-05-18')).status, 201, 'somebody else')
    // Nor by the door of every request.
    const [type] = await desk.rows<{ id: string }>(
      luis,
      `select id from app.request_types where kind = 'LEAVE'`,
    )
    const other = await desk.as(luis).call(requests.create, {
      body: {
        requestTypeId: type?.id ?? '',
        customFields: { leaveType: 'SICK', startDate: '2027-05-12', endDate: '2027-05-12' },
      },
    })
    assert.deepEqual(
      other.problem.errors?.map(({ pointer }) => pointer),
      ['/customFields/startDate'],
    )
    const params = { id: first.data.id }
    const longer = { body: { endDate: '2027-05-17' }, params }
    assert.equal((await desk.as(luis).call(leaveRequests.update, longer)).status, 422)
    const shorter = { body: { endDate: '2027-05-13' }, params }
    assert.equal((await desk.as(luis).call(leaveRequests.update, shorter)).data.totalDays, 4)
    await desk.as(luis).call(requests.withdraw, { params, body: {} })
    assert.equal((await take(luis, '2027-05-10', '2027-05-11')).status, 201)
  })

  test('unpaid leave needs no reason', async () => {
    assert.equal((await take(pablo, '2027-10-04', '2027-10-05', { leaveType: 'UNPAID' })).status, 201)
  })

  test('of two at once, one is taken', async () => {
    const both = await Promise.all([1, 2].map(() => take(marta, '2027-09-06', '2027-09-10')))
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 422])
  })

  const cases: [string, string, string, object, string][] = [
    ['ends before it begins', '2027-07-02', '2027-07-01', {}, '/endDate'],
    ['lies on a weekend', '2027-07-03', '2027-07-04', {}, '/startDate'],
    ['is of no kind that there is', '2027-07-05', '2027-07-05', { leaveType: 'MOON' }, '/leaveType'],
    ['lacks what its kind requires', '2027-07-05', '2027-07-05', { leaveType: 'SPECIAL' }, '/reason'],
    ['never ends', '2027-07-05', '2031-07-05', {}, '/endDate'],
  ]
  for (const [name, from, until, more, pointer] of cases) {
    test(name, async () => {
      const { status, problem } = await take(pablo, from, until, more)
      assert.deepEqual([status, problem.errors?.map((one) => one.pointer)], [422, [pointer]])
    })
  }

  test('of a kind that nobody knows: the answer names those there are', async () => {
    const { status, problem } = await take(jorge, '2027-04-12', '2027-04-12', { leaveType: 'VACATION' })
    assert.deepEqual(
      [status, problem.errors],
      [422, [{ pointer: '/leaveType', message: 'Choose one of ANNUAL, SICK, PARENTAL, UNPAID, SPECIAL.' }]],
    )
  })
  test('for a colleague whom one does not manage', async () => {
    const onBehalfOfId = (await desk.who(luis)).personId
    assert.equal((await take(jorge, '2027-07-05', '2027-07-05', { onBehalfOfId })).status, 403)
    const query = { startDate: '2027-07-05', endDate: '2027-07-05', onBehalfOfId }
    assert.equal((await desk.as(jorge).call(leaveRequests.days, { query })).status, 403)
  })
})

test('a price is in the company’s currency or in any other that it has a rate for', async () => {
  const ask = (currency: string) =>
    desk.as(jorge).call(hardwareRequests.create, {
      body: {
        hardwareName: 'Screen',
        estimatedPrice: { amount: '100', currency },
        businessJustification: 'The old one flickers.',
      },
    })
  const { status, problem } = await ask('SEK')
  assert.equal(status, 422)
  assert.match(problem.errors?.[0]?.message ?? '', /^The currency must be EUR or /)
  const { data: rates } = await desk.as(elena).call(exchangeRates.get)
  const known = rates.rates.map(({ currency, rate }) => ({ currency, rate }))
  const body = { own: rates.own, rates: [...known, { currency: 'SEK', rate: '0.091' }] }
  await desk.as(elena).call(exchangeRates.set, { body })
  for (const currency of ['SEK', 'EUR']) assert.equal((await ask(currency)).status, 201, currency)
  const { data } = await desk.as(jorge).call(departments.purchaseRequisitions.create, {
    body: {
      summary: 'Racks',
      justification: 'They carry more.',
      lineItems: [{ description: 'Rack', quantity: 1, unitPrice: { amount: '9900', currency: 'SEK' } }],
    },
  })
  assert.deepEqual(data.totalAmount, { amount: '9900', currency: 'SEK' })
})

test('what is text elsewhere is text here: several lines of a purpose, a long address', async () => {
  const businessPurpose = `Visit to the sawmill.\n${'Two days with a client. '.repeat(100)}`.trim()
  const { data } = await desk.as(jorge).call(expenseReimbursements.create, {
    body: {
      businessPurpose,
      expenseDate: '2025-11-03',
      expenseCategory: 'TRAVEL',
      currency: 'EUR',
      lineItems: [{ description: 'Train', amount: euro(6480) }],
    },
  })
  assert.equal(data.businessPurpose, businessPurpose)
  assert.deepEqual([data.summary.length, data.summary.includes('\n')], [500, false])
  const productUrl = `https://example.com/p16?${'a'.repeat(1900)}`
  const asked = await desk.as(jorge).call(hardwareRequests.create, {
    body: { hardwareName: 'Laptop', productUrl, businessJustification: 'The old one stops.' },
  })
  assert.equal(asked.data.productUrl, productUrl)
  const reason = 'My sister marries. '.repeat(200).trim()
  const leave = await desk.as(nuria).call(leaveRequests.create, {
    body: { leaveType: 'SPECIAL', startDate: '2027-11-15', endDate: '2027-11-16', reason },
  })
  assert.equal(leave.data.reason, reason)
})

describe('an expense adds up', () => {
  type Body = BodyIn<typeof expenseReimbursements.create>
  const line = { description: 'Train', amount: euro(6480), quantity: 2 }
  const claim = (lineItems: object[], more: object = {}) =>
    desk.as(jorge).call(expenseReimbursements.create, {
      body: {
        businessPurpose: 'Visit to the sawmill',
        expenseDate: '2025-11-03',
        expenseCategory: 'TRAVEL',
        currency: 'EUR',
        lineItems,
        ...more,
        // Some of these are wrong on purpose.
      } as Body,
    })

  test('its lines, and what Finance makes of it', async () => {
    const { data } = await claim([line, { description: 'Taxi', amount: euro(1850) }])
    assert.deepEqual(data.totalAmount, euro(14_810))
    assert.deepEqual(
      data.lineItems?.map(({ quantity, receiptAttachmentId }) => [quantity, receiptAttachmentId]),
      [
        [2, null],
        [1, null],
      ],
    )
    assert.deepEqual([data.paymentStatus, data.approvedAmount], ['PENDING', null])
    const put = (who: string, body: BodyIn<typeof expenseReimbursements.update>) =>
      desk.as(who).call(expenseReimbursements.update, { params: { id: data.id }, body })
    assert.equal((await put(jorge, { approvedAmount: euro(14_810) })).status, 403)
    assert.equal((await put(pablo, { approvedAmount: euro(14_811) })).status, 422)
    assert.equal((await put(pablo, { approvedAmount: { amount: '1', currency: 'USD' } })).status, 422)
    const paid = await put(pablo, {
      approvedAmount: euro(14_000),
      paymentStatus: 'PAID',
      paymentDate: '2026-11-20',
    })
    assert.deepEqual(
      [paid.data.approvedAmount, paid.data.paymentStatus, paid.data.paymentDate],
      [euro(14_000), 'PAID', '2026-11-20'],
    )
  })

  const cases: [string, object[], object, string][] = [
    ['nothing', [{ ...line, amount: euro(0) }], {}, '/lineItems/0/amount'],
    ['less than nothing', [line, { ...line, amount: euro(-1) }], {}, '/lineItems/1/amount'],
    ['another currency than the claim', [line], { currency: 'USD' }, '/lineItems/0/amount'],
    ['no quantity', [{ ...line, quantity: 0 }], {}, '/lineItems/0/quantity'],
    ['half a quantity', [{ ...line, quantity: 1.5 }], {}, '/lineItems/0/quantity'],
    [
      'a receipt that is not there',
      [{ ...line, receiptAttachmentId: '0193b3a0-0000-7000-8000-000000000000' }],
      {},
      '/lineItems/0/receiptAttachmentId',
    ],
    ['a day that has not come', [line], { expenseDate: '2099-01-01' }, '/expenseDate'],
  ]
  for (const [name, lines, more, pointer] of cases) {
    test(`not: ${name}`, async () => {
      const { status, problem } = await claim(lines, more)
      assert.equal(status, 422)
      assert.ok(
        problem.errors?.some((one) => one.pointer === pointer),
        JSON.stringify(problem.errors),
      )
    })
  }

  test('not: a currency that nobody pays', async () => {
    const { status, problem } = await claim([{ ...line, amount: { amount: '1', currency: 'XXX' } }], {})
    assert.deepEqual(
      [status, problem.errors?.map(({ pointer }) => pointer)],
      [400, ['/lineItems/0/amount/currency']],
    )
  })
})

describe('a purchase of more than can be counted is refused at its line', () => {
  const cases: [string, object, string][] = [
    ['a quantity beyond all numbers', { quantity: 1e305 }, '/lineItems/0/quantity'],
    ['a sum beyond all money', { quantity: 9_999, unitPrice: euro(999_999_999_999_999) }, '/lineItems'],
  ]
  for (const [name, more, pointer] of cases) {
    test(name, async () => {
      const lineItems = [{ description: 'Rack', quantity: 1, unitPrice: euro(100), ...more }]
      const [{ id: requestTypeId } = { id: '' }] = await desk.rows<{ id: string }>(
        marta,
        `select id from app.request_types where kind = 'REQUISITION'`,
      )
      const { status, problem } = await desk.as(jorge).call(requests.create, {
        body: {
          requestTypeId,
          summary: 'Racks',
          customFields: { justification: 'They carry more.', lineItems },
        },
      })
      assert.equal(status, 422)
      assert.deepEqual(
        problem.errors?.map((one) => one.pointer),
        [`/customFields${pointer}`],
      )
      const body = { summary: 'Racks', justification: 'They carry more.', lineItems }
      const own = await desk.as(jorge).call(departments.purchaseRequisitions.create, { body })
      assert.ok([400, 422].includes(own.status), String(own.status))
    })
  }
})

test('an account lies encrypted and is shown to who asked and to HR alone', async () => {
  const iban = 'ES91 2100 0418 4502 0005 1332'
  const { data, text } = await desk.as(jorge).call(personalDetailChanges.create, {
    body: { summary: 'Another bank', change: 'BANK', iban },
  })
  assert.ok(!text.includes('2100 0418'))
  assert.deepEqual([data.iban, data.encryptedFields, data.customFields], [null, ['iban'], {}])
  const reveal = (who: string) => desk.as(who).call(requests.reveal, { params: { id: data.id } })
  assert.deepEqual((await reveal(nuria)).data.answers, { iban })
  assert.deepEqual((await reveal(jorge)).data.answers, { iban })
  assert.equal((await reveal(elena)).status, 403)
  assert.equal((await reveal(luis)).status, 404)
  const hidden = await desk.as(jorge).call(personalDetailChanges.create, {
    body: { summary: 'A new name', change: 'NAME', newName: 'Jorge Vidal Roca', iban },
  })
  assert.deepEqual(
    hidden.problem.errors?.map(({ pointer }) => pointer),
    ['/iban'],
  )
})
