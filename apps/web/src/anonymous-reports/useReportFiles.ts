import { type AnonymousReport, anonymousReports } from '@deskhand/contract'
import { useRef, useState } from 'react'
import { address, newKey } from '../call.ts'
import type { PendingFile } from '../ui/AttachmentTray.tsx'
import { isProblem, Refusal } from '../ui/problem.ts'
import { uploadWords } from '../words.ts'

/** Without cookies and without its own name, of which the ending alone is needed: neither may say who sends it. */
async function sendFile(code: string, file: File): Promise<AnonymousReport> {
  const form = new FormData()
  form.append('file', file, `file${/\.\w{1,8}$/.exec(file.name)?.[0] ?? ''}`)
  const response = await fetch(address(anonymousReports.attach), {
    method: 'POST',
    credentials: 'omit',
    headers: { accept: 'application/json', 'x-requested-with': 'deskhand', 'x-report-code': code },
    body: form,
  })
  const said: unknown = await response.json().catch(() => null)
  if (!response.ok) throw isProblem(said) ? new Refusal(said) : new TypeError(uploadWords.failed)
  return anonymousReports.attach.reply.parse(said)
}

/** Files that are chosen for a report; they go when there is a code, one after the other, so that they stay in order. */
export function useReportFiles() {
  const [pending, setPending] = useState<PendingFile[]>([])
  const chosen = useRef(new Map<string, File>())
  const change = (id: string, part: Partial<PendingFile>) =>
    setPending((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)))
  const remove = (id: string) => {
    chosen.current.delete(id)
    setPending((all) => all.filter((one) => one.id !== id))
  }

  return {
    files: pending,
    isBusy: pending.some(({ state }) => state === 'sending'),
    remove,
    add(files: File[]) {
      for (const file of files) {
        const id = newKey()
        chosen.current.set(id, file)
        const { name, size, type } = file
        setPending((all) => [...all, { id, name, size, type, state: 'waiting', progress: 0 }])
      }
    },
    /** Sends what waits or failed. What arrived is no longer in the list; the last answer is the report with it. */
    async sendAll(code: string): Promise<AnonymousReport | null> {
      let report: AnonymousReport | null = null
      for (const [id, file] of chosen.current) {
        change(id, { state: 'sending', progress: 50, problem: null })
        try {
          report = await sendFile(code, file)
          remove(id)
        } catch (thrown) {
          const problem = thrown instanceof Error ? thrown.message : uploadWords.failed
          change(id, { state: 'failed', problem })
        }
      }
      return report
    },
  }
}

export type ReportFiles = ReturnType<typeof useReportFiles>
