/** Whether this Origin is ours: the configured address, or the very host that the request was sent to. */
export const isOurOrigin = (origin: string, host: string | undefined, url: string): boolean =>
  origin === new URL(url).origin || (URL.canParse(origin) && new URL(origin).host === host)
