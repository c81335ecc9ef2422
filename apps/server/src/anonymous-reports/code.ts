import { randomInt } from 'node:crypto'
import { hashSecret } from '../platform/secret.ts'

/** Without letters that look like figures, or like each other. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 24

/** A code for a person to write down: 24 signs of 30, which is 117 bits, in groups of four. */
export function newCode(): string {
  const drawn = Array.from({ length }, () => signs[randomInt(signs.length)] ?? '')
  return (drawn.join('').match(/.{4}/g) ?? []).join('-')
}

/** What is stored of a code, however it was typed. */
export const hashCode = (code: string): Buffer => hashSecret('anonymous-mailbox', code.replaceAll('-', ''))
