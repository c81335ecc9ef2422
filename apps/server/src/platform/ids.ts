import { randomUUIDv7 } from 'node:crypto'

/** A new id: UUIDv7 (RFC 9562), made here so that PostgreSQL 16 and 17 need not know how. */
export const newId = (): string => randomUUIDv7()

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => form.test(text)
