import { assetFiles, type Disposal, type DisposalThing, disposals } from '@deskhand/contract'
import { X } from 'lucide-react'
import { useCommand } from '../api.ts'
import { moneyText } from '../approvals/moneyText.ts'
import { address } from '../call.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { plainDay, useNow } from '../ui/time.ts'
import { toast } from '../ui/toast.tsx'
import classes from './Disposals.module.css'
import { methodWords, disposalWords as words } from './words.ts'

type ThingLineProps = { disposal: Disposal; thing: DisposalThing; onWipe: (ids: string[]) => void }

/** A thing of the batch: how it was wiped, what it is worth, and what stands in its way. */
export function ThingLine({ disposal, thing, onWipe }: ThingLineProps) {
  const now = useNow()
  const { assetId, assetTag, name, serialNumber, wipe, bearsData, bookValue, obstacles } = thing
  const remove = useCommand(disposals.change, { onSuccess: () => toast(words.removed(assetTag)) })
  const mayWipe = disposal.mayChange && bearsData
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <span className={classes.name}>
          {name} <Tag kind="asset" reference={assetTag} size="compact" href={`/a/${assetTag}`} />
        </span>
        <span className={classes.facts}>
          {[serialNumber, bookValue && moneyText(bookValue)].filter(Boolean).join(' · ')}
        </span>
        {wipe ? (
          <span className={classes.facts}>
            {words.wiped(methodWords[wipe.method], wipe.by, plainDay(wipe.on, now))}
            {wipe.fileId ? (
              <>
                {' '}
                <a
                  href={address(assetFiles.download, { params: { id: assetId, attachmentId: wipe.fileId } })}
                  download={wipe.fileName ?? undefined}
                >
                  {wipe.fileName}
                </a>
              </>
            ) : null}
          </span>
        ) : null}
        {obstacles.map((sentence) => (
          <span key={sentence} className={classes.fault}>
            {sentence}
          </span>
        ))}
        <ProblemNotice problem={remove.error} />
      </div>
      <span className={classes.acts}>
        {mayWipe ? (
          <Button
            size="small"
            label={words.wipe(wipe ? words.change : words.wipeTitle, assetTag)}
            onPress={() => onWipe([assetId])}
          >
            {wipe ? words.change : words.wipeTitle}
          </Button>
        ) : null}
        {disposal.mayChange && disposal.state === 'DRAFT' ? (
          <IconButton
            label={words.remove(assetTag)}
            icon={<Icon of={X} />}
            onPress={() =>
              remove.mutate({
                params: { id: disposal.id },
                ifMatch: disposal.version,
                body: { remove: [assetId] },
              })
            }
          />
        ) : null}
      </span>
    </li>
  )
}
