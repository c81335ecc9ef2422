import { assetFileLimits, files } from '@deskhand/contract'
import { FilePicker } from '../ui/FilePicker.tsx'
import { useUploads } from '../uploads.ts'
import { photoWords as words } from './words.ts'

/** Photos for a hand-over: they wait on the server until it is done, and come along with it by their ids. */
export function usePhotos() {
  const uploads = useUploads(files.stage, {})
  const room = assetFileLimits.perHandOver - uploads.files.length
  const isFailed = uploads.files.some(({ state }) => state === 'failed')
  const field = (
    <FilePicker
      label={words.label}
      help={words.help}
      accept="image/*"
      files={uploads.files}
      onAdd={(added) => uploads.add(added.slice(0, Math.max(0, room)))}
      onRemove={uploads.remove}
      onRetry={uploads.retry}
    />
  )
  return {
    field,
    /** Of the body; nothing where there are none. */
    said: uploads.ids.length > 0 ? { photoIds: uploads.ids } : {},
    /** Why it cannot be done yet, or null. */
    reason: uploads.isBusy ? words.wait : isFailed ? words.failed : null,
  }
}
