import type { Route } from '@deskhand/contract'
import { Answer, type AnswerExtra, type Answers, Json } from './answer.ts'

export type Rendered = { status: number; headers: Record<string, string>; body: string; extra: AnswerExtra }

/** An answer as status, headers and text. */
export function render(route: Route, given: Answers<unknown>): Rendered {
  const extra = given instanceof Answer ? given.extra : {}
  const content = given instanceof Answer ? given.body : given
  const headers: Record<string, string> = {}
  if (extra.version !== undefined) headers['etag'] = `"${extra.version}"`
  if (extra.location) headers['location'] = `/api/v1${extra.location}`
  const body =
    route.status === 204 ? '' : content instanceof Json ? content.text : JSON.stringify(content ?? {})
  return { status: route.status, headers, body: inOneForm(body), extra }
}

const momentOfSql = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00:00"/g

/** PostgreSQL renders what moments need of digits and `+00:00`, JavaScript milliseconds and `Z`: all leave as the latter. */
export const inOneForm = (text: string): string =>
  text.replace(
    momentOfSql,
    (_, second: string, digits = '') => `"${second}.${digits.slice(0, 3).padEnd(3, '0')}Z"`,
  )

/** `Link: rel="next"` (RFC 8288) for a page that has another after it. */
export function nextLink(url: string, next: string): string {
  const [path = '', query = ''] = url.split('?')
  const fields = new URLSearchParams(query)
  fields.set('cursor', next)
  return `<${path}?${fields}>; rel="next"`
}
