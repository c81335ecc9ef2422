/** The name under which mail programs gather what belongs to one request; no mail of its own has it (RFC 5322 §3.6.4). */
export const threadOf = (url: string, requestId: string): string =>
  `<request.${requestId}@${new URL(url).hostname}>`

export type Smtp = {
  host: string
  port: number
  /** TLS from the first byte; else STARTTLS where the server offers it. */
  secure: boolean
  /** Refuses to go on in the clear. */
  requireTLS: boolean
  rejectUnauthorized: boolean
  auth: { user: string; pass: string } | null
}

/**
 * `smtp://user:password@host:587` or `smtps://…:465`, with `?requireTLS=true` and
 * `?tls.rejectUnauthorized=false` for a certificate that cannot be checked. Null where it is neither.
 */
export function readSmtpUrl(text: string): Smtp | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, port, username, password, searchParams } = new URL(text)
  if ((protocol !== 'smtp:' && protocol !== 'smtps:') || !hostname) return null
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: searchParams.get('requireTLS') === 'true',
    rejectUnauthorized: searchParams.get('tls.rejectUnauthorized') !== 'false',
    auth: username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null,
  }
}

/** What a mail server's refusal means: tried again later, or given up because the answer will stay the same. */
export function isForGood({ code, responseCode }: { code?: string; responseCode?: number }): boolean {
  // A wrong password or an unreachable server is mended by who runs it; an address that is refused is not.
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500
}
