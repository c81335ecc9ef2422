import { useMediaQuery } from '@mantine/hooks'
import { usePreferences } from '../theme/preferences.ts'

/** The same heights as --row and --row-two in tokens.css; a virtual list has to know them as numbers. */
const heights = { compact: [28, 48], regular: [36, 56], roomy: [44, 64] } as const

export function useRowHeight(lines: 1 | 2): number {
  const { density } = usePreferences()
  const coarse = useMediaQuery('(pointer: coarse)') ?? false
  return heights[coarse ? 'roomy' : density][lines - 1] ?? heights.regular[1]
}
