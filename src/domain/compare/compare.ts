import type { Design } from '../design.ts'
import { compareTexts } from '../stages.ts'
import { compareCards } from './compareCards.ts'
import { compareComposites } from './compareComposites.ts'
import { compareLinks } from './compareLinks.ts'
import { compareNodes } from './compareNodes.ts'
import { compareRequirements } from './compareRequirements.ts'
import { type Difference, type Finding, mirror, WHATS } from './difference.ts'
import { readGraph } from './graph.ts'
import { pairDesigns, type Read } from './pairing.ts'
import { sayFinding } from './say.ts'
import { contentOfValue } from './value.ts'
import type { Words } from './words.ts'

/**
 * What two designs do differently, each changed thing once. What has the same role is the same thing, however
 * it is worded, placed, numbered or listed.
 */
export function compare(mine: Design, theirs: Design, words: Words): Difference[] {
  const [ours, others] = [read(mine), read(theirs)]
  // Always in one order, so that the two designs can change places and nothing else changes.
  const isTurned = contentOf(ours) > contentOf(others)
  const found = isTurned ? findAll(others, ours, words).map(mirror) : findAll(ours, others, words)
  return found.map(sayFinding).sort(inOrderOfReading)
}

function findAll(mine: Read, theirs: Read, words: Words): Finding[] {
  const pairing = pairDesigns(mine, theirs)
  return [
    ...compareRequirements(mine.design, theirs.design, words),
    ...compareNodes(pairing, words),
    ...compareLinks(pairing, words),
    ...compareComposites(pairing, words),
    ...compareCards(mine.design, theirs.design, words),
  ]
}

function read(design: Design): Read {
  return { design, graph: readGraph(design) }
}

function contentOf({ design, graph }: Read): string {
  const { requirements, cards, composites } = design
  return [graph.content, contentOfValue(requirements), contentOfValue([...cards, ...composites])].join('\n')
}

function inOrderOfReading(a: Difference, b: Difference): number {
  return WHATS.indexOf(a.what) - WHATS.indexOf(b.what) || compareTexts(a.text, b.text)
}
