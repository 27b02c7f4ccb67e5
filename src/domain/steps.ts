/** An ordered set of steps with budgets: how an interview's time is meant to be spent. */
export interface Framework {
  readonly id: string
  readonly name: string
  /** Minutes of the slot that belong to no step: hearing the prompt, questions at the end. */
  readonly intro: MinutesBySlot
  readonly wrapUp: MinutesBySlot
  readonly steps: readonly Step[]
}

export interface Step {
  /** 1 to 7 in the seven-step framework. */
  readonly number: number
  readonly name: string
  /** As the ribbon and other narrow places show it: one word. */
  readonly short: string
  readonly goal: string
  /** What to have on the board at the end of the step. */
  readonly draw: string
  /** Kinds and composites that an empty frame offers, at most three. */
  readonly starters: readonly string[]
  readonly minutes: MinutesBySlot
  /** Steps that run out of time first: their minutes are watched. */
  readonly isProtected: boolean
}

/** Budgets in minutes for the two usual slots. */
interface MinutesBySlot {
  readonly 45: number
  readonly 60: number
}

export type Slot = keyof MinutesBySlot

/** Minutes that a framework plans in all, intro and wrap-up included; equals the slot. */
export function plannedMinutes({ intro, wrapUp, steps }: Framework, slot: Slot): number {
  return steps.reduce((sum, step) => sum + step.minutes[slot], intro[slot] + wrapUp[slot])
}
