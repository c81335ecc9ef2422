import { AssetFileKind, assetFiles } from '@deskhand/contract'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { FilePicker } from '../ui/FilePicker.tsx'
import { usePageFiles } from '../ui/useFileDrop.ts'
import { useUploads } from '../uploads.ts'
import classes from './FilesTab.module.css'
import { fileKindWords, fileTabWords as words } from './words.ts'

type AddFilesProps = { assetId: string; onArrived: () => void }

/** What is dropped, pasted or chosen goes at once, as what it is said to be. */
export function AddFiles({ assetId, onArrived }: AddFilesProps) {
  const [kind, setKind] = useState<AssetFileKind>('PHOTO')
  const uploads = useUploads(assetFiles.add, { params: { id: assetId }, query: { kind }, onArrived })
  usePageFiles(uploads.add)
  return (
    <div className={classes.add}>
      <NativeSelect
        label={words.kind}
        data={AssetFileKind.options.map((value) => ({ value, label: fileKindWords[value] }))}
        value={kind}
        onChange={({ currentTarget: { value } }) =>
          setKind(AssetFileKind.options.find((one) => one === value) ?? kind)
        }
      />
      <FilePicker
        label={words.add}
        help={words.help}
        {...(kind === 'PHOTO' && { accept: 'image/*' })}
        files={uploads.files.filter(({ state }) => state !== 'done')}
        onAdd={uploads.add}
        onRemove={uploads.remove}
        onRetry={uploads.retry}
      />
    </div>
  )
}
