import * as contract from '@deskhand/contract'
import manifest from '../package.json' with { type: 'json' }
import { openApiDocument } from './platform/http/openapi/document.ts'

/** The OpenAPI document of everything in the contract. */
export const describeApi = (): object => openApiDocument(contract.contract, contract, manifest.version)
