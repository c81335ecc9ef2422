/** Why a report cannot be taken, in words for the log of an agent (at most 250 characters) and for the inbox. */
export class Fault extends Error {
  readonly code: 'too_large' | 'unreadable' | 'not_ours' | 'busy'

  constructor(code: Fault['code'], sentence: string) {
    super(sentence)
    this.name = 'Fault'
    this.code = code
  }
}
