import { type AssetFile, assetFiles } from '@deskhand/contract'
import { FileText, Image, X } from 'lucide-react'
import { address } from '../call.ts'
import { fileSize } from '../ui/fileSize.ts'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { shortDate, useNow } from '../ui/time.ts'
import classes from './FilesTab.module.css'
import { fileKindWords, fileTabWords as words } from './words.ts'

type FileRowProps = { file: AssetFile; onRemove: (() => void) | null }

const paramsOf = ({ id, assetId }: AssetFile) => ({ params: { id: assetId, attachmentId: id } })

export function Photo({ file, onRemove }: FileRowProps) {
  const { fileName, hasPreview, handOver } = file
  return (
    <li className={classes.photo}>
      <a href={address(assetFiles.download, paramsOf(file))} download={fileName}>
        {hasPreview ? (
          <img src={address(assetFiles.preview, paramsOf(file))} alt="" loading="lazy" />
        ) : (
          <span className={classes.blank}>
            <Icon of={Image} />
          </span>
        )}
        <span className={classes.name}>{fileName}</span>
        {handOver ? <span className={classes.facts}>{words.handOver[handOver]}</span> : null}
        <Facts file={file} />
      </a>
      {onRemove ? (
        <span className={classes.off}>
          <IconButton label={words.remove(fileName)} icon={<Icon of={X} />} onPress={onRemove} />
        </span>
      ) : null}
    </li>
  )
}

export function Paper({ file, onRemove }: FileRowProps) {
  const { fileName, kind } = file
  return (
    <li className={classes.paper}>
      <Icon of={FileText} />
      <a href={address(assetFiles.download, paramsOf(file))} download={fileName}>
        <span className={classes.name}>{fileName}</span>
        <Facts file={file} said={fileKindWords[kind]} />
      </a>
      {onRemove ? (
        <IconButton label={words.remove(fileName)} icon={<Icon of={X} />} onPress={onRemove} />
      ) : null}
    </li>
  )
}

function Facts({ file, said }: { file: AssetFile; said?: string }) {
  const now = useNow()
  const { uploadedByName, createdAt } = file
  const facts = [
    said,
    fileSize(file.fileSize),
    words.by(uploadedByName, shortDate(new Date(createdAt), now)),
  ].filter(Boolean)
  return <span className={classes.facts}>{facts.join(' · ')}</span>
}
