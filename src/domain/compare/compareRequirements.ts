import type { Design } from '../design.ts'
import type { Finding, Side } from './difference.ts'
import { differingFields, ownOf, shownPair } from './value.ts'
import type { Words } from './words.ts'

/** What step 1 agreed on differently. */
export function compareRequirements(mine: Design, theirs: Design, words: Words): Finding[] {
  return differingFields(mine.requirements, theirs.requirements).map((id) => {
    const property = words.requirementOf(id)
    const [ours, others] = shownPair(
      ownOf(mine.requirements, id),
      ownOf(theirs.requirements, id),
      property?.unit,
    )
    const side = (value: string | undefined): Side => ({
      at: [],
      names: ['Requirements'],
      ...(value === undefined ? {} : { value }),
    })
    const label = property?.label ?? id
    return { what: 'requirement', property: { id, label }, mine: side(ours), theirs: side(others) }
  })
}
