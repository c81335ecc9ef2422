import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { departmentExamples, departments, files } from '@deskhand/contract'
import { multipart } from '../files/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { jorge, luis, pablo } from '../testing/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'deskhand-receipts-'))
const desk = await openDesk({ folder })
after(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

async function stage(who: string, name: string): Promise<string> {
  const body = multipart(name, 'Train to Bilbao, 64.80 EUR')
  const response = await desk.deskhand.app.inject({
    method: 'POST',
    url: '/api/v1/uploads',
    headers: { authorization: `Bearer ${await desk.token(who)}`, ...body.headers },
    payload: body.payload,
  })
  return files.stage.reply.parse(response.json()).id
}

const [train, taxi] = departmentExamples.EXPENSE.lineItems
type Line = (typeof departmentExamples.EXPENSE.lineItems)[number] & { receiptAttachmentId?: string }
const claim = (lineItems: Line[]) =>
  desk.as(jorge).call(departments.expenseReimbursements.create, {
    body: { ...departmentExamples.EXPENSE, lineItems },
  })

test('a receipt belongs to its line and becomes a file of the request; once, and only one’s own', async () => {
  const receiptAttachmentId = await stage(jorge, 'train.txt')
  const twice = await claim([
    { ...train, receiptAttachmentId },
    { ...taxi, receiptAttachmentId },
  ])
  assert.deepEqual(
    [twice.status, twice.problem.errors?.map(({ pointer }) => pointer)],
    [422, ['/lineItems/1/receiptAttachmentId']],
  )
  const { data } = await claim([{ ...train, receiptAttachmentId }, taxi])
  assert.deepEqual(
    data.lineItems?.map((line) => line.receiptAttachmentId),
    [receiptAttachmentId, null],
  )
  const { data: attached } = await desk.as(pablo).call(files.list, { params: { id: data.id } })
  assert.deepEqual(
    attached.data.map(({ fileName }) => fileName),
    ['train.txt'],
  )
  const strange = await claim([{ ...train, receiptAttachmentId: await stage(luis, 'mine.txt') }])
  assert.deepEqual(
    strange.problem.errors?.map(({ pointer }) => pointer),
    ['/lineItems/0/receiptAttachmentId'],
  )
})
