import type { ChecklistPrompt, StepContent } from '../../../src/domain/steps.ts'

/** These prompts of a step, in this order. @throws where it has no such prompt */
export function promptsOf(
  { name, prompts }: StepContent,
  ids: readonly string[],
): readonly ChecklistPrompt[] {
  return ids.map((id) => {
    const prompt = prompts.find((other) => other.id === id)
    if (!prompt) throw new Error(`“${name}” has no prompt ${id}.`)
    return prompt
  })
}

/** All prompts of a step but these. */
export function promptsBut({ prompts }: StepContent, ids: readonly string[]): readonly ChecklistPrompt[] {
  return prompts.filter(({ id }) => !ids.includes(id))
}
