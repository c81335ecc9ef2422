import { join } from 'node:path'
import type { MailKind } from '@deskhand/contract'
import { Liquid } from 'liquidjs'
import type { z } from 'zod'

const settings = {
  root: join(import.meta.dirname, 'templates'),
  cache: true,
  ownPropertyOnly: true,
  strictFilters: true,
  relativeReference: false,
  dynamicPartials: true,
  parseLimit: 100_000,
  // Milliseconds on the clock: a busy machine may take its time, a template that never ends may not.
  renderLimit: 10_000,
  memoryLimit: 5_000_000,
} as const
const html = new Liquid({ ...settings, extname: '.html.liquid', outputEscape: 'escape' })
const text = new Liquid({ ...settings, extname: '.txt.liquid' })

export type Rendered = { text: string; html: string }

export type Renderable = {
  kind: z.output<typeof MailKind>
  subject: string
  data: Record<string, unknown>
  secrets: Record<string, string>
  /** IANA time zone of the company, for times in words. */
  zone: string
}

/** Both bodies of a mail. Everything that people wrote is escaped in the one and plain in the other. */
export async function render(
  url: string,
  { kind, subject, data, secrets, zone }: Renderable,
): Promise<Rendered> {
  const template = templateOf(kind)
  const values = {
    ...data,
    ...(typeof data['ref'] === 'string' ? { link: `${url}/r/${data['ref']}` } : {}),
    ...(typeof data['at'] === 'string' ? { when: whenIn(zone, new Date(data['at'])) } : {}),
    lines: typeof data['text'] === 'string' ? data['text'].split(/\r?\n/) : [],
    ...secrets,
    subject,
    url,
  }
  const [asHtml, asText] = await Promise.all([
    html.renderFile(template, values),
    text.renderFile(template, values),
  ])
  return { html: asHtml, text: `${asText.replace(/\n{3,}/g, '\n\n').trim()}\n` }
}

const templateOf = (kind: Renderable['kind']): string => {
  if (kind === 'approval_asked' || kind === 'approval_reminded') return 'approval'
  if (kind === 'acceptance_asked' || kind === 'acceptance_reminded') return 'acceptance'
  return /^(request|approval|correction)_/.test(kind) ? 'request' : kind
}

const whenIn = (zone: string, at: Date): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: zone }).format(at)} (${zone})`
