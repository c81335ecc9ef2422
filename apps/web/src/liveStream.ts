import type { ServerMessage } from '@deskhand/contract'

type Handlers = {
  onMessage: (message: ServerMessage) => void
  /** It broke off and tries again by itself. */
  onTrouble: () => void
  /** It is over; `code` where the server said why. */
  onClose: (code: number | null) => void
}

/** The server's other door: the same messages as server-sent events, where no socket can be opened. */
export function openStream(topics: readonly string[], after: number | null, handlers: Handlers) {
  const query = new URLSearchParams({ topics: topics.join(',') })
  if (after !== null) query.set('after', String(after))
  const source = new EventSource(`/api/v1/realtime/events?${query}`)
  source.onmessage = ({ data }) => {
    // Our own server, as the contract has it.
    const message: ServerMessage = JSON.parse(String(data))
    handlers.onMessage(message)
  }
  source.addEventListener('closed', ({ data }) => {
    source.close()
    handlers.onClose(Number(data))
  })
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) handlers.onClose(null)
    else handlers.onTrouble()
  }
  return { close: () => source.close() }
}
