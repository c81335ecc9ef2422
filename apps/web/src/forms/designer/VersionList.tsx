import { type FormDefinition, forms } from '@deskhand/contract'
import { call } from '../../call.ts'
import { Button } from '../../ui/Button.tsx'
import { SideDrawer } from '../../ui/SideDrawer.tsx'
import { TimeText } from '../../ui/TimeText.tsx'
import { toast } from '../../ui/toast.tsx'
import classes from './Slots.module.css'
import type { Form } from './useDesigner.ts'
import { formsWords, designerWords as words } from './words.ts'

type VersionListProps = {
  form: Form
  opened: boolean
  onClose: () => void
  onBringBack: (definition: FormDefinition) => void
}

/** Every version there was, who published it when, and how many requests keep it. */
export function VersionList({ form, opened, onClose, onBringBack }: VersionListProps) {
  async function bringBack(versionId: string, number: number) {
    const { definition } = await call(forms.getVersion, { params: { id: form.id, versionId } })
    onBringBack(definition)
    onClose()
    toast(words.broughtBack(number))
  }
  return (
    <SideDrawer opened={opened} onClose={onClose} title={words.versions}>
      <ol className={classes.versions}>
        {form.versions.map((version) => (
          <li key={version.id}>
            <p>
              <b>
                {version.state === 'DRAFT'
                  ? formsWords.draft(version.number)
                  : formsWords.published(version.number)}
              </b>{' '}
              {version.note}
            </p>
            <p className={classes.hint}>
              {version.publishedByName ?? version.createdByName}{' '}
              <TimeText at={version.publishedAt ?? version.createdAt} form="stamp" />
              {version.state === 'PUBLISHED' ? `, ${words.versionLine(version.requestCount)}` : null}
            </p>
            {version.state === 'PUBLISHED' ? (
              <Button size="small" onPress={() => void bringBack(version.id, version.number)}>
                {words.bringBack}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </SideDrawer>
  )
}
