import { blank } from './blank.ts'
import { sevenSteps } from './seven-steps.ts'
import { songRecommendation } from './song-recommendation.ts'
import type { Template } from './template.ts'

/** Every template. To add one: its file, and a line here. */
export const templates: readonly Template[] = [blank, sevenSteps, songRecommendation]

/** The template of that id; undefined where there is none. */
export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id)
}
