import { readFileSync } from 'node:fs'

/** Ends us as by SIGTERM when our parent is gone: whoever started us may have been killed without a word. */
export function endWithParent() {
  endWhenChanged(() => process.ppid)
}

/** As above for a script of npm: between npm and us there is a shell, which may outlive npm. */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event) endWhenChanged(() => `${process.ppid} ${parentOf(process.ppid)}`)
}

function endWhenChanged(look) {
  if (process.platform === 'win32') return
  const before = look()
  setInterval(() => {
    if (look() !== before) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
  } catch {
    return 'unknown'
  }
}
