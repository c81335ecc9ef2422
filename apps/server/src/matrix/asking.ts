import { contract, type Role, type Route, roles } from '@deskhand/contract'
import { newId } from '../platform/ids.ts'
import type { Desk } from '../testing/desk.ts'
import type { everybody } from '../testing/people.ts'

export type Name = keyof typeof everybody
export type Ids = Record<string, string>
export type Answer = { status: number; body: string }

/** Every route of the product. */
export const routes: Route[] = Object.values(contract).flatMap((slice) => Object.values(slice))
export const lineOf = (route: Route) => `${route.method} ${route.path}`
/** The names of what stands in a path: `/requests/:id/tasks/:taskId` → id, taskId. */
export const namesIn = (path: string): string[] => path.match(/(?<=:)\w+/g) ?? []

const rolesOf: Record<Name, Role> = {
  marta: 'employee',
  jorge: 'employee',
  tom: 'employee',
  ana: 'technician',
  luis: 'technician',
  nuria: 'technician',
  pablo: 'technician',
  omar: 'technician',
  iris: 'technician',
  sofia: 'supervisor',
  elena: 'admin',
  olga: 'admin',
  root: 'super_admin',
}

/** What each of the people everybody knows may do at all, by the contract's own table. */
export const may = (name: Name, route: Route) =>
  route.may === 'anyone' ||
  route.may === 'signed-in' ||
  roles[rolesOf[name]].permissions.some((permission) => permission === route.may)

/** What a role that lacks the permission is told, whatever the record. */
export const isRefusedByRole = ({ status, body }: Answer) =>
  status === 403 && body.includes('Your role does not allow this.')

/** What cannot be left out of the address, by route. */
const queries: Record<string, string> = {
  'GET /search': '?q=vpn',
  'GET /users/:id/access-explain': '?record=IT-4921',
  'GET /users/me/colleagues': '?q=ana',
  'GET /management/calendars/:id/calc': '?from=2026-11-27T09:00:00Z&minutes=60',
  'GET /requests/:id/merge': '?requestIds=IT-4921',
}

/** Calls a route without the contract's help, as an attacker would; an id that is not given is one of nothing. */
export async function askAs(
  desk: Desk,
  email: string | null,
  route: Route,
  ids: Ids = {},
  body?: object,
): Promise<Answer> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? newId())
  const response = await desk.deskhand.app.inject({
    method: route.method,
    url: `/api/v1${path}${queries[lineOf(route)] ?? ''}`,
    headers: email ? { authorization: `Bearer ${await desk.token(email)}` } : {},
    ...(route.kind === 'command' && !route.upload && body ? { payload: body } : {}),
  })
  return { status: response.statusCode, body: response.body.replace(/"instance":"[^"]*"/, '"instance":""') }
}
