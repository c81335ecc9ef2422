import { businessUnits, floorPlans } from '@deskhand/contract'
import { NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useRead } from '../api.ts'
import { refresh } from '../fresh.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { toast } from '../ui/toast.tsx'
import { useUploads } from '../uploads.ts'
import { planWords as words } from './words.ts'

/** A picture, the site that it is of, and what the floor is called. */
export function PlanDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient()
  const units = useRead(businessUnits.list, {})
  const sites = (units.data?.data ?? []).filter(({ kind }) => kind === 'SITE')
  const [siteId, setSiteId] = useState('')
  const [name, setName] = useState('')
  const uploads = useUploads(floorPlans.add, null)
  const isWhole = siteId !== '' && name.trim() !== '' && uploads.files.length === 1
  const save = async () => {
    const arrived = await uploads.startAll({ params: { id: siteId }, query: { name: name.trim() } })
    if (!arrived) return
    refresh(client, { slice: 'floor_plan', ids: [] })
    toast(words.saved(name.trim()))
    onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.add}
      confirmLabel={words.save}
      busy={uploads.isBusy}
      disabledReason={isWhole ? null : words.missing}
      onConfirm={() => void save()}
    >
      {units.data && sites.length === 0 ? (
        <p>
          {words.noSites} <a href="/company/units">{words.sites}</a>
        </p>
      ) : null}
      <NativeSelect
        required
        label={words.site}
        data={[{ value: '', label: '' }, ...sites.map((site) => ({ value: site.id, label: site.name }))]}
        value={siteId}
        onChange={(event) => setSiteId(event.currentTarget.value)}
      />
      <TextInput
        required
        label={words.name}
        description={words.nameHelp}
        placeholder={words.nameExample}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <FilePicker
        label={words.picture}
        help={words.pictureHelp}
        accept="image/png,image/jpeg,image/webp"
        files={uploads.files}
        onAdd={(files) => {
          for (const one of uploads.files) uploads.remove(one.id)
          uploads.add(files.slice(0, 1))
        }}
        onRemove={uploads.remove}
        onRetry={uploads.retry}
      />
    </Dialog>
  )
}
