import { deflateSync } from 'node:zlib'

/** How an agent wants to be answered: by its own headers and by the language that it spoke. */
export type Dialect = { agentId: string | null; isOcs: boolean; form: 'xml' | 'json' }
export type Reply = { status: number; type: string; body: string | Buffer }

type Headers = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

export function dialectOf(headers: Headers, form: 'xml' | 'json' | null): Dialect {
  const agentId = one(headers['glpi-agent-id']).trim().toLowerCase()
  const type = (one(headers['content-type']).split(';')[0] ?? '').trim().toLowerCase()
  return {
    agentId: /^[0-9a-f-]{32,36}$/.test(agentId) ? agentId : null,
    // This type is the old agent's alone: the others say which packing it is.
    isOcs: /^OCS-NG/i.test(one(headers['user-agent'])) || type === 'application/x-compress',
    form: form ?? (agentId || type === 'application/json' ? 'json' : 'xml'),
  }
}

/** GLPI's agent wants JSON also to its first message, which is XML. */
const speaksJson = ({ agentId, form }: Dialect) => agentId !== null || form === 'json'

const json = (body: object, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
})

function xml({ isOcs }: Dialect, inside: string, status = 200): Reply {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<REPLY>${inside}</REPLY>\n`
  // The old agent unpacks whatever comes, and ends where it cannot.
  return isOcs
    ? { status, type: 'application/x-compress', body: deflateSync(body) }
    : { status, type: 'application/xml', body }
}

/**
 * What an agent may do, and when it is to come again. Without `expiration` the agent takes it for no answer at all,
 * without `tasks` it asks twice each time; `server` and `version` are what it looks for before it speaks JSON.
 */
export function welcome(dialect: Dialect, hours: number): Reply {
  if (!speaksJson(dialect))
    return xml(dialect, `<PROLOG_FREQ>${hours}</PROLOG_FREQ><RESPONSE>SEND</RESPONSE>`)
  const task = { server: 'glpi', version: '10.0.0' }
  return json({
    status: 'ok',
    expiration: hours,
    tasks: { inventory: task },
  })
}

/** Taken; nothing is to be done any more. */
export const thanks = (dialect: Dialect, hours: number): Reply =>
  speaksJson(dialect) ? json({ status: 'ok', expiration: hours }) : xml(dialect, '<RESPONSE>OK</RESPONSE>')

/** To `get_params`: nobody keeps credentials of other devices here. */
export const noParams = (dialect: Dialect, hours: number): Reply =>
  speaksJson(dialect) ? json({ status: 'ok', expiration: hours, credentials: [] }) : thanks(dialect, hours)

/** It is being worked on: ask again after so many seconds. A bare number would be hours. */
export const pending = (seconds: number): Reply => json({ status: 'pending', expiration: `${seconds}s` })

/** Refused. Without `expiration`, so that the agent stops here and says why in its log. */
export const refusal = (dialect: Dialect, status: number, message: string): Reply =>
  speaksJson(dialect)
    ? json({ status: 'error', message: message.slice(0, 249) }, status)
    : xml(dialect, `<RESPONSE>NO</RESPONSE><ERROR>${escaped(message.slice(0, 249))}</ERROR>`, status)

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
