import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useRouterState } from '@tanstack/react-router'
import { choose, usePreferences } from '../theme/preferences.ts'
import { useTitle } from '../ui/Page.tsx'
import { Controls } from './Controls.tsx'
import { Foundations } from './Foundations.tsx'
import { HomePicture } from './HomePicture.tsx'
import { Lists } from './Lists.tsx'
import { QueuePicture } from './QueuePicture.tsx'
import { Records } from './Records.tsx'
import classes from './Styleguide.module.css'
import { styleguideWords as words } from './words.ts'

const densities = ['compact', 'regular', 'roomy'] as const
const schemes = ['light', 'dark', 'auto'] as const
const contrasts = ['normal', 'more'] as const
const oneOf = <Value extends string>(values: readonly Value[], text: string) =>
  values.find((value) => value === text)

/** Every part in every state. `#queue` and `#home` show two whole screens made of them. */
export default function StyleguidePage() {
  const hash = useRouterState({ select: ({ location }) => location.hash })
  useTitle(words.title)
  if (hash === 'queue') return <QueuePicture />
  if (hash === 'home') return <HomePicture />
  return (
    <main className={classes.page}>
      <Bar />
      <Foundations />
      <Controls />
      <Records />
      <Lists />
    </main>
  )
}

function Bar() {
  const { density, contrast } = usePreferences()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className={classes.bar}>
      <h1>{words.title}</h1>
      <a href="/styleguide#queue">{words.queue}</a>
      <a href="/styleguide#home">{words.home}</a>
      <SegmentedControl
        aria-label={words.density}
        data={[...densities]}
        value={density}
        onChange={(text) => {
          const next = oneOf(densities, text)
          if (next) choose({ density: next })
        }}
      />
      <SegmentedControl
        aria-label={words.scheme}
        data={[...schemes]}
        value={colorScheme}
        onChange={(text) => setColorScheme(oneOf(schemes, text) ?? 'auto')}
      />
      <SegmentedControl
        aria-label={words.contrast}
        data={[...contrasts]}
        value={contrast}
        onChange={(text) => {
          const next = oneOf(contrasts, text)
          if (next) choose({ contrast: next })
        }}
      />
    </div>
  )
}
