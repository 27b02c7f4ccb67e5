import type { Design } from '../design.ts'
import { compareTexts } from '../stages.ts'
import { compareCards } from './compareCards.ts'
import { compareComposites } from './compareComposites.ts'
import { compareLinks } from './compareLinks.ts'
import { compareNodes } from './compareNodes.ts'
import { compareRequirements } from './compareRequirements.ts'
import { type Difference, type Finding, mirror, WHATS } from './difference.ts'
import { readGraph } from './graph.ts'
import { pairDesigns } from './pairing.ts'
import { sayFinding } from './say.ts'
import { contentOfValue } from './value.ts'
import type { Words } from './words.ts'

/**
 * What two designs do differently, each changed thing once. What has the same role is the same thing, however
 * it is worded, placed, numbered or listed.
 */
export function compare(mine: Design, theirs: Design, words: Words): Difference[] {
  // Always in one order, so that the two designs can change places and nothing else changes.
  const isTurned = contentOf(mine) > contentOf(theirs)
  const found = isTurned ? findAll(theirs, mine, words).map(mirror) : findAll(mine, theirs, words)
  return found.map(sayFinding).sort(inOrderOfReading)
}

function findAll(mine: Design, theirs: Design, words: Words): Finding[] {
  const pairing = pairDesigns(mine, theirs)
  return [
    ...compareRequirements(mine, theirs, words),
    ...compareNodes(pairing, words),
    ...compareLinks(pairing, words),
    ...compareComposites(pairing, words),
    ...compareCards(mine, theirs, words),
  ]
}

function contentOf(design: Design): string {
  const { requirements, cards, composites } = design
  return [
    readGraph(design).content,
    contentOfValue(requirements),
    contentOfValue([...cards, ...composites]),
  ].join('\n')
}

function inOrderOfReading(a: Difference, b: Difference): number {
  return WHATS.indexOf(a.what) - WHATS.indexOf(b.what) || compareTexts(a.text, b.text)
}
