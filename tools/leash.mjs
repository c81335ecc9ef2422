import { isMainThread } from 'node:worker_threads'
import { endWithParent } from './parent.mjs'

// Loaded before a program that we start, so that it never outlives us.
if (isMainThread) endWithParent()
