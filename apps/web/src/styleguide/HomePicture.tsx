import { notifications } from '@deskhand/contract'
import { useState } from 'react'
import { queryClient, reading } from '../api.ts'
import PortalShell from '../shell/PortalShell.tsx'
import { MeContext } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { LinkRow, LinkRows } from '../ui/LinkRow.tsx'
import { NeedsRow } from '../ui/NeedsRow.tsx'
import { Page } from '../ui/Page.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SectionTitle } from '../ui/SectionTitle.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import classes from './HomePicture.module.css'
import { sampleEmployee } from './samplePerson.ts'

const asks = [
  ['A laptop or screen', '2 to 5 days, manager approves'],
  ['Something for a new starter', 'order 2 weeks before'],
  ['Access to a folder or app', 'same day'],
  ['A visit at my desk', 'next free today 11:30'],
] as const

/** The employee's home of design/home-*.png, made of the real parts with sample words. */
export function HomePicture() {
  const [text, setText] = useState('')
  queryClient.setQueryData(reading(notifications.unreadCount, {}).queryKey, { count: 2 })
  return (
    <MeContext value={sampleEmployee}>
      <PortalShell>
        <Page title="Home" heading={<Greeting />}>
          <div className={classes.home}>
            <SearchField
              label="What do you need, or what is wrong?"
              value={text}
              onChange={setText}
              keys="/"
            />
            <section>
              <SectionTitle size="portal">Needs you</SectionTitle>
              <ul className={classes.needs}>
                <NeedsRow
                  title="Approve a starter kit for Inés Prat"
                  about="Jorge asked on Tuesday. Design hardware has €6,310 left this year."
                  actions={
                    <>
                      <Button>Not now</Button>
                      <Button variant="primary">Approve €2,140</Button>
                    </>
                  }
                />
                <NeedsRow
                  title="Sign for your new screen"
                  about={
                    <>
                      <Tag kind="asset" reference="MN-0391" size="compact" /> Luis left it on your desk at
                      08:50.
                    </>
                  }
                  actions={<Button>Sign</Button>}
                />
              </ul>
            </section>
            <section>
              <SectionTitle size="portal">Your requests</SectionTitle>
              <LinkRows>
                <LinkRow
                  glyph={<StatusGlyph state="IN_PROGRESS" voice="requester" />}
                  title="VPN drops every 20 minutes"
                  about="Ana is on it. “Could you try the other gateway?”"
                  end={<Tag reference="IT-4921" size="compact" />}
                  href="/styleguide#home"
                />
                <LinkRow
                  glyph={<StatusGlyph state="WAITING" voice="requester" />}
                  title="Expense card limit for Lisbon trip"
                  about="Waiting for Finance until Monday"
                  end={<Tag reference="FI-0882" size="compact" />}
                  href="/styleguide#home"
                />
              </LinkRows>
            </section>
            <section>
              <SectionTitle size="portal">Ask for</SectionTitle>
              <div className={classes.ask}>
                {asks.map(([title, about]) => (
                  <LinkRows key={title}>
                    <LinkRow title={title} about={about} href="/styleguide#home" />
                  </LinkRows>
                ))}
              </div>
            </section>
          </div>
        </Page>
      </PortalShell>
    </MeContext>
  )
}

function Greeting() {
  return (
    <>
      <h1 className={classes.greeting}>Morning, Marta.</h1>
      <p className={classes.true}>Two things need you. Nothing else is waiting.</p>
    </>
  )
}
