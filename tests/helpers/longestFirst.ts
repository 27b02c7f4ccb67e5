import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, the longest first. Begun last, one of them alone would keep everybody waiting. */
const LONGEST = [
  'sync/fuzz/found',
  'sync/gestures/pairs',
  'canvas/designWays',
  'sync/offline',
  'rooms/runEvents',
  'server/logging',
  'server/durability',
  'server/frames',
  'templates/placeDesign',
  'e2e/accessibility',
  'e2e/gestures',
  'e2e/catalog',
  'e2e/offline',
  'e2e/access',
  'e2e/drills',
  'e2e/trouble',
  'e2e/hands',
].map((name) => `/tests/${name}.`)

function place({ moduleId }: TestSpecification): number {
  const found = LONGEST.findIndex((name) => moduleId.includes(name))
  return found < 0 ? LONGEST.length : found
}

/** Begins with the files that take longest, also in a fresh clone, where nothing knows yet how long each takes. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
