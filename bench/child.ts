import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { endable } from './ending.ts'

/** The files of this folder that run as processes of their own, so that measuring does not slow what is measured. */
type Program = 'load/httpProcess.ts' | 'load/limitProcess.ts' | 'work/jobsProcess.ts'

/** Runs one with this input and resolves to its output; both are JSON. */
export async function runChild<Output>(program: Program, input: unknown): Promise<Output> {
  const file = new URL(program, import.meta.url).pathname
  const child = spawn(process.execPath, [file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const pieces: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
  child.stdin.end(JSON.stringify(input))
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  const end = endable(async () => child.kill())
  const code = await closed
  await end()
  if (code !== 0) throw new Error(`${program} ended with ${code}.`)
  return JSON.parse(Buffer.concat(pieces).toString('utf8'))
}

/** What the parent gave, in such a process. */
export function readInput<Input>(): Input {
  return JSON.parse(readFileSync(0, 'utf8'))
}

/** Its answer; the process ends when nothing is left to do. */
export const writeOutput = (output: unknown): void => void process.stdout.write(JSON.stringify(output))
