import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { choose } from '../theme/preferences.ts'
import { setReader } from '../ui/time.ts'
import { setPriorityNames } from '../ui/words.ts'
import type { Me } from './session.ts'

/** Brings what the person chose, on whatever device, to this one, and the words that their company chose. */
export function useAppliedPreferences({ preferences, company }: Me, isPortal: boolean) {
  const { setColorScheme } = useMantineColorScheme()
  const { theme, density, zone, locale, shortcuts } = preferences
  setReader(zone, locale)
  setPriorityNames(company.priorityNames)
  useEffect(() => {
    setColorScheme(theme === 'light' || theme === 'dark' ? theme : 'auto')
    choose({
      contrast:
        theme === 'contrast' || window.matchMedia('(prefers-contrast: more)').matches ? 'more' : 'normal',
      // Employees read a letter, not a cockpit: the portal is always roomy.
      density: isPortal ? 'roomy' : density,
      singleKeys: shortcuts,
    })
  }, [theme, density, shortcuts, isPortal, setColorScheme])
}
