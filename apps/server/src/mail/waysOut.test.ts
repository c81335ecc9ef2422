import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { notifications } from '@deskhand/contract'
import { linkToken } from '../platform/signedLink.ts'
import { ask } from '../requests/sample.ts'
import { openDesk } from '../testing/desk.ts'
import { jorge, marta, tom } from '../testing/people.ts'
import { openMailServer } from './sample.ts'
import { hangUp } from './transport.ts'
import { waysOut } from './waysOut.ts'

const server = await openMailServer()
const desk = await openDesk({ smtpUrl: server.url })
after(async () => {
  hangUp()
  await desk.close()
  await server.close()
})
beforeEach(() => {
  server.mails.length = 0
})
const { platform } = desk.deskhand

/** Asks as this person and answers the link in the header of the receipt. */
async function linkTo(email: string): Promise<string> {
  await ask(desk, { summary: 'The mouse is gone' }, email)
  await desk.work()
  const receipt = server.mails.find(({ envelope }) => envelope.to.includes(email))
  const header = (name: string) => receipt?.headers.find(({ key }) => key === name)?.value ?? ''
  assert.equal(header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  const link = /^<(https?:\/\/\S+)>$/.exec(header('list-unsubscribe'))?.[1]
  assert.ok(link, header('list-unsubscribe'))
  return new URL(link).pathname
}
/** As mail programs do (RFC 8058): a form, without a cookie. */
const press = (url: string) =>
  desk.deskhand.app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
const kindsOf = async (email: string) => (await desk.as(email).call(notifications.preferences)).data.kinds

test('a mail that somebody wants says how to end those of its kind, and one press does', async () => {
  const before = await kindsOf(jorge)
  const link = await linkTo(jorge)
  assert.deepEqual(await kindsOf(jorge), before)
  for (let times = 0; times < 2; times++) {
    const pressed = await press(link)
    assert.equal(pressed.statusCode, 200, pressed.body)
    assert.deepEqual(pressed.json(), { kind: 'request_received', label: 'Your request arrived' })
  }
  const receipt = { ...before.request_received, email: false }
  assert.deepEqual(await kindsOf(jorge), { ...before, request_received: receipt })
  server.mails.length = 0
  await ask(desk, {}, jorge)
  await desk.work()
  assert.ok(!server.mails.some(({ envelope }) => envelope.to.includes(jorge)))
})

test('looking changes nothing and leads to a page', async () => {
  const before = await kindsOf(marta)
  const link = await linkTo(marta)
  const looked = await desk.deskhand.app.inject({ method: 'GET', url: link })
  assert.equal(looked.statusCode, 303)
  assert.match(String(looked.headers['location']), /\/unsubscribe#token=request_received\./)
  assert.deepEqual(await kindsOf(marta), before)
})

test('what we did not sign for this leads nowhere, and another company’s link stays in it', async () => {
  const { companyId, personId } = await desk.who(marta)
  const link = await linkTo(marta)
  const token = link.split('/').at(-1) ?? ''
  const other = linkToken(platform.secret, 'satisfaction', companyId, personId)
  for (const wrong of [
    `${token}x`,
    token.replace('request_received', 'request_replied'),
    token.replace('request_received', 'magic_link'),
    `request_received.${other}`,
    other,
    'x',
  ]) {
    const params = { token: wrong }
    assert.equal((await desk.call(notifications.unsubscribe, { params })).status, 404, wrong)
    assert.equal((await desk.call(notifications.unsubscribePage, { params })).status, 404, wrong)
  }
  const before = await kindsOf(tom)
  assert.equal((await press(link)).statusCode, 200)
  assert.deepEqual(await kindsOf(tom), before)
})

test('whoever is gone is not found', async () => {
  const link = await linkTo(tom)
  await desk.rows(tom, `update app.people set deleted_at = now() where email = $1`, [tom])
  assert.equal((await press(link)).statusCode, 404)
})

test('what one asked for has no way out, whoever is outside leaves the conversation', () => {
  const companyId = '019acb3e-0000-7000-8000-000000000000'
  const to = { companyId, personId: companyId, leave: undefined }
  assert.deepEqual(waysOut(platform, { kind: 'magic_link', ...to }), {})
  assert.deepEqual(waysOut(platform, { kind: 'request_replied', ...to, personId: null }), {})
  const leave = 'https://desk.example/leave#token=abc'
  assert.deepEqual(waysOut(platform, { kind: 'participant_replied', ...to, leave }), {
    'List-Unsubscribe': `<${leave}>`,
  })
})
