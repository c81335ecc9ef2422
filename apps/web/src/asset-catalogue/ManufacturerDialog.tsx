import { assetCatalogue, type Manufacturer } from '@deskhand/contract'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { catalogueWords, manufacturerWords as words } from './words.ts'

const contacts = ['website', 'supportWebsite', 'supportPhone', 'supportEmail'] as const

type ManufacturerDialogProps = { manufacturer: Manufacturer | null; onClose: () => void }

/** Who makes things, and where help for them is found. */
export function ManufacturerDialog({ manufacturer, onClose }: ManufacturerDialogProps) {
  const [said, setSaid] = useState({
    name: manufacturer?.name ?? '',
    website: manufacturer?.website ?? '',
    supportWebsite: manufacturer?.supportWebsite ?? '',
    supportPhone: manufacturer?.supportPhone ?? '',
    supportEmail: manufacturer?.supportEmail ?? '',
  })
  const onSuccess = (saved: Manufacturer) => {
    toast(catalogueWords.saved(saved.name))
    onClose()
  }
  const add = useCommand(assetCatalogue.addManufacturer, { onSuccess })
  const change = useCommand(assetCatalogue.changeManufacturer, { onSuccess })
  const problem = add.error ?? change.error
  const { name } = said
  const [website, supportWebsite, supportPhone, supportEmail] = contacts.map(
    (contact) => said[contact].trim() || null,
  )
  const body = {
    name,
    website: website ?? null,
    supportWebsite: supportWebsite ?? null,
    supportPhone: supportPhone ?? null,
    supportEmail: supportEmail ?? null,
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={manufacturer ? catalogueWords.changeNamed(manufacturer.name) : words.addTitle}
      confirmLabel={words.save}
      busy={add.isPending || change.isPending}
      problem={problem}
      onConfirm={() => {
        if (manufacturer)
          change.mutate({ params: { id: manufacturer.id }, body, ifMatch: manufacturer.version })
        else add.mutate({ body })
      }}
    >
      <TextInput
        data-autofocus
        required
        label={catalogueWords.name}
        maxLength={100}
        value={name}
        error={fieldProblem(problem, 'name') ?? null}
        onChange={(event) => setSaid({ ...said, name: event.currentTarget.value })}
      />
      {contacts.map((contact) => (
        <TextInput
          key={contact}
          label={words[contact]}
          maxLength={500}
          value={said[contact]}
          error={fieldProblem(problem, contact) ?? null}
          onChange={(event) => setSaid({ ...said, [contact]: event.currentTarget.value })}
        />
      ))}
    </Dialog>
  )
}
