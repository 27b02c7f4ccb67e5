/** An ordered set of steps with budgets: how an interview's time is meant to be spent. */
export interface Framework {
  readonly id: string
  readonly name: string
  /** Whose split it is, and what one should know of it before choosing it. */
  readonly about: string
  /** Minutes of the slot that belong to no step: hearing the prompt, questions at the end. 0: there is no such part. */
  readonly intro: MinutesBySlot
  readonly wrapUp: MinutesBySlot
  readonly steps: readonly Step[]
}

export interface Step extends StepContent {
  /** 1 for the first of its framework. */
  readonly number: number
  /** The steps of the default framework, 1 to 7, whose work is done here. */
  readonly covers: readonly number[]
  readonly minutes: MinutesBySlot
  readonly alarm: Alarm | null
}

/** What a step is about, wherever a framework puts it and whatever time it gives it. */
export interface StepContent {
  readonly name: string
  /** As the ribbon and other narrow places show it: one word. */
  readonly short: string
  readonly goal: string
  /** What to have on the board at the end of the step. */
  readonly draw: string
  /** Kinds and composites that an empty frame offers, at most three. */
  readonly starters: readonly string[]
  /** Steps that run out of time first: their minutes are watched. */
  readonly isProtected: boolean
  readonly prompts: readonly ChecklistPrompt[]
  readonly looksFor: readonly string[]
  readonly mistakes: readonly string[]
  readonly artefacts: readonly Artefact[]
}

/** A thing to cover in a step. */
export interface ChecklistPrompt {
  /** The same wherever the prompt is asked; a run's checklist names it. */
  readonly id: string
  readonly ask: string
  /** What to think of, in a few words. */
  readonly note: string
}

/** Something to have drawn or filled in. */
interface Artefact {
  readonly name: string
  /** Types of card and composite and kinds of component; any of them on the board is this artefact. */
  readonly anyOf: readonly string[]
}

/** A time at which something should have happened, and the sentence that says so if it has not. */
export interface Alarm {
  /** `still-here`: no later step was begun. `unticked`: none of `prompts` is ticked. `untouched`: the step had no time yet. */
  readonly when: 'still-here' | 'unticked' | 'untouched'
  /** Of the checklist; for `unticked`. */
  readonly prompts?: readonly string[]
  /** After the start; for `untouched`: before the end of the slot. */
  readonly minutes: MinutesBySlot
  readonly say: string
}

/** Minutes for a slot of 45; for one of 60 in proportion, where the framework does not say. */
export interface MinutesBySlot {
  readonly 45: number
  readonly 60?: number
}
