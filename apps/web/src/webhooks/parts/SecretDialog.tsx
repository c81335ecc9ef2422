import { TextInput } from '@mantine/core'
import { Button } from '../../ui/Button.tsx'
import { copyText } from '../../ui/copyText.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { toast } from '../../ui/toast.tsx'
import { webhookWords as words } from '../words.ts'

type SecretDialogProps = { name: string; secret: string; onClose: () => void }

/** The secret, this once. */
export function SecretDialog({ name, secret, onClose }: SecretDialogProps) {
  return (
    <Dialog
      opened
      onClose={onClose}
      title={words.secretTitle(name)}
      confirmLabel={words.secretDone}
      onConfirm={onClose}
      width={560}
    >
      <p>{words.secretAbout}</p>
      <TextInput
        readOnly
        label={words.secret}
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div>
        <Button size="small" onPress={() => void copyText(secret).then((is) => is && toast(words.copied))}>
          {words.copy}
        </Button>
      </div>
    </Dialog>
  )
}
