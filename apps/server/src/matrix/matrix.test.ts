import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { roles } from '@deskhand/contract'
import { type Desk, openDesk } from '../testing/desk.ts'
import { everybody } from '../testing/people.ts'
import { askAs, lineOf, may, type Name, routes } from './asking.ts'

let desk: Desk
before(async () => {
  desk = await openDesk()
})
after(() => desk.close())

const names = Object.keys(everybody) as Name[]

describe('every route asks who it is and whether they may', () => {
  test('each permission is held by some role, and each route names one that exists', () => {
    const all = new Set<string>(Object.values(roles).flatMap(({ permissions }) => [...permissions]))
    for (const route of routes) {
      assert.ok(route.may === 'anyone' || route.may === 'signed-in' || all.has(route.may), lineOf(route))
    }
  })

  for (const route of routes) {
    // Ending the very session that asks would end the test; it has tests of its own.
    if (['POST /auth/logout', 'DELETE /auth/sessions'].includes(lineOf(route))) continue
    test(lineOf(route), async () => {
      const stranger = await askAs(desk, null, route)
      if (route.may === 'anyone') assert.notEqual(stranger.status, 403, 'nobody')
      else assert.equal(stranger.status, 401, 'nobody')
      if (route.may === 'anyone') return
      for (const name of names) {
        const { status, body } = await askAs(desk, everybody[name], route)
        const isRefusedByRole = body.includes('Your role does not allow this.')
        assert.equal(isRefusedByRole, !may(name, route), `${name}: ${body.slice(0, 200)}`)
        assert.equal(isRefusedByRole && status !== 403, false, `${name}: ${status}`)
        assert.ok(status < 500, `${name}: ${status} ${body.slice(0, 200)}`)
      }
    })
  }
})
