import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { mail, notifications, people, requests } from '@deskhand/contract'
import { openDesk } from '../testing/desk.ts'
import { ana, elena, jorge, marta, nuria, sofia } from '../testing/people.ts'
import { openMailServer } from './sample.ts'
import { hangUp } from './transport.ts'

const server = await openMailServer()
const desk = await openDesk({
  smtpUrl: server.url,
  url: 'https://desk.harbour.example',
  mailFrom: 'Deskhand <desk@harbour.example>',
})
after(async () => {
  hangUp()
  await desk.close()
  await server.close()
})
beforeEach(() => {
  server.mails.length = 0
})

const ask = async (body = {}, email = jorge) =>
  (
    await desk
      .as(email)
      .call(requests.create, { body: { serviceDeskCode: 'IT', summary: 'VPN drops', ...body } })
  ).data
const say = (email: string, id: string, message: string, isInternal = false) =>
  desk.as(email).call(requests.comment, { params: { id }, body: { message, isInternal } })
/** What arrived: to whom, and its first line. */
const arrived = async () => {
  await desk.work()
  return server.mails.map(({ envelope, text = '' }) => `${envelope.to[0]}: ${text.split('\n')[0]}`).sort()
}

test('who asks gets a receipt with the reference', async () => {
  const { id, referenceNumber: ref } = await ask()
  assert.deepEqual(await arrived(), [`${jorge}: We have ${ref}`])
  const [mailed] = server.mails
  assert.equal(mailed?.subject, `[${ref}] VPN drops`)
  assert.deepEqual(mailed?.from, { name: 'Deskhand', address: 'desk@harbour.example' })
  assert.equal(mailed?.inReplyTo, `<request.${id}@desk.harbour.example>`)
  assert.equal(mailed?.references, `<request.${id}@desk.harbour.example>`)
  assert.match(mailed?.messageId ?? '', /^<msg\.[0-9a-f-]{36}\.[0-9a-f]{16}@desk\.harbour\.example>$/)
  assert.match(mailed?.text ?? '', new RegExp(`https://desk.harbour.example/r/${ref}`))
})

test('replies go to the other side, notes to nobody', async () => {
  const { id, referenceNumber: ref } = await ask()
  const { personId } = await desk.who(ana)
  await desk.as(sofia).call(requests.assign, { params: { id }, body: { assignedToId: personId } })
  await arrived()
  server.mails.length = 0
  await say(ana, id, 'Which floor?')
  await say(jorge, id, 'The second.')
  await say(sofia, id, 'He is difficult.', true)
  assert.deepEqual(await arrived(), [
    `${ana}: Jorge Vidal replied on ${ref}`,
    `${jorge}: Ana Ruiz replied on ${ref}`,
  ])
  assert.match(server.mails.find(({ envelope }) => envelope.to[0] === jorge)?.text ?? '', /> Which floor\?/)
  assert.doesNotMatch(JSON.stringify(server.mails), /difficult/)
})

test('what a technician sets under replies stands there, once, and never under what others write', async () => {
  const preferences = (signature: string) => desk.as(ana).call(people.setPreferences, { body: { signature } })
  assert.equal((await preferences('Ana Ruiz\nIT support, second floor')).status, 200)
  const { id } = await ask()
  await arrived()
  server.mails.length = 0
  await say(ana, id, 'Which floor?')
  await say(sofia, id, 'Or which room?')
  await arrived()
  const [hers, another] = ['Which floor', 'Or which room'].map(
    (words) => server.mails.find(({ text }) => text?.includes(words))?.text ?? '',
  )
  assert.match(hers ?? '', /> Which floor\?\n>\s*\n> Ana Ruiz\n> IT support, second floor/)
  assert.doesNotMatch(another ?? '', /second floor/)
  const { data } = await desk.as(jorge).call(requests.activities, { params: { id } })
  assert.ok(
    data.data.every(({ message }) => !message?.includes('second floor')),
    'the thread has it not',
  )
  await preferences('')
})

test('moves are told in the words of who asked', async () => {
  const { id, referenceNumber: ref } = await ask()
  const move = (
    body:
      | { to: 'IN_PROGRESS' }
      | { to: 'ACTION_REQUIRED'; question: string }
      | { to: 'RESOLVED'; resolutionCode: string; resolutionText: string },
  ) => desk.as(ana).call(requests.transition, { params: { id }, body })
  await move({ to: 'IN_PROGRESS' })
  await move({ to: 'ACTION_REQUIRED', question: 'Cable or Wi-Fi?' })
  await move({ to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'New driver.' })
  await desk.as(jorge).call(requests.close, { params: { id } })
  assert.deepEqual(await arrived(), [
    `${jorge}: ${ref} is in progress`,
    `${jorge}: ${ref} is resolved`,
    `${jorge}: ${ref} needs you`,
    `${jorge}: We have ${ref}`,
  ])
  const texts = server.mails.map(({ text }) => text).join('\n')
  assert.match(texts, /> Cable or Wi-Fi\?/)
  assert.match(texts, /> New driver\./)
})

test('a rejection says until when it can be contested, to who asked, and not twice', async () => {
  const { id } = await ask()
  const reject = (reason: string) =>
    desk.as(sofia).call(requests.transition, { params: { id }, body: { to: 'REJECTED', reason } })
  const { appealUntil } = (await reject('Not this year.')).data
  const until = new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/Madrid' },
  }).format(new Date(appealUntil ?? ''))
  await arrived()
  const first = server.mails.find(({ text = '' }) => text.includes('> Not this year.'))
  assert.match(
    first?.text ?? '',
    new RegExp(`until ${until.replace(' ', ',? ')}, [0-9][0-9]:[0-9][0-9]. This is why:`),
  )
  await desk.as(jorge).call(requests.appeal, { params: { id }, body: { reason: 'My manager agrees.' } })
  await reject('Still no.')
  await arrived()
  const second = server.mails.find(({ text = '' }) => text.includes('> Still no.'))
  assert.doesNotMatch(second?.text ?? 'look at it again', /look at it again/)
})

test('what a supervisor closes can be opened again until a day that the mail says', async () => {
  const { id } = await ask()
  const solved = { to: 'RESOLVED', resolutionCode: 'FIXED', resolutionText: 'New driver.' } as const
  await desk.as(ana).call(requests.transition, { params: { id }, body: solved })
  await desk.as(sofia).call(requests.close, { params: { id } })
  await arrived()
  const closed = server.mails.find(({ text = '' }) => text.includes('Nothing more is to be done here.'))
  assert.match(closed?.text ?? '', /You can open it again until \w+, \d+ \w+, \d\d:\d\d\./)
})

test('an assignment reaches who got it, and who opened it for another hears of replies', async () => {
  const { personId } = await desk.who(jorge)
  const { id, referenceNumber: ref } = await ask({ onBehalfOfId: personId }, marta)
  const worker = await desk.who(ana)
  await desk.as(sofia).call(requests.assign, { params: { id }, body: { assignedToId: worker.personId } })
  await say(ana, id, 'On it.')
  assert.deepEqual(await arrived(), [
    `${ana}: Sofía Prieto gave you ${ref}`,
    `${jorge}: Ana Ruiz replied on ${ref}`,
    `${jorge}: Marta Gil opened ${ref} for you`,
    `${marta}: Ana Ruiz replied on ${ref}`,
  ])
})

test('of a confidential request neither title nor words leave the house, and only its people hear', async () => {
  const { id, referenceNumber: ref } = await ask({
    serviceDeskCode: 'HR',
    isConfidential: true,
    summary: 'My salary',
  })
  await say(nuria, id, 'It is 3,100 a month.')
  assert.deepEqual(await arrived(), [`${jorge}: Nuria Campos replied on ${ref}`, `${jorge}: We have ${ref}`])
  assert.doesNotMatch(server.mails.map(({ raw }) => raw).join(), /salary|3,100/)
  assert.deepEqual(
    new Set(server.mails.map(({ subject }) => subject)),
    new Set([`[${ref}] A confidential request`]),
  )
  // The admin's log of mails does not even show that there were some.
  const { data } = await desk.as(elena).call(mail.outbound, { query: { limit: 200 } })
  assert.equal(
    data.data.some(({ subject }) => subject.includes(ref)),
    false,
  )
})

test('each chooses their mails; who works at a desk can have the new ones', async () => {
  const { data: now } = await desk.as(jorge).call(notifications.preferences)
  const quiet = { inApp: true, email: false }
  await desk
    .as(jorge)
    .call(notifications.setPreferences, { body: { kinds: { ...now.kinds, request_received: quiet } } })
  await desk.as(ana).call(notifications.setPreferences, {
    body: { kinds: { ...now.kinds, request_new: { inApp: true, email: true } } },
  })
  const { referenceNumber: ref } = await ask()
  assert.deepEqual(await arrived(), [`${ana}: Jorge Vidal asks for help: ${ref}`])
})
