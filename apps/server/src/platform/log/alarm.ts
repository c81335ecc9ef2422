/** Sleeps until it rings or until the time is over, whichever comes first. A ring before the sleep is not lost. */
export function openAlarm() {
  let isRung = false
  let wake: (() => void) | null = null
  return {
    ring(): void {
      isRung = true
      wake?.()
    },
    async sleep(milliseconds: number): Promise<void> {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      wake = null
      isRung = false
    },
  }
}

export type Alarm = ReturnType<typeof openAlarm>

/** Half to the whole of it, so that many who failed at once do not come back at once. */
export const jittered = (milliseconds: number): number => milliseconds * (0.5 + Math.random() / 2)
