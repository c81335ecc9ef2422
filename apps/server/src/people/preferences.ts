import type { Preferences } from '@deskhand/contract'
import type { z } from 'zod'

/** What holds until somebody chooses: their system's colours, the company's zone, the locale of their browser. */
export const defaultPreferences: z.output<typeof Preferences> = {
  theme: 'system',
  density: 'regular',
  zone: null,
  locale: null,
  shortcuts: true,
  undoSend: true,
  signature: '',
}
