import { deskManagement } from '@deskhand/contract'
import { Select } from '@mantine/core'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../../api.ts'
import { PersonPicker } from '../../people/parts/PersonPicker.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from '../Desks.module.css'
import type { ManagedDesk } from '../DesksPage.tsx'
import { desksWords as words } from '../words.ts'

/** Who works at a desk, and who leads it. */
export function MembersDialog({ desk, onClose }: { desk: ManagedDesk; onClose: () => void }) {
  const [members, setMembers] = useState(desk.members)
  const save = useCommand(deskManagement.setMembers, {
    onSuccess: () => {
      toast(words.saved(desk.name))
      onClose()
    },
  })
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${words.members}: ${desk.name}`}
      confirmLabel={words.save}
      busy={save.isPending}
      problem={save.error}
      onConfirm={() =>
        save.mutate({
          params: { id: desk.id },
          ifMatch: desk.membersVersion,
          body: { members: members.map(({ id, role }) => ({ personId: id, role })) },
        })
      }
    >
      <PersonPicker
        label={words.addMember}
        value={null}
        onChange={(person) => {
          if (!person || members.some(({ id }) => id === person.id)) return
          setMembers((was) => [...was, { ...person, role: 'TECHNICIAN' as const }])
        }}
      />
      <ul className={classes.members}>
        {members.map((member) => (
          <li key={member.id} className={classes.member}>
            <span>{member.name}</span>
            <Select
              aria-label={words.role(member.name)}
              size="xs"
              allowDeselect={false}
              data={Object.entries(words.roles).map(([value, label]) => ({ value, label }))}
              value={member.role}
              onChange={(next) =>
                setMembers((was) =>
                  was.map((one) =>
                    one.id === member.id
                      ? { ...one, role: next === 'SUPERVISOR' ? 'SUPERVISOR' : 'TECHNICIAN' }
                      : one,
                  ),
                )
              }
            />
            <IconButton
              size="small"
              label={words.removeMember(member.name)}
              icon={<Icon of={X} />}
              onPress={() => setMembers((was) => was.filter(({ id }) => id !== member.id))}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
