/** A line for the person who runs the command. */
export const say = (line = ''): void => {
  process.stdout.write(`${line}\n`)
}

/** A line about what goes on, beside what the command answers. */
export const note = (line: string): void => {
  process.stderr.write(`${line}\n`)
}
