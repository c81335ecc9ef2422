import {
  Checkbox,
  Menu,
  PasswordInput,
  PinInput,
  Radio,
  SegmentedControl,
  Select,
  Switch,
  Tabs,
  Textarea,
  TextInput,
} from '@mantine/core'
import { Paperclip } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { ChipField } from '../ui/ChipField.tsx'
import { ChipPopover } from '../ui/ChipPopover.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { Meter } from '../ui/Meter.tsx'
import { PriorityGlyph } from '../ui/PriorityGlyph.tsx'
import { SearchField } from '../ui/SearchField.tsx'
import { SideDrawer } from '../ui/SideDrawer.tsx'
import { toast } from '../ui/toast.tsx'
import { FilterChip, ViewBar } from '../ui/ViewBar.tsx'
import { priorityWords } from '../ui/words.ts'
import { Sample } from './Sample.tsx'
import { pendingFiles } from './samples.ts'

const priorities = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const
const nothing = () => undefined

export function Controls() {
  return (
    <>
      <Sample title="Button">
        <Button variant="primary" keys="Mod+Enter">
          Send
        </Button>
        <Button>Send & wait</Button>
        <Button variant="quiet">Show what came before</Button>
        <Button variant="danger">Delete request</Button>
        <Button variant="primary" busy>
          Send
        </Button>
        <Button variant="primary" disabledReason="A closed request cannot be resolved.">
          Resolve
        </Button>
        <Button size="small">Try again</Button>
        <IconButton label="Attach a file" icon={<Icon of={Paperclip} />} onPress={nothing} />
        <Kbd keys="/" />
        <Kbd keys="Mod+Shift+Enter" />
        <Kbd keys="g h" />
      </Sample>
      <Chips />
      <Sample title="Fields" layout="column">
        <TextInput
          label="Summary"
          description="One line is enough."
          placeholder="VPN drops every 20 minutes"
        />
        <TextInput
          label="Work e-mail"
          error="That is not an address. Something is missing after the @."
          defaultValue="marta@"
        />
        <PasswordInput label="Password" defaultValue="demo-demo-demo" />
        <Textarea label="Details" autosize minRows={3} />
        <Select
          label="Site"
          data={['Madrid, HQ', 'Lisbon', 'Porto']}
          defaultValue="Lisbon"
          allowDeselect={false}
        />
        <PinInput length={6} type="number" aria-label="Code from the mail" />
        <Checkbox label="Make it confidential" defaultChecked />
        <Radio label="For me" defaultChecked />
        <Switch label="Mail me when somebody replies" defaultChecked />
        <SegmentedControl data={['For me', 'For someone else']} />
        <SearchField label="What do you need, or what is wrong?" value="" onChange={nothing} keys="/" />
        <SearchField size="small" label="Find a person" value="" onChange={nothing} keys="/" />
      </Sample>
      <Sample title="Files" layout="column">
        <FilePicker
          label="Pictures and files"
          help="Up to 50 MB each."
          files={pendingFiles}
          onAdd={nothing}
          onRemove={nothing}
          onRetry={nothing}
        />
      </Sample>
      <Sample title="Tabs and menus">
        <Tabs defaultValue="all">
          <Tabs.List>
            <Tabs.Tab value="all">All</Tabs.Tab>
            <Tabs.Tab value="conversation">Conversation</Tabs.Tab>
            <Tabs.Tab value="notes">Notes</Tabs.Tab>
          </Tabs.List>
        </Tabs>
        <Menu>
          <Menu.Target>
            <button type="button">Menu</button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Move to</Menu.Label>
            <Menu.Item>In progress</Menu.Item>
            <Menu.Item rightSection={<Kbd keys="Shift+c" />}>Closed</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <ViewBar>
          <FilterChip field="status" operator="is not" value="waiting" />
          <FilterChip field="assignee" operator="is" value="me" onEdit={nothing} onRemove={nothing} />
        </ViewBar>
        <span style={{ width: 160 }}>
          <Meter label="Storage" value={62} />
        </span>
        <span style={{ width: 160 }}>
          <Meter label="Storage" value={92} tone="bad" />
        </span>
      </Sample>
      <Layers />
    </>
  )
}

function Chips() {
  const [priority, setPriority] = useState<string>('MEDIUM')
  const picked = priorities.find((one) => one === priority) ?? 'MEDIUM'
  return (
    <Sample title="ChipField">
      <ChipField
        label="Priority"
        value={picked}
        words={priorityWords[picked]}
        display={<PriorityGlyph priority={picked} labelled />}
        keys="p"
        options={priorities.map((value) => ({
          value,
          label: priorityWords[value],
          glyph: <PriorityGlyph priority={value} decorative />,
        }))}
        onPick={setPriority}
      />
      <ChipField
        label="Status"
        value="IN_PROGRESS"
        words="In progress"
        pending
        options={[
          { value: 'IN_PROGRESS', label: 'In progress' },
          {
            value: 'REJECTED',
            label: 'Rejected',
            disabledReason: 'Only the supervisor can do that to a started request.',
          },
        ]}
        onPick={nothing}
      />
      <ChipField label="Assignee" value={null} words={null} options={[]} searchable onPick={nothing} />
      <ChipField label="Team" value="it" words="IT support" options={[]} readOnly onPick={nothing} />
      <ChipPopover label="Tags" words="vpn, vip">
        {(close) => (
          <Button variant="primary" onPress={close}>
            Set tags
          </Button>
        )}
      </ChipPopover>
    </Sample>
  )
}

function Layers() {
  const [shown, setShown] = useState<'dialog' | 'confirm' | 'drawer' | null>(null)
  const close = () => setShown(null)
  return (
    <Sample title="Layers">
      <Button onPress={() => setShown('dialog')}>Dialog</Button>
      <Button onPress={() => setShown('confirm')}>Confirm</Button>
      <Button onPress={() => setShown('drawer')}>Drawer</Button>
      <Button onPress={() => toast('Sent. IT-4921 is yours.')}>Toast</Button>
      <Button onPress={() => toast('IT-4907 is with Luis Mora now.', { undo: nothing })}>
        Toast with undo
      </Button>
      <Dialog
        opened={shown === 'dialog'}
        onClose={close}
        title="Resolve IT-4907"
        confirmLabel="Resolve request"
        onConfirm={close}
      >
        <Select label="What was it" data={['Fixed', 'Answered', 'Workaround']} />
        <Textarea label="What solved it" autosize minRows={3} />
      </Dialog>
      <ConfirmDialog
        opened={shown === 'confirm'}
        onClose={close}
        title="Delete IT-4907?"
        consequence="It leaves every list. A supervisor can restore it."
        confirmLabel="Delete request"
        onConfirm={close}
      />
      <SideDrawer opened={shown === 'drawer'} onClose={close} title="Person">
        Jorge Vidal
      </SideDrawer>
    </Sample>
  )
}
