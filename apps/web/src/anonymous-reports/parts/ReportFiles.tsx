import { type AnonymousReport, anonymousReports } from '@deskhand/contract'
import { FileText } from 'lucide-react'
import { useState } from 'react'
import { address } from '../../call.ts'
import { fileSize } from '../../ui/fileSize.ts'
import { Icon } from '../../ui/Icon.tsx'
import { fileWords } from '../../ui/words.ts'
import classes from '../Anonymous.module.css'
import { mailboxWords as words } from '../words.ts'

type Files = AnonymousReport['entries'][number]['files']

/** By the code and without cookies, which a link could not do. */
async function save(code: string, { id, fileName }: Files[number]): Promise<void> {
  const answer = await fetch(address(anonymousReports.fetch, { params: { id } }), {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'deskhand' },
    body: JSON.stringify({ code }),
  })
  if (!answer.ok) throw new Error(answer.statusText)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await answer.blob())
  link.download = fileName
  link.click()
  URL.revokeObjectURL(link.href)
}

export function ReportFiles({ files, code }: { files: Files; code: string }) {
  const [hasFailed, setFailed] = useState(false)
  if (files.length === 0) return null
  return (
    <>
      <ul className={classes.files} aria-label={fileWords.list}>
        {files.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              className={classes.file}
              onClick={() => {
                setFailed(false)
                save(code, file).catch(() => setFailed(true))
              }}
            >
              <Icon of={FileText} />
              <span>{file.fileName}</span>
              <span className={classes.quiet}>{fileSize(file.fileSize)}</span>
            </button>
          </li>
        ))}
      </ul>
      {hasFailed ? <p role="alert">{words.fetchFailed}</p> : null}
    </>
  )
}
