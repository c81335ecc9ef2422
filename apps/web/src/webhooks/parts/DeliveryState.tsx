import type { WebhookDelivery } from '@deskhand/contract'
import type { ReactNode } from 'react'
import { Glyph, type GlyphLook, type Tone } from '../../ui/Glyph.tsx'
import { deliveryWords } from '../words.ts'

type State = WebhookDelivery['state']

const drawings: Record<State, { tone: Tone; shape: ReactNode }> = {
  WAITING: { tone: 'subtle', shape: <path d="M8 2a6 6 0 1 1 0 12A6 6 0 1 1 8 2zM8 5v3.4l2.2 1.4" /> },
  SENT: { tone: 'ok', shape: <path d="m3 8.6 3.2 3.2L13 4.6" /> },
  HELD: { tone: 'muted', shape: <path d="M5.4 3.4v9.2M10.6 3.4v9.2" /> },
  FAILED: { tone: 'bad', shape: <path d="M8 2.4 14.4 13.4H1.6zM8 6.6v3.2M8 11.6v.1" strokeWidth="1.6" /> },
}

/** Whether a delivery arrived. */
export function DeliveryState({ state, ...look }: { state: State } & GlyphLook) {
  const { tone, shape } = drawings[state]
  return (
    <Glyph {...look} tone={tone} word={deliveryWords[state]}>
      {shape}
    </Glyph>
  )
}
