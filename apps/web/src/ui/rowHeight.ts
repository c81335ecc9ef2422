import { useMediaQuery } from '@mantine/hooks'
import { type CSSProperties, createContext, useContext } from 'react'
import { type Density, usePreferences } from '../theme/preferences.ts'

/** The same heights as --row and --row-two in tokens.css; a virtual list has to know them as numbers. */
const heights = { compact: [28, 48], regular: [36, 56], roomy: [44, 64] } as const

/** A list may be denser or roomier than the person's own choice. */
export const DensityContext = createContext<Density | null>(null)

/** The same heights for the style sheets of what lies inside. */
export const rowStyle = (density: Density | null): CSSProperties | undefined =>
  density === null
    ? undefined
    : // Custom properties are not among the properties that the type knows.
      ({ '--row': `${heights[density][0]}px`, '--row-two': `${heights[density][1]}px` } as CSSProperties)

export function useRowHeight(lines: 1 | 2): number {
  const own = useContext(DensityContext)
  const { density: preferred } = usePreferences()
  const density = own ?? preferred
  const coarse = useMediaQuery('(pointer: coarse)') ?? false
  return heights[coarse ? 'roomy' : density][lines - 1] ?? heights.regular[1]
}
