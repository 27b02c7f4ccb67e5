import { useEditor } from 'tldraw'
import { findFramework } from '../../../templates/frameworks/index.ts'
import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'
import { flyToStep } from '../../canvas/commands.ts'
import { startClock } from '../../domain/pace/clock.ts'
import { paceAt } from '../../domain/pace/paceAt.ts'
import { planRun } from '../../domain/pace/plan.ts'
import { Ribbon } from './Ribbon.tsx'
import { USUAL_MINUTES } from './usualMinutes.ts'

interface PlanRibbonProps {
  /** Null: the usual one. */
  framework: string | null
  minutes: number | null
}

/** The ribbon of a run that has not been started: the steps and their minutes. */
export function PlanRibbon({ framework, minutes }: PlanRibbonProps) {
  const editor = useEditor()
  const plan = planRun(findFramework(framework ?? '') ?? sevenSteps, minutes ?? USUAL_MINUTES)
  const pace = paceAt({ ...startClock(plan, 0, false), startedAt: null, active: null }, 0)
  return <Ribbon pace={pace} onGo={(place) => typeof place === 'number' && flyToStep(editor, place)} />
}
