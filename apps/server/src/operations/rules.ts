export { csvLines, csvOf } from '../platform/files/csv.ts'
