import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weaknessOf } from './passwordRule.ts'

const names = ['Harbour & Pine', 'Jorge Vidal', 'jorge@harbour.example']

const poor = [
  'passwordpassword',
  'Password123456789',
  'qwertyuiopasdfgh',
  'aaaaaaaaaaaaaaaaaaaa',
  'abababababababab',
  '123456789012345678',
  'Welcome to 2026!!!!',
  'letmein-letmein-letmein',
  'correct horse battery staple'.replaceAll(' ', ''),
  'demo-demo-demo-demo',
  'ＰＡＳＳＷＯＲＤpassword',
  'changeme-changeme-2026',
]
for (const password of poor) {
  test(`${password} is what others try first`, () => assert.ok(weaknessOf(password, names)))
}

test('the names that everybody here knows are no password', () => {
  assert.ok(weaknessOf('Harbour-Pine-2026!', names))
  assert.ok(weaknessOf('jorge.vidal.jorge.vidal', names))
  assert.equal(weaknessOf('Harbour-Pine-2026!', ['Foxglove Brewing']), null)
})

const good = [
  'eleven grey herons over the weir',
  'wm4tzqk9hx2bnvd',
  'una garza gris cruza el río',
  '839204751660294',
  'ботинки у старой двери',
  '雨が降る前に帰りましょうか、今日は',
]
for (const password of good) {
  test(`${password} is a password`, () => assert.equal(weaknessOf(password, names), null))
}
