import { useState } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { ChipField } from '../ui/ChipField.tsx'
import { Composer, type ComposerMode } from '../ui/Composer.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Ledger, LedgerEntry, LedgerEvent, NewRule } from '../ui/Ledger.tsx'
import { Pane } from '../ui/Pane.tsx'
import { PersonChip } from '../ui/PersonChip.tsx'
import { PriorityGlyph } from '../ui/PriorityGlyph.tsx'
import { StatusGlyph } from '../ui/StatusGlyph.tsx'
import { Tag } from '../ui/Tag.tsx'
import classes from './PictureDetail.module.css'
import { lately } from './samples.ts'

const nothing = () => undefined

export function PictureDetail() {
  const [mode, setMode] = useState<ComposerMode>('reply')
  const [value, setValue] = useState(
    'Already the 14-inch, Jorge. It leaves Store B today and lands in Porto on Monday.',
  )
  return (
    <Pane
      kind="detail"
      label="IT-4907"
      still
      head={<Head />}
      foot={
        <Composer
          mode={mode}
          onModeChange={setMode}
          value={value}
          onChange={setValue}
          recipients="to Jorge Vidal, cc Inés Prat"
          status="Draft saved 09:44"
          hints={
            <>
              <Kbd keys="Mod+Shift+n" /> reply or note
            </>
          }
          sends={[
            { id: 'wait', label: 'Send & wait' },
            { id: 'send', label: 'Send', keys: 'Mod+Enter' },
          ]}
          onSend={nothing}
        />
      }
    >
      <Ledger newest="7">
        <LedgerEvent at={lately(9, 9, 0)}>
          Jorge opened this from <b>New starter</b> · 4 items · €2,140
        </LedgerEvent>
        <LedgerEvent at={lately(9, 11, 0)}>
          Marta Gil approved, budget <b>Design hardware</b> has €6,310 left
        </LedgerEvent>
        <LedgerEntry at={lately(2, 10, 12)} author="Jorge Vidal" via="by e-mail">
          Inés starts on the 1st and works from Porto the first week. Could the laptop go straight to her
          home? Address is in her profile.
        </LedgerEntry>
        <LedgerEntry at={lately(2, 11, 40)} author="Luis Mora" kind="note">
          Two 14-inch in Store B, <Tag kind="asset" reference="LT-00231" size="compact" /> has a fresh image.
          Courier cut-off for Portugal is Thursday 16:00.
        </LedgerEntry>
        <LedgerEvent at={lately(1, 9, 2)}>
          Ana reserved <Tag kind="asset" reference="LT-00231" size="compact" /> and{' '}
          <Tag kind="asset" reference="DK-0044" size="compact" />, planned{' '}
          <Tag kind="shipment" reference="SH-121" size="compact" />
        </LedgerEvent>
        <NewRule />
        <LedgerEntry at={lately(1, 9, 31)} author="Jorge Vidal">
          Great. One more thing: can she have the 14-inch instead of the 16? She cycles.
        </LedgerEntry>
      </Ledger>
    </Pane>
  )
}

function Head() {
  return (
    <div className={classes.head}>
      <div className={classes.line}>
        <Tag reference="IT-4907" tone="solid" size="header" copyable state="in progress" />
        opened 18 Nov by Jorge Vidal
        <span className={classes.end}>
          <Avatar name="Luis Mora" /> Luis is looking
        </span>
      </div>
      <h2 className={classes.title}>New starter kit for Inés Prat, 1 December</h2>
      <div className={classes.chips}>
        <ChipField
          label="Status"
          value="IN_PROGRESS"
          words="In progress"
          display={<StatusGlyph state="IN_PROGRESS" labelled />}
          options={[]}
          onPick={nothing}
          keys="s"
        />
        <ChipField
          label="Priority"
          value="MEDIUM"
          words="Medium"
          display={<PriorityGlyph priority="MEDIUM" labelled />}
          options={[]}
          onPick={nothing}
          keys="p"
        />
        <ChipField
          label="Assignee"
          value="ana"
          words="Ana Ruiz"
          display={<PersonChip name="Ana Ruiz" />}
          options={[]}
          onPick={nothing}
          keys="a"
        />
        <ChipField label="Team" value="it" words="IT support" options={[]} onPick={nothing} keys="t" />
        <ChipField label="Due" value="due" words="due 28 Nov" options={[]} onPick={nothing} readOnly />
      </div>
    </div>
  )
}
