import { companies } from '@deskhand/contract'
import { useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { useRead } from '../../api.ts'
import { choose, usePreferences } from '../../theme/preferences.ts'
import { useTitle } from '../../ui/Page.tsx'
import { entranceWords as words } from '../words.ts'
import classes from './Entrance.module.css'
import { ToolBoard, ToolStrip } from './ToolBoard.tsx'

/** What anyone may know before they are known. */
export const useOpenSettings = () => useRead(companies.publicSettings, {}, { staleTime: 300_000 })

type EntranceProps = {
  title: string
  about?: ReactNode
  /** Left out where the title says it. */
  withCompany?: boolean
  children: ReactNode
  /** Below the form, quieter. */
  foot?: ReactNode
}

/** Pages before the sign-in: the form on one side, the tools on their board on the other. */
export function Entrance({ title, about, withCompany = true, children, foot }: EntranceProps) {
  const company = useOpenSettings().data?.companyName
  useTitle(title)
  return (
    <div className={classes.entrance}>
      <main className={classes.side} id="main">
        <div className={classes.form}>
          {withCompany ? (
            <p className={classes.company}>{company ? words.helpDesk(company) : words.anyHelpDesk}</p>
          ) : null}
          <h1 className={classes.title}>{title}</h1>
          {about ? <div className={classes.about}>{about}</div> : null}
          <div className={classes.body}>{children}</div>
        </div>
        {foot ? <div className={classes.foot}>{foot}</div> : null}
        <Look />
      </main>
      <div className={classes.board} aria-hidden="true">
        <ToolBoard />
        <ToolStrip />
      </div>
    </div>
  )
}

/** Light, dark and contrast can be had before anybody is signed in. */
function Look() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const { contrast } = usePreferences()
  const schemes = [
    ['light', words.light],
    ['dark', words.dark],
  ] as const
  return (
    <fieldset className={classes.look} aria-label={words.look}>
      {schemes.map(([scheme, label]) => (
        <button
          key={scheme}
          type="button"
          className={classes.choice}
          aria-pressed={colorScheme === scheme}
          onClick={() => setColorScheme(colorScheme === scheme ? 'auto' : scheme)}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        className={classes.choice}
        aria-pressed={contrast === 'more'}
        onClick={() => choose({ contrast: contrast === 'more' ? 'normal' : 'more' })}
      >
        {words.contrast}
      </button>
    </fieldset>
  )
}
