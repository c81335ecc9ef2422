import {
  type Certificate,
  type CertificateKind,
  certificates,
  type Money,
  usualRemindDays,
} from '@deskhand/contract'
import { NativeSelect, NumberInput, Switch, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useCommand } from '../api.ts'
import { MoneyField } from '../approval-policies/MoneyField.tsx'
import { KeptBy } from '../assets/parts/KeptBy.tsx'
import { ThingPicker } from '../custody/TargetField.tsx'
import classes from '../licences/Licences.module.css'
import { PersonPicker, type PickedPerson } from '../people/parts/PersonPicker.tsx'
import { useMe } from '../shell/session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { fieldProblem } from '../ui/problem.ts'
import { toast } from '../ui/toast.tsx'
import { certificateWords as words } from './words.ts'

type CertificateDialogProps = {
  certificate: Certificate | null
  onClose: () => void
  onRemove: (certificate: Certificate) => void
}

/** A new certificate or domain, or all of one; a later day is how it is renewed. */
export function CertificateDialog({ certificate: one, onClose, onRemove }: CertificateDialogProps) {
  const [kind, setKind] = useState<CertificateKind>(one?.kind ?? 'CERTIFICATE')
  const [name, setName] = useState(one?.name ?? '')
  const [issuer, setIssuer] = useState(one?.issuer ?? '')
  const [expiresOn, setExpiresOn] = useState(one?.expiresOn ?? '')
  const [renewsItself, setRenewsItself] = useState(one?.renewsItself ?? false)
  const [owner, setOwner] = useState<PickedPerson | null>(one?.owner ?? null)
  const me = useMe()
  const [deskId, setDesk] = useState(one ? one.deskId : (me.desks[0]?.id ?? null))
  const [asset, setAsset] = useState(one?.asset ? { id: one.asset.id, name: one.asset.assetTag } : null)
  const [cost, setCost] = useState<Money | null>(one?.cost ?? null)
  const [remindDays, setRemindDays] = useState<number | string>(one?.remindDays ?? usualRemindDays)
  const [notes, setNotes] = useState(one?.notes ?? '')
  const onSuccess = (saved: Certificate) => {
    toast(words.saved(saved.name))
    onClose()
  }
  const create = useCommand(certificates.create, { onSuccess })
  const change = useCommand(certificates.change, { onSuccess })
  const problem = create.error ?? change.error
  const errorOf = (field: string) => fieldProblem(problem, field) ?? null
  const body = {
    kind,
    name,
    issuer: issuer.trim() || null,
    expiresOn,
    renewsItself,
    ownerId: owner?.id ?? null,
    deskId,
    assetId: asset?.id ?? null,
    cost,
    remindDays: Number(remindDays),
    notes: notes.trim() || null,
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={one ? words.editTitle(one.name) : words.addTitle}
      confirmLabel={words.save}
      busy={create.isPending || change.isPending}
      problem={problem}
      onConfirm={() => {
        if (one) change.mutate({ params: { id: one.id }, ifMatch: one.version, body })
        else create.mutate({ body })
      }}
    >
      <div className={classes.pair}>
        <NativeSelect
          label={words.kind}
          data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
          value={kind}
          // One of the kinds that it lists.
          onChange={(event) => setKind(event.currentTarget.value as CertificateKind)}
        />
        <TextInput
          type="date"
          label={words.expiresOn}
          value={expiresOn}
          error={errorOf('expiresOn')}
          onChange={(event) => setExpiresOn(event.currentTarget.value)}
        />
      </div>
      <TextInput
        data-autofocus
        label={words.name}
        description={words.nameAbout}
        maxLength={253}
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.issuer}
        maxLength={120}
        value={issuer}
        error={errorOf('issuer')}
        onChange={(event) => setIssuer(event.currentTarget.value)}
      />
      <Switch
        label={words.renewsItself}
        checked={renewsItself}
        onChange={(event) => setRenewsItself(event.currentTarget.checked)}
      />
      <PersonPicker label={words.owner} value={owner} error={errorOf('ownerId')} onChange={setOwner} />
      <KeptBy value={deskId} was={one} error={errorOf('deskId')} onChange={setDesk} />
      <ThingPicker label={words.asset} value={asset} error={errorOf('assetId')} onChange={setAsset} />
      <MoneyField
        label={words.cost}
        value={cost}
        error={errorOf('cost') ?? errorOf('cost/amount') ?? undefined}
        onChange={setCost}
      />
      <NumberInput
        label={words.remindDays}
        min={1}
        max={365}
        allowDecimal={false}
        value={remindDays}
        error={errorOf('remindDays')}
        onChange={setRemindDays}
      />
      <Textarea
        label={words.notes}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        value={notes}
        error={errorOf('notes')}
        onChange={(event) => setNotes(event.currentTarget.value)}
      />
      {one ? (
        <div>
          <Button size="small" variant="quiet" onPress={() => onRemove(one)}>
            {words.remove}
          </Button>
        </div>
      ) : null}
    </Dialog>
  )
}
