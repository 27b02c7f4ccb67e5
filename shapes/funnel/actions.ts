import type { PanelAction } from '../shared/panel/layout.ts'
import { addStage, moveStage, removeStage } from './editStages.ts'
import { MARGIN } from './measures.ts'
import { stagesBottom } from './placeStages.ts'
import type { PlacedStage } from './places.ts'
import type { FunnelProps } from './schema.ts'

const BUTTON = 20
const ADD = { w: 80, h: 22 }
const ADDS = { w: 88, h: 20 }

/** What is pressed on a funnel while it is edited: stages come, go and change places. */
export function funnelActions(
  props: FunnelProps,
  { w, stages }: { readonly w: number; readonly stages: readonly PlacedStage[] },
): PanelAction[] {
  const axis = stages[0]?.axis ?? w / 2
  return [
    ...stages.flatMap((placed, n) => {
      const name = nameOf(placed, n, stages)
      const isOnly = { isFirst: n === 0, isLast: n === stages.length - 1 }
      return [...rowActions(props, placed, { name, ...isOnly }), ...addsAction(placed, name, w)]
    }),
    {
      label: 'Add a stage',
      text: '+ Stage',
      isOnSelected: true,
      box: { x: axis - ADD.w / 2, y: stagesBottom(stages) + 4, ...ADD },
      press: () => addStage(props),
    },
  ]
}

/** How its buttons call a stage: by its name, with its place where another has the same. */
function nameOf({ stage: { name } }: PlacedStage, n: number, stages: readonly PlacedStage[]): string {
  if (name === '') return `stage ${n + 1}`
  const isShared = stages.some(({ stage }, other) => other !== n && stage.name === name)
  return isShared ? `${name} (stage ${n + 1})` : name
}

interface RowPlace {
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
}

function rowActions(
  props: FunnelProps,
  { stage: { id }, bottom }: PlacedStage,
  { name, isFirst, isLast }: RowPlace,
): PanelAction[] {
  const box = (n: number) => ({ x: MARGIN + n * (BUTTON + 1), y: bottom - 36, w: BUTTON, h: BUTTON })
  const up = { label: `Move ${name} up`, text: '↑', box: box(0), press: () => moveStage(props, id, -1) }
  const down = { label: `Move ${name} down`, text: '↓', box: box(1), press: () => moveStage(props, id, 1) }
  const remove = { label: `Remove ${name}`, text: '×', box: box(2), press: () => removeStage(props, id) }
  return [...(isFirst ? [] : [up]), ...(isLast ? [] : [down]), ...(isFirst && isLast ? [] : [remove])]
}

/** Where a stage widens the funnel: the way to say that it is meant to. */
function addsAction({ stage: { id }, bottom, fault }: PlacedStage, name: string, w: number): PanelAction[] {
  if (!fault) return []
  return [
    {
      label: `${name} adds items on purpose`,
      text: 'It adds items',
      box: { x: w - MARGIN - ADDS.w, y: bottom + 4, ...ADDS },
      press: () => ({ leaves: [[`stages.${id}.adds`, true]], next: null }),
    },
  ]
}
