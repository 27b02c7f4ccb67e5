import { register } from 'tsx/esm/api'

// A thread does not inherit what lets its parent run TypeScript.
register()
await import('./snapshotWorker.ts')
